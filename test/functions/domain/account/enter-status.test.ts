import type { Account } from '../../../../functions/domain/account/account';
import { type AccountRecord, toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import { draftOf } from '../../../../functions/domain/account/draft';
import {
  accountInStatus,
  badFitOf,
  carriesToSuccessor,
  enterStatus,
  lossOf,
  onFileOf,
  pendingReview,
  withEntryDebts,
} from '../../../../functions/domain/account/enter-status';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import {
  aContext,
  anAccount,
  anActivity,
  anOpportunity,
  aProduct,
  byId,
  TODAY,
  theMember,
} from '../../../builders';
import { onFile } from '../account-lives';

const byRep = { requester: theMember('is'), approver: null };
const approved = { requester: theMember('is'), approver: theMember('manager') };

const entered = (
  over: Partial<AccountRecord>,
  to: Status,
  data: TransitionData = {},
  approval: Parameters<typeof enterStatus>[4] = byRep,
): AccountRecord => toRecord(accountInStatus(anAccount(over), to, data, aContext(), approval));

test.each(STATUSES)('%s begins today, and a proposal made before is gone', (to) => {
  const proposal = pendingReview(anAccount(), {}, aContext());
  expect(entered({ proposal }, to)).toMatchObject({ status: to, statusSince: TODAY, proposal: null });
});

describe('who owns it then', () => {
  const opportunities = byId(
    anOpportunity({ id: 'o1', fsOwnerId: 'fs2' }),
    anOpportunity({ id: 'o2', fsOwnerId: 'fs' }),
    anOpportunity({ id: 'o3', fsOwnerId: 'fs2', state: 'lost' }),
  );

  test.each<[string, Partial<AccountRecord>, Status, TransitionData, string | null]>([
    [
      'active: the owner of the newest open one',
      { ownerId: 'is', opportunities },
      'ACTIVE_OPPORTUNITY',
      {},
      'fs',
    ],
    ['active: as the data says', { opportunities }, 'ACTIVE_OPPORTUNITY', { ownerId: 'is2' }, 'is2'],
    [
      'returned: its inside sales rep',
      { status: 'ACTIVE_OPPORTUNITY', ownerId: 'fs', isOwnerId: 'is' },
      'WORKING',
      {},
      'is',
    ],
    ['returned, and never had one', { status: 'ACTIVE_OPPORTUNITY', ownerId: 'fs' }, 'WORKING', {}, 'fs'],
    [
      'returned to whom the data says',
      { status: 'ACTIVE_OPPORTUNITY', isOwnerId: 'is' },
      'WORKING',
      { ownerId: 'is2' },
      'is2',
    ],
    [
      'worked again: who had it',
      { status: 'DEAD_OPPORTUNITY', ownerId: 'fs', isOwnerId: 'is' },
      'WORKING',
      {},
      'fs',
    ],
    ['any other status: who had it', { ownerId: 'fs', isOwnerId: 'is' }, 'DEAD_OPPORTUNITY', {}, 'fs'],
  ])('%s', (_, over, to, data, ownerId) => {
    expect(entered(over, to, data).ownerId).toBe(ownerId);
  });
});

test('a quarterly check is due three months after the last contact, or on the customer’s own day', () => {
  const over = { activities: byId(anActivity({ date: '2026-06-19' })) };
  const data = { awaitedCondition: '来期の予算' };
  expect(entered(over, 'QUARTERLY_CHECK', data)).toMatchObject({
    nextCheck: { date: '2026-09-24', origin: 'cadence', base: '2026-06-19' },
    awaitedCondition: '来期の予算',
  });
  expect(entered({}, 'QUARTERLY_CHECK').nextCheck).toMatchObject({ date: '2026-10-01', base: TODAY });
  expect(entered(over, 'QUARTERLY_CHECK', { ...data, nextCheckDate: '2027-04-01' }).nextCheck).toEqual({
    date: '2027-04-01',
    origin: 'customer',
    base: '2026-06-19',
  });
});

test('each loss is counted, and what was not said of it is left open', () => {
  expect(entered({ lostCount: 1 }, 'DEAD_OPPORTUNITY', { lost: { reason: 'BUDGET' } })).toMatchObject({
    lostCount: 2,
    lost: { on: TODAY, reason: 'BUDGET', reasonText: null, revisitOn: null, revisitTrigger: null },
  });
  expect(lossOf({ lost: { on: '2026-06-30', revisitOn: '2027-01-04' } }, aContext())).toMatchObject({
    on: '2026-06-30',
    revisitOn: '2027-01-04',
  });
});

describe('a client', () => {
  const agreed = aProduct({ id: 'p2', product: 'Desk', state: 'prospect' });
  const statesOf = ({ products }: AccountRecord) => Object.values(products).map(({ state }) => state);

  test('uses what was agreed', () => {
    expect(statesOf(entered({ products: byId(agreed) }, 'CURRENT_CLIENT'))).toEqual(['live']);
  });

  test('who uses something already is no reason to take more into use', () => {
    const products = byId(aProduct({ id: 'p1' }), agreed);
    expect(statesOf(entered({ products }, 'CURRENT_CLIENT'))).toEqual(['live', 'prospect']);
  });
});

describe('a bad fit', () => {
  const data: TransitionData = { fit: { reason: 'SIZE', reasonText: '小規模', products: ['Cloud', 'Desk'] } };

  test('is reviewed again half a year later; its approver is on record', () => {
    expect(badFitOf(data, aContext(), 'is', 'manager')).toEqual({
      on: TODAY,
      by: 'is',
      reason: 'SIZE',
      note: '小規模',
      products: ['Cloud', 'Desk'],
      reviewedBy: 'manager',
      rejudgement: null,
      reviewOn: '2027-01-01',
    });
    expect(entered({}, 'BAD_FIT', data, approved).badFit).toMatchObject({ by: 'is', reviewedBy: 'manager' });
  });

  test('from the file remembers how it was filed until a manager has approved', () => {
    const { account } = onFile();
    const filed = toRecord(account).onFile;
    const filingAfter = (approval: typeof byRep | typeof approved) =>
      toRecord(accountInStatus(account, 'BAD_FIT', data, aContext(), approval)).onFile;
    expect(filingAfter(byRep)).toEqual(filed);
    expect(filingAfter(approved)).toBeNull();
  });

  test.each(STATUSES)('from %s that waits for its review says what a rejection returns to', (from) => {
    expect(pendingReview(anAccount({ status: from }), data, aContext())).toMatchObject({
      id: 'r000002',
      by: 'is',
      from: from === 'BAD_FIT' ? 'COLD' : from,
      to: 'BAD_FIT',
      data,
      inEffect: true,
    });
  });
});

describe('on file', () => {
  const parts = { opportunities: byId(anOpportunity()), products: byId(aProduct()) };
  const onFileData = (more: TransitionData['onFile']): TransitionData => ({
    onFile: { reason: 'MERGED', successorId: 'hq', ...more },
  });
  const shortOf = ({ opportunities, products }: AccountRecord) =>
    [opportunities.o000001, products.p000001].map((part) => part?.state);

  test.each<[TransitionData['onFile'], boolean, string[]]>([
    [{}, false, ['open', 'live']],
    [{ products: 'successor' }, true, ['open', 'ended']],
    [{ opportunities: 'successor' }, true, ['returned', 'live']],
    [{ products: 'successor', opportunities: 'successor' }, true, ['returned', 'ended']],
  ])('with %j: the successor takes over: %p', (more, carries, states) => {
    const data = onFileData(more);
    expect(carriesToSuccessor(data)).toBe(carries);
    expect(shortOf(entered({ status: 'CURRENT_CLIENT', ...parts }, 'ON_FILE', data))).toEqual(states);
    const draft = draftOf(anAccount({ status: 'CURRENT_CLIENT', ...parts }));
    const { events } = enterStatus(draft, 'ON_FILE', data, aContext(), byRep);
    expect(events.map((event) => event.data)).toEqual([carries ? { movedTo: 'hq' } : {}]);
  });

  test('says where it came from', () => {
    expect(onFileOf(onFileData({}), aContext(), 'DEAD_OPPORTUNITY')).toEqual({
      on: TODAY,
      reason: 'MERGED',
      reasonText: null,
      successorId: 'hq',
      from: 'DEAD_OPPORTUNITY',
    });
  });
});

describe('what the status asks for and the account does not have is owed', () => {
  const debtsOf = (over: Partial<AccountRecord>) => withEntryDebts(anAccount(over)).standing.debts;
  const meeting = byId(anActivity({ kind: 'meeting' }));

  test.each<[Partial<AccountRecord>, string[]]>([
    [{ status: 'COLD' }, []],
    [{ status: 'WORKING' }, ['OWNER']],
    // Rule 13: a client who was never met.
    [{ status: 'QUARTERLY_CHECK', ownerId: 'is' }, ['MET']],
    [{ status: 'DEAD_OPPORTUNITY', ownerId: 'is' }, ['MET']],
    [{ status: 'DEAD_OPPORTUNITY', ownerId: 'is', activities: meeting }, []],
    [{ status: 'QUARTERLY_CHECK', debts: ['NEED'] }, ['OWNER', 'MET', 'NEED']],
    [{ status: 'QUARTERLY_CHECK', debts: ['MET', 'OWNER'] }, ['MET', 'OWNER']],
    [{ status: 'CURRENT_CLIENT' }, []],
  ])('%j owes %j', (over, debts) => {
    expect(debtsOf(over)).toEqual(debts);
  });
});

describe('the history', () => {
  const eventsOf = (account: Account, to: Status, data: TransitionData) =>
    enterStatus(draftOf(account), to, data, aContext(), byRep).events.map(
      ({ from, to: into, reason, data: facts }) => [`${from} → ${into}`, reason, facts],
    );

  test('of COLD to ACTIVE_OPPORTUNITY records the passage through WORKING', () => {
    const data = { reason: '紹介', coordinatedWith: '佐藤' };
    expect(eventsOf(anAccount(), 'ACTIVE_OPPORTUNITY', data)).toEqual([
      ['COLD → WORKING', '紹介', {}],
      ['WORKING → ACTIVE_OPPORTUNITY', '紹介', { coordinatedWith: '佐藤' }],
    ]);
  });

  test('has the words of a loss as its reason where no other is given', () => {
    const lost = { reason: 'OTHER', reasonText: '方針転換' };
    const reasonOf = (data: TransitionData) =>
      eventsOf(anAccount({ status: 'WORKING' }), 'DEAD_OPPORTUNITY', data)[0]?.[1];
    expect(reasonOf({ lost })).toBe('方針転換');
    expect(reasonOf({ lost, reason: '年度替わり' })).toBe('年度替わり');
  });

  test.each([
    [byRep, true],
    [approved, false],
  ])('a bad fit waits for its review where nobody approved it before: %#', (approval, waits) => {
    const { account } = enterStatus(draftOf(anAccount()), 'BAD_FIT', {}, aContext(), approval);
    expect(account.proposal !== null).toBe(waits);
  });
});
