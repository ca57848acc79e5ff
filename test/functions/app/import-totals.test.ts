import type { DecidedRowResult } from '../../../functions/app/import-row-result';
import { addRowResults, initialTotals } from '../../../functions/app/import-totals';
import { listProblem, refusedRow } from '../../../functions/company-list/list-problems';
import { refuse } from '../../../functions/domain/account/refusals';
import { registerRow } from '../../../functions/domain/register/row';
import { anAccount } from '../../builders';

const ACCOUNT = anAccount({ id: 'a_1', name: '株式会社旧', corporateNumber: '1010001000006' });
const NO_REVISION = { name: null, corporateNumber: null, isFormerName: false };
const accepted = (
  effect: 'created' | 'changed' | 'none',
  over: Partial<DecidedRowResult> = {},
): DecidedRowResult => ({
  line: 2,
  requestId: 'b_1:2',
  status: null,
  name: '株式会社新',
  before: ACCOUNT,
  closure: null,
  decided: null,
  revision: NO_REVISION,
  result: { row: registerRow(ACCOUNT), replayed: false, effect },
  ...over,
});
const created = accepted('created', { before: null, revision: null });
const filled = accepted('changed');
const unchanged = accepted('none');
const refused: DecidedRowResult = {
  line: 5,
  requestId: 'b_1:5',
  status: null,
  name: '株式会社新',
  before: ACCOUNT,
  closure: null,
  decided: null,
  revision: NO_REVISION,
  result: { refusal: refuse('ROLE_NOT_ALLOWED'), row: null },
};

test('every row is counted once, and what keeps one out is a problem', () => {
  const ambiguous = { problem: listProblem(9, 'COMPANY_AMBIGUOUS', 'two') };
  const { totals, problems } = addRowResults(initialTotals('add', null, 0), [
    created,
    filled,
    filled,
    unchanged,
    refused,
    ambiguous,
  ]);
  expect(totals).toEqual({
    counts: { created: 1, filled: 2, unchanged: 1, refused: 2, withDebts: 0, undecided: 0 },
    changes: null,
    closed: [],
  });
  const { message } = refuse('ROLE_NOT_ALLOWED');
  expect(problems).toEqual([refusedRow(5, { code: 'ROLE_NOT_ALLOWED', message }), ambiguous.problem]);
  // Why it was refused is said in words, and not by the code alone.
  expect(problems[0]?.message.ja).toContain(message.ja);
  expect(problems[0]?.message.en).toContain(message.en);
});

test('of a list that came again the changes are named', () => {
  const renamed = accepted('changed', {
    revision: { name: '株式会社新', corporateNumber: '2010001000005', isFormerName: false },
  });
  const { changes } = addRowResults(initialTotals('changes', null, 0), [renamed, created, unchanged]).totals;
  expect(changes).toEqual({
    counts: { renamed: 1, renumbered: 1, added: 1, unchanged: 1, gone: null },
    renamed: [{ line: 2, accountId: 'a_1', from: '株式会社旧', to: '株式会社新' }],
    renumbered: [
      { line: 2, accountId: 'a_1', name: '株式会社新', from: '1010001000006', to: '2010001000005' },
    ],
    added: [{ line: 2, name: '株式会社新' }],
    unchanged: [{ line: 2, name: '株式会社新' }],
    gone: [],
  });
});

test('a closed company is kept with the version that it has now, until it is on file', () => {
  const closed = accepted('changed', { closure: '2026-03-31' });
  expect(addRowResults(initialTotals('add', null, 0), [closed, created]).totals.closed).toEqual([
    { accountId: 'a_1', name: ACCOUNT.name, closure: '2026-03-31', version: ACCOUNT.version },
  ]);
});

test('a name that the company gave up is a note', () => {
  const row = accepted('none', { revision: { ...NO_REVISION, isFormerName: true } });
  expect(addRowResults(initialTotals('changes', null, 0), [row]).notes).toEqual([
    listProblem(2, 'NAME_IS_FORMER', '株式会社新'),
  ]);
});

test('another name of a company is a note where a number tells which it is, and none where a person has said so', () => {
  const byNumber = accepted('changed');
  const decided = { line: 2, name: '株式会社新', row: 'r', accountName: '株式会社旧', earlierLine: null };
  const byPerson = accepted('changed', { decided: { ...decided, is: { accountId: 'a_1' }, by: 'person' } });
  expect(addRowResults(initialTotals('add', null, 0), [byNumber]).notes).toEqual([
    listProblem(2, 'NAME_IS_OTHER', '株式会社新 / 株式会社旧'),
  ]);
  expect(addRowResults(initialTotals('add', null, 0), [byPerson]).notes).toEqual([]);
});

test('twenty examples of what is new or unchanged are kept, a hundred renamed ones; all are counted', () => {
  const renamed = accepted('changed', { revision: { ...NO_REVISION, name: '株式会社新' } });
  const rows = Array.from({ length: 150 }, () => [renamed, created, unchanged]).flat();
  const { changes } = addRowResults(initialTotals('changes', null, 0), rows).totals;
  expect(changes?.counts).toMatchObject({ renamed: 150, added: 150, unchanged: 150 });
  expect([changes?.renamed.length, changes?.added.length, changes?.unchanged.length]).toEqual([100, 20, 20]);
});

test('a batch that begins anew keeps what it has renamed, which it does not do twice', () => {
  const first = addRowResults(initialTotals('changes', null, 0), [
    accepted('changed', { revision: { ...NO_REVISION, name: '株式会社新' } }),
    created,
  ]).totals;
  expect(initialTotals('changes', first.changes, 0)).toMatchObject({
    counts: { created: 0, filled: 0 },
    changes: { counts: { renamed: 1, added: 0 }, renamed: [{ to: '株式会社新' }], added: [] },
  });
});
