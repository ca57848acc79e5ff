/**
 * What holds of every account after every command (rule 12): asked at the end of `decide`, and again of
 * what is about to be committed. A list's missing data is a debt, never a forbidden state.
 */
import type { CalendarDate } from '../calendar/calendar-date';
import { BANT_KEYS } from '../status/code-lists';
import type { GuardCode } from '../status/guard-texts';
import { ENTRY_GUARDS } from '../status/transitions';
import { type Account, isRegistered, meetingsOf, openOpportunities, sortedById } from './account';
import { isAccountId } from './account-id';
import { isFilled } from './guard-failure';
import type { InvariantCode } from './invariant-texts';
import { isProved, lastingProducts } from './product-use';
import { debtsOf, filing, mergeOf, successorIdOf } from './standing';

interface Invariant {
  code: InvariantCode;
  /** Its number in docs/rules.md. */
  rule: number;
  /** What breaks it: IDs of parts, or the account itself (an empty text). Nothing where it holds. */
  offenders: (account: Account, today: CalendarDate) => readonly string[];
}

const THE_ACCOUNT = [''];

const where = (isBroken: boolean): readonly string[] => (isBroken ? THE_ACCOUNT : []);

const owes = (account: Account, code: GuardCode): boolean => debtsOf(account).includes(code);

const isNurtured = ({ standing: { status } }: Account): boolean =>
  status === 'QUARTERLY_CHECK' || status === 'DEAD_OPPORTUNITY';

const lacksNeed = ({ bant, standing }: Account): boolean =>
  standing.status === 'QUARTERLY_CHECK' &&
  (bant.need.value !== 'yes' ||
    BANT_KEYS.every((key) => bant[key].value === 'yes') ||
    !isFilled(standing.awaitedCondition));

const lacksLoss = ({ bant, latentNeed, standing }: Account): boolean =>
  standing.status === 'DEAD_OPPORTUNITY' &&
  (bant.need.value === 'yes' || standing.lost === null || !isFilled(latentNeed));

const isReviewed = ({ standing, proposal }: Account): boolean =>
  standing.status !== 'BAD_FIT' ||
  (standing.badFit?.reviewedBy ?? null) !== null ||
  (proposal?.inEffect === true && proposal.to === 'BAD_FIT');

/** Whether the account on file exists and the link closes no circle needs other accounts, so the commands that make links ask that. */
const isFiledBadly = (account: Account): boolean => {
  const successorId = successorIdOf(account);
  const merged = mergeOf(account.standing);
  return (
    (account.standing.status === 'ON_FILE' && filing(account.standing) === null) ||
    (successorId !== null && (successorId === account.id || !isAccountId(successorId))) ||
    (merged !== null && merged.intoId !== successorId)
  );
};

const isProposalStale = ({ proposal, standing }: Account): boolean =>
  proposal !== null && standing.status !== (proposal.inEffect ? proposal.to : proposal.from);

export const INVARIANTS: readonly Invariant[] = [
  {
    code: 'MET_IS_COLD',
    rule: 1,
    offenders: ({ everMet, standing }) => where(everMet && standing.status === 'COLD'),
  },
  {
    code: 'MEETING_NOT_MET',
    rule: 1,
    offenders: (account) => (account.everMet ? [] : meetingsOf(account).map(({ id }) => id)),
  },
  {
    code: 'ACTIVE_WITHOUT_OPPORTUNITY',
    rule: 7,
    offenders: (account) =>
      where(
        account.standing.status === 'ACTIVE_OPPORTUNITY' &&
          openOpportunities(account).length === 0 &&
          !owes(account, 'OPPORTUNITY'),
      ),
  },
  {
    code: 'OPPORTUNITY_MISPLACED',
    rule: 7,
    offenders: (account) =>
      account.standing.status === 'ACTIVE_OPPORTUNITY' || account.standing.status === 'CURRENT_CLIENT'
        ? []
        : openOpportunities(account).map(({ id }) => id),
  },
  {
    code: 'PRODUCT_MISPLACED',
    rule: 12,
    offenders: ({ standing, products }) =>
      standing.status === 'CURRENT_CLIENT'
        ? []
        : sortedById(products)
            .filter(({ state }) => state === 'live')
            .map(({ id }) => id),
  },
  {
    code: 'PRODUCT_UNPROVED',
    rule: 12,
    offenders: (account, today) =>
      owes(account, 'EVIDENCE')
        ? []
        : lastingProducts(account, today)
            .filter((use) => !isProved(use))
            .map(({ id }) => id),
  },
  {
    code: 'CLIENT_WITHOUT_PRODUCT',
    rule: 7,
    offenders: (account) =>
      where(
        account.standing.status === 'CURRENT_CLIENT' &&
          Object.values(account.products).every(({ state }) => state !== 'live') &&
          !owes(account, 'EVIDENCE'),
      ),
  },
  {
    code: 'NURTURED_NOT_MET',
    rule: 13,
    offenders: (account) => where(isNurtured(account) && !account.everMet && !owes(account, 'MET')),
  },
  {
    code: 'NEED_NOT_HELD',
    rule: 8,
    offenders: (account) => where(lacksNeed(account) && !owes(account, 'NEED')),
  },
  {
    code: 'LOSS_NOT_HELD',
    rule: 8,
    offenders: (account) => where(lacksLoss(account) && !owes(account, 'LOST')),
  },
  { code: 'BAD_FIT_NOT_REVIEWED', rule: 10, offenders: (account) => where(!isReviewed(account)) },
  { code: 'FILED_BADLY', rule: 12, offenders: (account) => where(isFiledBadly(account)) },
  {
    code: 'OWNER_MISSING',
    rule: 12,
    offenders: (account) =>
      where(account.standing.status === 'WORKING' && account.ownerId === null && !owes(account, 'OWNER')),
  },
  { code: 'PROPOSAL_STALE', rule: 10, offenders: (account) => where(isProposalStale(account)) },
  {
    code: 'DEBT_MISPLACED',
    rule: 12,
    offenders: (account) =>
      debtsOf(account).filter((code) => !ENTRY_GUARDS[account.standing.status].includes(code)),
  },
];

/** Every broken invariant with its offender. A withdrawn account breaks none: it is in no list and has no status that counts. */
const offences = (account: Account, today: CalendarDate): { code: InvariantCode; offender: string }[] =>
  isRegistered(account)
    ? INVARIANTS.flatMap(({ code, offenders }) =>
        offenders(account, today).map((offender) => ({ code, offender })),
      )
    : [];

/** Every invariant that the account breaks. */
export const brokenInvariants = (account: Account, today: CalendarDate): InvariantCode[] => [
  ...new Set(offences(account, today).map(({ code }) => code)),
];

/** Invariants that only the changed account breaks. What it broke before, as when it was stored by code without the rule, refuses nothing. */
export const newlyBroken = (before: Account, after: Account, today: CalendarDate): InvariantCode[] => {
  const known = new Set(offences(before, today).map(({ code, offender }) => `${code} ${offender}`));
  const broken = offences(after, today).filter(({ code, offender }) => !known.has(`${code} ${offender}`));
  return [...new Set(broken.map(({ code }) => code))];
};
