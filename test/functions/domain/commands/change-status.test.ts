import { toRecord } from '../../../../functions/domain/account/account-record';
import type { ContactInput, TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { registerRow } from '../../../../functions/domain/register/row';
import type { Status } from '../../../../functions/domain/status/statuses';
import { TRANSITIONS, transitionOf } from '../../../../functions/domain/status/transitions';
import { anOpportunityInput, TODAY } from '../../../builders';
import {
  accepted,
  active,
  approved,
  badFit,
  client,
  codes,
  cold,
  DATA,
  dataFor,
  dead,
  HEADQUARTERS,
  type Life,
  met,
  missing,
  onFile,
  quarterly,
  refused,
  reviewed,
  unregistered,
  working,
} from '../account-lives';

const withContacts = (life: Life, ...contacts: ContactInput[]): Life =>
  contacts.reduce((before, contact) => accepted(before, { type: 'saveContact', contact }), life);

const LIVES: Record<Status, () => Life> = {
  COLD: cold,
  WORKING: met,
  ACTIVE_OPPORTUNITY: active,
  QUARTERLY_CHECK: quarterly,
  DEAD_OPPORTUNITY: dead,
  CURRENT_CLIENT: client,
  BAD_FIT: () => reviewed(badFit()),
  ON_FILE: onFile,
};

const proposalOf = ({ account }: Life): string => account.proposal?.id ?? '';

const answer = (type: 'approve' | 'reject', life: Life, note = '確認しました'): Command => ({
  type,
  proposalId: proposalOf(life),
  note,
});

test('taking over to field sales: COORDINATED where IS and FS overlap', () => {
  const data = DATA.OPPORTUNITY(working().account, TODAY);
  const move: Command = { type: 'changeStatus', to: 'ACTIVE_OPPORTUNITY', data };
  expect(codes(refused(working(), move, { by: 'fs' }))).toEqual(['COORDINATED']);
  expect(accepted(working(), move, { by: 'is' }).account).toMatchObject({ ownerId: 'fs', isOwnerId: 'is' });
});

test('a reactivated lost account keeps lostCount and clears the current reason, which the history keeps', () => {
  const lost = dead();
  expect(toRecord(lost.account)).toMatchObject({ lostCount: 1, lost: { reason: 'COMPETITOR' } });
  const again = accepted(lost, { type: 'addOpportunity', opportunity: anOpportunityInput({ since: TODAY }) });
  expect(toRecord(again.account)).toMatchObject({ status: 'ACTIVE_OPPORTUNITY', lostCount: 1, lost: null });
  const changes = again.history.at(-1)?.events.flatMap((event) => event.changes) ?? [];
  expect(changes).toContainEqual(
    expect.objectContaining({
      path: 'lost',
      before: expect.objectContaining({ reason: 'COMPETITOR' }),
      after: null,
    }),
  );
});

describe('what a change of status is given', () => {
  const everywhere: TransitionData = { ownerId: 'is2', contact: { name: '田中' } };
  const check: TransitionData = { nextCheckDate: '2026-10-01', awaitedCondition: '来期の予算' };
  const by = 'manager';
  const legal = TRANSITIONS.flatMap(({ from, to }) => from.map((one): [Status, Status] => [one, to])).filter(
    ([from]) => from !== 'BAD_FIT' && from !== 'ON_FILE',
  );

  test.each(legal)('%s to %s uses it, or refuses and says what is of no use', (from, to) => {
    const life = withContacts(LIVES[from === 'WORKING' && to === 'COLD' ? 'COLD' : from](), { name: '阿部' });
    const begun = from === 'WORKING' && to === 'COLD' ? withContacts(working(), { name: '阿部' }) : life;
    const guards = transitionOf(from, to)?.guards ?? [];
    const waits = to === 'QUARTERLY_CHECK';
    const data = { ...dataFor(guards, begun.account, TODAY), ...everywhere, ...(waits ? check : {}) };
    const where = { links: HEADQUARTERS, by };
    const isReviewed = guards.includes('MANAGER');
    const { account } = isReviewed
      ? approved(begun, to, data, { ...where, by: 'manager2' })
      : accepted(begun, { type: 'changeStatus', to, data }, where);
    expect(registerRow(account)).toMatchObject({
      status: to,
      ownerId: 'is2',
      contact: '田中',
      awaitedCondition: waits ? '来期の予算' : null,
      nextCheck: waits ? '2026-10-01' : null,
    });
    if (waits) return;
    const type = isReviewed ? 'propose' : 'changeStatus';
    const refusal = refused(begun, { type, to, data: { ...data, ...check } }, where);
    expect([codes(refusal), refusal.facts]).toEqual([
      ['DATA_UNUSED'],
      { unused: ['awaitedCondition', 'nextCheckDate'] },
    ]);
  });

  test.each<[Status, TransitionData]>([
    ['COLD', everywhere],
    ['WORKING', { ...everywhere, action: { kind: 'call', date: TODAY, with: '総務部' } }],
  ])('registered as %s', (status, data) => {
    const register = (more: TransitionData): Command => ({
      type: 'register',
      details: { name: '新規' },
      status,
      data: { ...data, ...more },
    });
    const { account } = accepted(unregistered(), register({}));
    expect(registerRow(account)).toMatchObject({ status, ownerId: 'is2', contact: '田中' });
    expect(refused(unregistered(), register(check)).facts).toEqual({
      unused: ['awaitedCondition', 'nextCheckDate'],
    });
  });

  test('a part that is filled in by half is asked for, not dropped', () => {
    const data = { ...DATA.REASON(working().account, TODAY), action: { kind: 'call' } } as const;
    const refusal = refused(working(), { type: 'changeStatus', to: 'COLD', data });
    expect([codes(refusal), missing(refusal)]).toEqual([['DATA_INCOMPLETE'], ['action.date', 'action.with']]);
  });
});

test('back to QUARTERLY_CHECK only if it was there before', () => {
  const need = DATA.NEED(quarterly().account, TODAY);
  accepted(onFile(quarterly()), { type: 'restore', to: 'QUARTERLY_CHECK', data: need });
  const refusal = refused(onFile(met()), { type: 'restore', to: 'QUARTERLY_CHECK', data: need });
  expect([codes(refusal), refusal.facts]).toEqual([['WAS_QUARTERLY'], { was: 'WORKING' }]);
});

test.each([
  ['COLD', cold],
  ['WORKING', met],
])('from %s takes effect at once with its review pending', (from, life) => {
  const { account } = badFit(life());
  expect(toRecord(account)).toMatchObject({
    status: 'BAD_FIT',
    badFit: { reviewedBy: null },
    proposal: { from, inEffect: true },
  });
  expect(toRecord(reviewed(badFit(life())).account)).toMatchObject({
    proposal: null,
    badFit: { reviewedBy: 'manager' },
  });
});

test('a detour over ON_FILE does not escape the review', () => {
  const detour = badFit(onFile(quarterly()));
  expect(toRecord(detour.account)).toMatchObject({
    status: 'BAD_FIT',
    proposal: { from: 'ON_FILE', inEffect: true },
  });
  const back = accepted(detour, answer('reject', detour), { by: 'manager' });
  expect(toRecord(back.account)).toMatchObject({
    status: 'ON_FILE',
    badFit: null,
    onFile: { reason: 'LEGAL_HOLD', from: 'QUARTERLY_CHECK' },
  });
  expect(toRecord(reviewed(detour).account).onFile).toBeNull();
});
