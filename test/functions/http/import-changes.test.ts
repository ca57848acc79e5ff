import { readListFindings } from '../../../functions/app/list-findings';
import { corporateNumberOf } from '../../corporate-numbers';
import { aCommandRequest, rowOf, TODAY } from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';
import { csv, usingListSenders } from './send-lists';

const { suite, send, sendAll, undo, batchOf, accounts } = usingListSenders();

const [N1, N2, N3, N4, N5, N6] = [1, 2, 3, 4, 5, 6].map(corporateNumberOf);
const HEADER = '会社名,法人番号,ID,住所';
const JUNE = csv(
  HEADER,
  `株式会社一,${N1},E1,東京都一`,
  `株式会社二,${N2},E2,東京都二`,
  '株式会社三,,E3,東京都三',
  `株式会社四,${N4},E4,東京都四`,
  `有限会社五,${N5},E5,東京都五`,
  '株式会社六,,,東京都六',
);
const JULY = csv(
  HEADER,
  // Written otherwise only.
  `（株）一,${N1},E1,東京都一`,
  `株式会社二改,${N2},E2,東京都二`,
  // A number for what had only the list's own ID, or a name and an address.
  `株式会社三,${N3},E3,東京都三`,
  // A number that was wrong.
  `株式会社四,${corporateNumberOf(44)},E4,東京都四`,
  // Another legal form is another name.
  `株式会社五,${N5},E5,東京都五`,
  `株式会社六,${N6},E6,東京都六`,
  `株式会社七,${corporateNumberOf(7)},E7,東京都七`,
);
const LIST = { list: 'EDINET' };

beforeAll(async () => {
  await send(csv(HEADER, '株式会社他所,,X1,東京都他所'), { list: 'OTHER' });
  const { body } = await send(JUNE, LIST);
  expect(body).toMatchObject({ mode: 'add', changes: null, counts: { created: 6 } });
  const leaving = csv(HEADER, '株式会社消える,,E9,東京都九');
  expect((await send(leaving, LIST)).body).toMatchObject({ mode: 'add', counts: { created: 1 } });
});

const COUNTS = { renamed: 2, renumbered: 1, added: 1, unchanged: 1, gone: 1 };
const changesInTheSheet = async () => {
  const { 株式会社二: two, 有限会社五: five, 株式会社四: four, 株式会社消える: nine } = await accounts();
  return {
    renamed: [
      { line: 3, accountId: two.id, from: '株式会社二', to: '株式会社二改' },
      { line: 6, accountId: five.id, from: '有限会社五', to: '株式会社五' },
    ],
    renumbered: [{ line: 5, accountId: four.id, name: '株式会社四', from: N4, to: corporateNumberOf(44) }],
    added: [{ line: 8, name: '株式会社七' }],
    unchanged: [{ line: 2, name: '（株）一' }],
    gone: [{ accountId: nine.id, name: '株式会社消える', listId: 'E9', status: 'COLD', version: 1 }],
  };
};

test('the preview finds out by itself that the list came again, and shows each kind; nothing is written', async () => {
  const { status, body } = await send(JULY, { ...LIST, dryRun: true });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    mode: 'changes',
    problemCount: 0,
    counts: { created: 1, filled: 5, unchanged: 1, refused: 0 },
    changes: { counts: COUNTS, ...(await changesInTheSheet()) },
  });
  expect((await accounts()).株式会社二改).toBeUndefined();
});

test('the import keeps former names with their day, makes no company twice, and touches no status', async () => {
  const expected = await changesInTheSheet();
  const before = await accounts();
  const { body } = await send(JULY, LIST);
  expect(body).toMatchObject({ mode: 'changes', next: null, changes: { counts: COUNTS, ...expected } });
  const after = await accounts();
  expect(Object.keys(after).sort()).toEqual(
    [
      ...['株式会社一', '株式会社二改', '株式会社三', '株式会社四', '株式会社五', '株式会社六', '株式会社七'],
      ...['株式会社消える', '株式会社他所'],
    ].sort(),
  );
  expect(after.株式会社二改).toMatchObject({
    id: before.株式会社二.id,
    formerNames: [{ name: '株式会社二', until: TODAY }],
  });
  expect(after.株式会社三).toMatchObject({ id: before.株式会社三.id, corporateNumber: N3 });
  expect(after.株式会社四).toMatchObject({ corporateNumber: corporateNumberOf(44) });
  expect(after.株式会社六).toMatchObject({ id: before.株式会社六.id, corporateNumber: N6 });
  expect(after.株式会社消える).toEqual(before.株式会社消える);
  const batch = await batchOf(body.batch);
  expect(batch).toMatchObject({ mode: 'changes', state: 'done', changes: { counts: COUNTS, ...expected } });
});

test('sent again it changes nothing, and still lists what it renamed', async () => {
  const before = await accounts();
  const { body } = await send(JULY, LIST);
  expect(body).toMatchObject({
    counts: { created: 0, filled: 0, unchanged: 7 },
    changes: { counts: { renamed: 2, renumbered: 1, added: 0, unchanged: 7, gone: 1 } },
  });
  expect(await accounts()).toEqual(before);
});

test('a name that was given up does not come back with a list that is behind', async () => {
  const { body } = await send(JULY.replace('株式会社二改', '株式会社二'), LIST);
  expect(body.notes).toMatchObject([{ line: 3, code: 'NAME_IS_FORMER', detail: '株式会社二' }]);
  expect((await accounts()).株式会社二改).toBeDefined();
});

test('without changes, another number under a known ID is a problem of its row and never a second company', async () => {
  const wrong = csv(HEADER, `株式会社一,${corporateNumberOf(111)},E1,東京都一`);
  const { body } = await send(wrong, { ...LIST, mode: 'add' });
  expect(body.problems).toMatchObject([{ line: 2, code: 'ROW_REFUSED', detail: 'IMPORT_NUMBER_DIFFERS' }]);
});

test('a number of one company and the ID of another: a problem, nobody is guessed', async () => {
  const both = csv(HEADER, `株式会社一,${N1},E3,東京都一`);
  for (const mode of ['add', 'changes']) {
    const { body } = await send(both, { ...LIST, mode, dryRun: true });
    expect(body).toMatchObject({
      counts: { refused: 1, filled: 0, created: 0 },
      problems: [{ line: 2, code: 'COMPANY_AMBIGUOUS', detail: expect.stringContaining('株式会社三') }],
    });
  }
});

test('the undo brings back names and numbers, without a former name, and withdraws what was new', async () => {
  const { batch } = (await send(JULY, { ...LIST, dryRun: true })).body;
  const seven = (await accounts()).株式会社七;
  rowOf(
    (
      await suite().submit('is', aCommandRequest({ type: 'saveContact', contact: { name: '山田' } }, seven))
    )[0],
  );
  const { body } = await undo(batch);
  expect(body).toMatchObject({
    undone: 5,
    finished: true,
    refused: [{ name: '株式会社七', code: 'UNDO_LATER_CHANGES' }],
  });
  const after = await accounts();
  expect(after.株式会社二).toMatchObject({ formerNames: [], corporateNumber: N2 });
  expect(after.有限会社五).toMatchObject({ formerNames: [] });
  expect(after.株式会社四).toMatchObject({ corporateNumber: N4 });
  expect(after.株式会社三).toMatchObject({ corporateNumber: null });
});

test('resumed at every step it is the same as in one go', async () => {
  const rows = (n: number, suffix: string) =>
    Array.from({ length: n }, (_, at) => `株式会社途中${at}${suffix},,P${at},東京都${at}`);
  await sendAll(csv(HEADER, ...rows(450, '')), { list: 'LONG' });
  suite().service.limits.runMilliseconds = -1;
  const july = csv(HEADER, ...rows(440, '新'));
  const first = await send(july, { list: 'LONG' });
  expect(first.body).toMatchObject({
    mode: 'changes',
    done: 400,
    next: 400,
    changes: { counts: { gone: null } },
  });
  const second = await send(july, { list: 'LONG', from: 400 });
  expect(second.body).toMatchObject({ done: 440, next: 440 });
  const last = await send(july, { list: 'LONG', from: 440 });
  suite().service.limits.runMilliseconds = 20_000;
  expect(last.body).toMatchObject({ done: 440, next: null, changes: { counts: { renamed: 440, gone: 10 } } });
  expect(last.body.changes.renamed).toHaveLength(100);
});

test('what a list that came again says of companies that are gone takes the place of what it said before', async () => {
  const rows = ['株式会社順一,,Q1,', '株式会社順二,,Q2,', '株式会社順三,,Q3,', '株式会社順四,,Q4,'];
  const goneNow = async () => {
    const { 株式会社順一: one, 株式会社順二: two } = await accounts('株式会社順一', '株式会社順二');
    const findings = await readListFindings(suite().db);
    return [one, two].map(({ id }) => findings.get(id)?.length ?? 0);
  };
  await send(csv(HEADER, ...rows), { list: 'ORDER' });
  expect(await goneNow()).toEqual([0, 0]);
  expect((await send(csv(HEADER, ...rows.slice(1)), { list: 'ORDER' })).body).toMatchObject({
    mode: 'changes',
  });
  expect(await goneNow()).toEqual([1, 0]);
  await send(csv(HEADER, ...rows.slice(2)), { list: 'ORDER' });
  expect(await goneNow()).toEqual([1, 1]);
  // One that is there again is gone no more.
  await send(csv(HEADER, ...[0, 2, 3].flatMap((at) => rows[at] ?? [])), { list: 'ORDER' });
  expect(await goneNow()).toEqual([0, 1]);
});

test('behind all that, every account is the fold of its history', () => expectConsistentStore(suite().db));

test('a list that comes again without its keys makes no company twice, and tells which columns are empty', async () => {
  const rows = (...ids: string[]) => csv(HEADER, `株式会社鍵一,,${ids[0]},`, `株式会社鍵二,,${ids[1]},`);
  await send(rows('K1', 'K2'), { list: 'KEYS' });
  const { body } = await send(rows('', ''), { list: 'KEYS', dryRun: true });
  expect(body).toMatchObject({
    mode: 'changes',
    counts: { created: 0, unchanged: 2, undecided: 0 },
    notes: [
      { line: 1, code: 'KEY_COLUMN_EMPTY', detail: '法人番号' },
      { line: 1, code: 'KEY_COLUMN_EMPTY', detail: 'ID' },
    ],
  });
  const added = await send(rows('', ''), { list: 'KEYS', dryRun: true, mode: 'add' });
  expect(added.body).toMatchObject({ mode: 'add', counts: { created: 0, unchanged: 2 } });
  expect(added.body.notes).toEqual(body.notes);
  expect((await send(rows('K1', ''), { list: 'KEYS', dryRun: true })).body.notes).toMatchObject([
    { detail: '法人番号' },
  ]);
});
