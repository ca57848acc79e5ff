/** Accounts as the queue finds them, by what they wait for. All are due on the builders' TODAY at the latest. */
import type { Account, OpportunityHandOver, Proposal } from '../../../../functions/domain/account/account';
import type { AccountRecord } from '../../../../functions/domain/account/account-record';
import type { CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import type { QueueContext } from '../../../../functions/domain/queue/queue-reason';
import type { BantValue } from '../../../../functions/domain/status/code-lists';
import { aContext, aJudgement, anAccount, aProduct, byId, TODAY } from '../../../builders';

export const bantOf = (value: BantValue) => ({ value, on: null, by: null });

export const queueContext = ({
  proposedOwners = new Map(),
  ...over
}: Parameters<typeof aContext>[0] & Partial<Pick<QueueContext, 'proposedOwners'>> = {}): QueueContext => ({
  ...aContext(over),
  proposedOwners,
});

/** In the quarterly check, everything as it should be, due today. */
export const aCheck = (over: Partial<AccountRecord> & { due?: CalendarDate } = {}): Account => {
  const { due = TODAY, ...rest } = over;
  return anAccount({
    status: 'QUARTERLY_CHECK',
    ownerId: 'is',
    everMet: true,
    nextCheck: { date: due, origin: 'customer', base: '2026-03-30' },
    awaitedCondition: '来期の予算',
    bant: { budget: bantOf('no'), authority: bantOf('yes'), need: bantOf('yes'), timing: bantOf('unclear') },
    ...rest,
  });
};

export const aProposal = (over: Partial<Proposal> = {}): Proposal => ({
  id: 'r000002',
  by: 'is',
  on: '2026-06-29',
  from: 'QUARTERLY_CHECK',
  to: 'BAD_FIT',
  data: { fit: { reason: 'SIZE', explicitNeed: 'none', latentNeed: 'none', products: ['Cloud', 'Desk'] } },
  note: '従業員5名',
  inEffect: false,
  ...over,
});

/** Reviewed, and its next review is still to come. */
export const aBadFit = (
  over: Partial<AccountRecord> = {},
  fit: Partial<NonNullable<AccountRecord['badFit']>> = {},
): Account =>
  anAccount({
    status: 'BAD_FIT',
    ownerId: 'is',
    badFit: aJudgement({ on: '2026-05-01', reviewOn: '2026-11-01', ...fit }),
    ...over,
  });

export const aLoss = (
  over: Partial<AccountRecord> = {},
  loss: Partial<NonNullable<AccountRecord['lost']>> = {},
): Account =>
  anAccount({
    status: 'DEAD_OPPORTUNITY',
    ownerId: 'is',
    everMet: true,
    latentNeed: '手作業が多い',
    lost: {
      on: '2026-01-15',
      reason: 'COMPETITOR',
      reasonText: null,
      revisitOn: '2026-07-01',
      revisitTrigger: null,
      ...loss,
    },
    ...over,
  });

export const anEndedClient = (over: Partial<AccountRecord> = {}, endsOn = '2026-04-30'): Account =>
  anAccount({ status: 'CURRENT_CLIENT', ownerId: 'is', products: byId(aProduct({ endsOn })), ...over });

export const aHandOver = (
  over: Partial<NonNullable<AccountRecord['handOver']>> = {},
): NonNullable<AccountRecord['handOver']> => ({
  id: 'h000002',
  by: 'manager',
  on: '2026-06-30',
  fromId: 'left',
  toId: 'is',
  note: '窓口は山田部長',
  promises: null,
  acknowledgedOn: null,
  ...over,
});

/** Of an opportunity, to its field sales owner. */
export const aPassing = (over: Partial<OpportunityHandOver> = {}): OpportunityHandOver => ({
  ...{ id: 'h000002', by: 'is', on: '2026-06-26', fromId: null, note: null, acknowledgedOn: null },
  ...over,
});
