/** A register that is too large to be read in one piece: what is read of it for one cell, and for many. */
import type { Execution } from '../../../emulator/apps-script/execution-context';
import { registerClients, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet({}, { isLarge: true });

const readsOf = ({ calls }: Execution): [name: string, times: number][] =>
  Object.entries(calls).filter(([name]) => /get(DataRange|LastRow|SheetValues|Values)$/.test(name));

test('each column is read once until something is written, and rows that have stayed are not looked for', async () => {
  const { sit, type, paste, cell, ran, fromTheTop } = sheet();
  const rows = await registerClients(sheet(), '株式会社甲', '株式会社乙', '株式会社丙');
  const [first = '', second = '', third = ''] = fromTheTop(rows);
  const rep = await sit('is');
  const [edited] = await type(rep, first, 'status', '現在の顧客');
  expect(edited && Object.fromEntries(readsOf(edited))).toEqual({ 'Sheet.getSheetValues': 2 });
  await sendPending(rep);
  const [one] = ran('sendPending');
  await paste(rep, second, 'status', [['現在の顧客'], ['現在の顧客']]);
  expect(await sendPending(rep)).toMatchObject({ accepted: 2 });
  const [many] = ran('sendPending');
  // Opened twice: where it ends, and the keys. Then which rows wait, these, and all IDs; and behind it the rows, and both columns
  // in which a moved text would show.
  const ofSending = { 'Sheet.getDataRange': 2, 'Sheet.getSheetValues': 2 + 3 + 3 };
  expect([one, many].map((sent) => sent && Object.fromEntries(readsOf(sent)))).toEqual([
    ofSending,
    ofSending,
  ]);
  expect([first, second, third].map((id) => cell(id, 'status'))).toEqual(Array(3).fill('現在の顧客'));
});

test('what was answered is looked for in the sheet only when much of it is kept, what was not, always', async () => {
  const { suite, sit, type, ran, fromTheTop } = sheet();
  const [kept = '', ...others] = fromTheTop(
    await registerClients(sheet(), ...Array.from({ length: 16 }, (_, n) => `株式会社続${n}`)),
  );
  const rep = await sit('is');
  const hourPasses = () => suite.clock.set(new Date(suite.clock.now().getTime() + 3_600_000));
  const sending = async (): Promise<Record<string, number>> => {
    await sendPending(rep);
    return ran('sendPending')[0]?.calls ?? {};
  };
  const sends = async (id: string): Promise<Record<string, number>> => {
    hourPasses();
    await type(rep, id, 'status', '現在の顧客');
    return sending();
  };
  const forgotten = 'Properties.deleteProperty';
  // What earlier tests have left goes.
  let usual = await sends(kept);
  while (usual[forgotten] === undefined) usual = await sends(others.pop() ?? '');
  usual = await sends(others.pop() ?? '');
  const all = [];
  for (const id of others) all.push(await sends(id));
  for (const calls of all) if (calls[forgotten] === undefined) expect(calls).toEqual(usual);
  expect(all.flatMap((calls) => calls[forgotten] ?? [])).toEqual([]);
  await type(rep, kept, 'contact', '佐藤');
  await type(rep, kept, 'contact', '');
  hourPasses();
  expect((await sending())[forgotten]).toBeGreaterThan(0);
});
