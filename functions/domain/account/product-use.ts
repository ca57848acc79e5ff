/** The products that a company uses: which count as in use on a day, and from when on a client without one has to be decided. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import { type AccountParts, type ProductUse, sortedById } from './account';

/** Begun, and not ended: those that make the company a client on that day. The oldest first. */
export const productsInUse = (account: Pick<AccountParts, 'products'>, today: CalendarDate): ProductUse[] =>
  sortedById(account.products).filter(
    ({ state, since, endsOn }) =>
      state === 'live' && (since === null || since <= today) && (endsOn === null || endsOn > today),
  );

const isLasting = ({ state, endsOn }: ProductUse, today: CalendarDate): boolean =>
  state === 'live' && (endsOn === null || endsOn > today);

/** Whether the product is still noted as in use although its last day has come. */
export const isOver = (
  { state, endsOn }: Pick<ProductUse, 'state' | 'endsOn'>,
  today: CalendarDate,
): boolean => state === 'live' && endsOn !== null && endsOn <= today;

/** Products whose use has no end, or one that is still to come; also those whose use only begins later. */
export const lastingProducts = (account: Pick<AccountParts, 'products'>, today: CalendarDate): ProductUse[] =>
  sortedById(account.products).filter((use) => isLasting(use, today));

/** What the decision depends on. Both forms of an account have it: the standing, and the flat record. */
interface ClientView extends Pick<AccountParts, 'products'> {
  status: Status;
  since: CalendarDate;
  debts: readonly GuardCode[];
}

/**
 * The day on which a client's last product ends: from then on somebody has to decide the next status, since nothing moves by
 * itself (rule 7). Null while a product has no end, and where a list has not said what is in use, which is missing data instead.
 */
export const decisionDueOn = ({ status, since, debts, products }: ClientView): CalendarDate | null => {
  const uses = Object.values(products);
  const isWithoutEnd = uses.some(({ state, endsOn }) => state === 'live' && endsOn === null);
  if (status !== 'CURRENT_CLIENT' || debts.includes('EVIDENCE') || uses.length === 0 || isWithoutEnd)
    return null;
  const ends = uses.flatMap(({ endsOn }) => endsOn ?? []);
  return ends.sort().pop() ?? since;
};

/** Whether the client's last product has ended, so that somebody has to decide its next status today. */
export const awaitsDecision = (client: ClientView, today: CalendarDate): boolean => {
  const due = decisionDueOn(client);
  return due !== null && due <= today;
};

/** Whether the use has its evidence: since when, and by which contract or on whose word. */
export const isProved = ({ since, reference, confirmedBy }: ProductUse): boolean =>
  since !== null && [reference, confirmedBy].some((proof) => (proof ?? '').trim() !== '');

/** Products whose agreed first day has come, while nobody has made the company a client yet. */
export const agreedProducts = (account: Pick<AccountParts, 'products'>, today: CalendarDate): ProductUse[] =>
  sortedById(account.products).filter(
    (use) =>
      use.state === 'prospect' &&
      isProved(use) &&
      (use.since ?? '') <= today &&
      (use.endsOn === null || use.endsOn > today),
  );
