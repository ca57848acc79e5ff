import { type AccountEvent, accountEventOf } from '../../../../functions/domain/account/account-event';
import { type AccountRecord, toRecord } from '../../../../functions/domain/account/account-record';
import { brokenByChange } from '../../../../functions/domain/account/broken-by-change';
import { aContext, anAccount, anActivity, aProduct, byId } from '../../../builders';
import { client, duplicate, working } from '../account-lives';

type Over = Partial<AccountRecord>;

const step = { from: 'WORKING', to: 'WORKING', reason: null, changes: [] } as const;
const UNDONE = accountEventOf('undone', step, { undoes: 2, command: 'logActivity' });
const CORRECTED = accountEventOf('meetingCorrected', step, { activity: anActivity({ kind: 'meeting' }) });
const names = { fromId: 'gone', fromName: '見本', intoId: 'acc-1', intoName: 'サンプル' };
const UNMERGED = accountEventOf('unmerged', step, { ...names, merge: 2 });

const codesOf = (before: Over, after: Over, events: AccountEvent[] = [], context = aContext()) =>
  brokenByChange(anAccount(before), anAccount(after), events, context)?.reasons.map(({ code }) => code) ?? [];

const wasMet = { ...toRecord(working().account), everMet: true };

test('a meeting is taken back by a manager’s correction and by an un-merge, and by nothing else', () => {
  const after = { ...wasMet, everMet: false };
  expect(codesOf(wasMet, after)).toEqual(['MET_TAKEN_BACK']);
  expect(codesOf(wasMet, after, [UNDONE])).toEqual(['MET_TAKEN_BACK']);
  expect(codesOf(wasMet, after, [CORRECTED])).toEqual([]);
  expect(codesOf(wasMet, after, [UNMERGED])).toEqual([]);
  // Taken back as a whole, the account is nobody's.
  expect(codesOf(wasMet, { ...after, withdrawn: true })).toEqual([]);
});

describe('the last product in use of a client (rule 7)', () => {
  const using = { ...toRecord(client().account), products: byId(aProduct({ id: 'p1' })) };
  const ended = aProduct({ id: 'p1', state: 'ended', endsOn: '2026-07-01', churnReason: '内製化' });
  const ending = aProduct({ id: 'p1', endsOn: '2026-08-31', churnReason: '更新なし' });

  test('does not end without a decision', () => {
    expect(codesOf(using, { ...using, products: byId(ended) })).toEqual([
      'DECISION_NEEDED',
      'CLIENT_WITHOUT_PRODUCT',
    ]);
  });

  test('has ended by its date: nothing ends a second time', () => {
    const over = { ...using, products: byId(aProduct({ id: 'p1', endsOn: '2026-06-30' })) };
    expect(codesOf(over, { ...over, kana: 'カナ' })).toEqual([]);
  });

  test('ends with one, by an end date that is still to come, or with the merge that had brought it', () => {
    expect(codesOf(using, { ...toRecord(working().account), products: byId(ended) })).toEqual([]);
    expect(codesOf(using, { ...using, products: byId(ending) })).toEqual([]);
    const other = aProduct({ id: 'p2', state: 'live', endsOn: '2026-06-30', churnReason: '更新なし' });
    const merged = { ...using, products: byId(aProduct({ id: 'p1' }), other) };
    const unmerged = { ...using, products: byId(other) };
    expect(codesOf(merged, unmerged)).toEqual(['DECISION_NEEDED']);
    expect(codesOf(merged, unmerged, [UNMERGED])).toEqual([]);
  });

  test('is owed again where what was filled in is undone, and by nothing else', () => {
    const owing = { ...using, products: {}, debts: ['EVIDENCE' as const] };
    expect(codesOf(using, owing, [UNDONE])).toEqual([]);
    expect(codesOf(using, owing)).toEqual(['DECISION_NEEDED']);
    expect(codesOf({ ...using, debts: ['EVIDENCE'] }, owing, [UNDONE])).toEqual(['DECISION_NEEDED']);
  });
});

test('a new link leads to an account that exists and closes no circle; an old one is not checked again', () => {
  const filed = toRecord(duplicate().account);
  const links = (successorId: string | null) =>
    aContext({ links: { hq: { id: 'hq', name: '本社', successorId } } });
  expect(codesOf({}, filed, [], links(null))).toEqual([]);
  expect(codesOf({}, filed, [], links('acc-1'))).toEqual(['FILED_BADLY']);
  expect(codesOf({}, filed, [], aContext())).toEqual(['FILED_BADLY']);
  expect(codesOf(filed, { ...filed, kana: 'カナ' }, [], aContext())).toEqual([]);
});

test('everything that is broken is named; what was broken before is not', () => {
  const cold = { ...wasMet, status: 'COLD' as const, ownerId: null };
  expect(codesOf(wasMet, { ...cold, products: byId(aProduct({ since: null })) })).toEqual([
    'MET_IS_COLD',
    'PRODUCT_MISPLACED',
    'PRODUCT_UNPROVED',
  ]);
  expect(codesOf(cold, { ...cold, kana: 'カナ' })).toEqual([]);
});
