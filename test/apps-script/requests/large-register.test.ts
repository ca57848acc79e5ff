/** A register that is too large to be read in one piece: what is read of it for one cell, and for many. */
import type { Execution } from '../../../emulator/apps-script/execution-context';
import { registerClients, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet({}, { isLarge: true });

const readsOf = ({ calls }: Execution): [name: string, times: number][] =>
  Object.entries(calls).filter(([name]) => /get(DataRange|SheetValues|Values)$/.test(name));

/** Where it ends, and its first rows. */
const OPENED = { 'Sheet.getDataRange': 1, 'Sheet.getSheetValues': 1 };

test('each column is read once until something is written, and rows that have stayed are not looked for', async () => {
  const { sit, type, paste, cell, ran, fromTheTop } = sheet();
  const rows = await registerClients(sheet(), '株式会社甲', '株式会社乙', '株式会社丙');
  const [first = '', second = '', third = ''] = fromTheTop(rows);
  const rep = await sit('is');
  const [edited] = await type(rep, first, 'status', '現在の顧客');
  expect(edited && Object.fromEntries(readsOf(edited))).toEqual({ ...OPENED, 'Sheet.getSheetValues': 2 });
  await sendPending(rep);
  const [one] = ran('sendPending');
  await paste(rep, second, 'status', [['現在の顧客'], ['現在の顧客']]);
  expect(await sendPending(rep)).toMatchObject({ accepted: 2 });
  const [many] = ran('sendPending');
  // Opened twice. Then which rows wait, these, and all IDs; and behind it the rows, and both columns in which a moved text would show.
  const ofSending = { 'Sheet.getDataRange': 2, 'Sheet.getSheetValues': 2 + 3 + 3 };
  expect([one, many].map((sent) => sent && Object.fromEntries(readsOf(sent)))).toEqual([
    ofSending,
    ofSending,
  ]);
  expect([first, second, third].map((id) => cell(id, 'status'))).toEqual(Array(3).fill('現在の顧客'));
});
