/** Edits that fire no event: a program's, an undo, a block that was typed offline. The clock and the layout find and send them. */
import { registerClients, type Seat, usingSheet } from '../sheet-scene';

const sheet = usingSheet({ editHabits: { editsSilently: true } });
let rep: Seat;
let ids: string[];

beforeAll(async () => {
  const rows = await registerClients(
    sheet(),
    '株式会社壱',
    '株式会社弐',
    '株式会社参',
    '株式会社四',
    '株式会社五',
  );
  ids = sheet().fromTheTop(rows);
  rep = await sheet().sit('is');
  const manager = await sheet().sit('manager');
  await manager.session.run('setAutoSend', [true]);
});

const clock = async (): Promise<void> => {
  for (const { id } of sheet().suite.script.triggers) await sheet().suite.script.runTrigger(id);
};
const laidOutAndSent = async (): Promise<void> => {
  await sheet().layout();
  await clock();
  await sheet().layout();
};

test('an undo of what was accepted asks for the former status, which is refused with its reason', async () => {
  const { type, cell, note, account } = sheet();
  const [id = ''] = ids;
  await type(rep, id, 'status', '6');
  await laidOutAndSent();
  expect((await account(id)).status).toBe('CURRENT_CLIENT');
  await type(rep, id, 'status', 'ワーキング');
  await laidOutAndSent();
  expect((await account(id)).status).toBe('CURRENT_CLIENT');
  expect(cell(id, 'status')).toBe('現在の顧客');
  expect(note(id, 'status')).toContain('終了日と解約理由');
});

test('a block that was typed offline is answered cell by cell', async () => {
  const { type, paste, cell, note, account } = sheet();
  const [, two = '', three = '', four = ''] = ids;
  await paste(rep, two, 'status', [['6'], ['ウォーム'], ['6']]);
  await type(rep, four, 'owner', '誰か');
  await laidOutAndSent();
  expect((await account(two)).status).toBe('CURRENT_CLIENT');
  expect([(await account(three)).status, cell(three, 'status')]).toEqual(['WORKING', 'ワーキング']);
  expect(note(three, 'status')).not.toBe('');
  expect((await account(four)).status).toBe('CURRENT_CLIENT');
  expect(note(four, 'owner')).toContain('在籍中のメンバー');
});

test('where some columns were sorted after it, nothing is sent for any company', async () => {
  const { type, change, column, cell, account } = sheet();
  const [, , , , five = ''] = ids;
  const before = await Promise.all(ids.map(account));
  await type(rep, five, 'status', '7');
  await change(rep, {
    sortRange: {
      range: {
        sheetId: 8001,
        startRowIndex: 2,
        endRowIndex: 7,
        startColumnIndex: column('name'),
        endColumnIndex: column('contact') + 1,
      },
      sortSpecs: [{ dimensionIndex: column('name'), sortOrder: 'DESCENDING' }],
    },
  });
  await laidOutAndSent();
  expect(await Promise.all(ids.map(account))).toEqual(before);
  expect(ids.map((id) => cell(id, 'requestState'))).toContain('要確認');
});
