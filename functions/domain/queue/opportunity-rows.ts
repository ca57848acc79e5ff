/** One row for each open opportunity, grouped by its owner; within one, the soonest decision comes first. */
import { type Account, type BantAnswer, type Opportunity, openOpportunities } from '../account/account';
import { compareMembers } from '../account/member-order';
import { openPromises } from '../account/open-promises';
import type { Member } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import { LAST_DAY } from '../calendar/calendar-date';
import { BANT_KEYS, type BantKey } from '../status/code-lists';
import type { Text } from '../text/text';
import { memberText } from './account-reasons';
import { type PartBasis, partBasisOf } from './part-basis';

export interface OpportunityRow {
  accountId: string;
  name: string;
  opportunity: Opportunity;
  owner: Text;
  /** The answers that the account has given so far; questions that nobody has asked are left out. */
  bant: readonly { key: BantKey; answer: BantAnswer; by: Text | null }[];
  /** Promises that were made when the account was handed over. */
  promises: string | null;
  /** Who passed it on, and when, while its owner has not acknowledged it; null otherwise. */
  passed: { from: Text; on: CalendarDate } | null;
  /** The day on which a decision was expected is over. */
  isLate: boolean;
  basis: PartBasis;
}

interface OpportunityFacts {
  members: Readonly<Record<string, Member>>;
  today: CalendarDate;
}

const rowOf = (
  account: Account,
  opportunity: Opportunity,
  { members, today }: OpportunityFacts,
): OpportunityRow => {
  const { handOver, expectedOn = today } = opportunity;
  return {
    accountId: account.id,
    name: account.name,
    opportunity,
    owner: memberText(members[opportunity.fsOwnerId]),
    bant: BANT_KEYS.flatMap((key) => {
      const answer = account.bant[key];
      const by = answer.by === null ? null : memberText(members[answer.by]);
      return answer.value === 'unknown' ? [] : [{ key, answer, by }];
    }),
    promises: openPromises(account),
    passed:
      handOver === null || handOver.acknowledgedOn !== null
        ? null
        : { from: memberText(members[handOver.fromId ?? handOver.by]), on: handOver.on },
    isLate: expectedOn < today,
    basis: partBasisOf(account, 'opportunities', opportunity.id),
  };
};

export const opportunityRows = (accounts: readonly Account[], facts: OpportunityFacts): OpportunityRow[] => {
  const ownerOf = ({ opportunity: { fsOwnerId: id } }: OpportunityRow) =>
    facts.members[id] ?? { id, name: '' };
  const orderOf = ({ opportunity: { expectedOn = LAST_DAY, id }, name, accountId }: OpportunityRow) =>
    [expectedOn, name, accountId, id].join('\n');
  return accounts
    .flatMap((account) => openOpportunities(account).map((one) => rowOf(account, one, facts)))
    .map((row) => ({ row, owner: ownerOf(row), order: orderOf(row) }))
    .sort((a, b) => compareMembers(a.owner, b.owner) || (a.order < b.order ? -1 : 1))
    .map(({ row }) => row);
};

/** Sums in yen: the full amounts, and the amounts weighted by their probability. A missing value counts as 0. */
export const opportunitySums = (rows: readonly OpportunityRow[]): { amount: number; weighted: number } =>
  rows.reduce(
    (sums, { opportunity: { amount, probability = 0 } }) => ({
      amount: sums.amount + (amount ?? 0),
      weighted: sums.weighted + Math.round(((amount ?? 0) * probability) / 100),
    }),
    { amount: 0, weighted: 0 },
  );
