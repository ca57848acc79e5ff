/** Rows of a list whose names are only like one of the register: they come in as new companies, and that is told. */
import { aRegisterRequest } from '../../suite';
import { csv, usingListSenders } from './send-lists';

const { suite, send, accounts, undo } = usingListSenders();
const LIST = '名刺';
const decide = (...rows: object[]) => suite().call('is', 'rows', { body: { list: LIST, rows } });
const rehearse = async (...rows: string[]) =>
  (await send(csv('会社名,電話', ...rows), { list: LIST, dryRun: true })).body;

beforeAll(async () => {
  for (const name of ['日産自動車株式会社', 'シチズン時計株式会社', '株式会社山川'])
    await suite().submit('is', aRegisterRequest('', { details: { name } }));
});

test('it is told with the account, comes in as decided, and nothing of the same file is like it', async () => {
  const rows = ['日産,03-5555-0001', 'シチズン時斗,', '有限会社山川,', 'まったく新しい会社,'];
  const told = await rehearse(...rows);
  expect(told).toMatchObject({
    counts: { created: 4, undecided: 0 },
    similarCount: 3,
    similar: [
      { line: 2, name: '日産', accounts: [{ name: '日産自動車株式会社' }], accountCount: 1 },
      { line: 3, name: 'シチズン時斗', accounts: [{ name: 'シチズン時計株式会社' }] },
      { line: 4, name: '有限会社山川', accounts: [{ name: '株式会社山川' }] },
    ],
  });
  const [nissan, citizen] = told.similar;
  const { accountId } = nissan.accounts[0];
  await decide({ row: nissan.row, is: 'account', accountId }, { row: citizen.row, is: 'another' });
  expect(await rehearse(...rows)).toMatchObject({
    counts: { created: 3, filled: 1 },
    similar: [{ line: 4 }],
    decided: [
      { line: 2, accountId },
      { line: 3, is: 'another' },
    ],
  });
  const file = csv('会社名,電話', ...rows);
  const { body } = await send(file, { list: LIST });
  // Only the rehearsal compares.
  expect(body).toMatchObject({ counts: { created: 3, filled: 1 }, similarCount: 0, decidedCount: 2 });
  expect((await accounts()).日産自動車株式会社).toMatchObject({ phone: '03-5555-0001' });
  // It finds its own accounts, also with a further row that is like one of them.
  const again = await rehearse(...rows, '有限会社山川二,');
  expect(again).toMatchObject({ counts: { created: 1, filled: 0 }, similarCount: 0 });
  await undo(body.batch);
});

test('an account that is gone decides nothing, and neither does one with another number', async () => {
  const [row] = (await rehearse('日産,')).similar;
  await decide({ row: row.row, is: 'account', accountId: 'a_gone' });
  expect(await rehearse('日産,')).toMatchObject({ counts: { created: 1 }, similarCount: 1, decidedCount: 0 });
});

test('the account whose name is nearest stands first', async () => {
  for (const name of ['株式会社北斗', '合同会社北斗工業', '株式会社北斗システムズ'])
    await suite().submit('is', aRegisterRequest('', { details: { name } }));
  const [row] = (await rehearse('有限会社北斗システムズ,')).similar;
  expect([row.accounts[0].name, row.accountCount]).toEqual(['株式会社北斗システムズ', 2]);
});
