/** One row of the register: what the sheet shows of an account. Dates are the team's; nothing here depends on today. */
import { type Account, type Contact, lastContact, openOpportunities, sortedById } from '../account/account';
import { decisionDueOn } from '../account/product-use';
import { runningCheck } from '../account/standing';
import type { CalendarDate } from '../calendar/calendar-date';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';

export interface RegisterRow {
  id: string;
  version: number;
  name: string;
  corporateNumber: string | null;
  status: Status;
  statusSince: CalendarDate;
  everMet: boolean;
  ownerId: string | null;
  isOwnerId: string | null;
  /** Field sales owners of the open opportunities. */
  fsOwnerIds: readonly string[];
  lastContact: CalendarDate | null;
  lastContactWith: string | null;
  nextCheck: CalendarDate | null;
  awaitedCondition: string | null;
  /** Name of the person whom we keep in touch with. */
  contact: string | null;
  openOpportunities: number;
  products: readonly string[];
  /** Proposal that waits for a manager: the status that it asks for. */
  pending: Status | null;
  debts: readonly GuardCode[];
  /** Of a client: the day on which its last product ends; from then on its next status is to be decided. */
  decisionDueOn: CalendarDate | null;
  withdrawn: boolean;
}

/** Whether the client has no product in use any more. */
export const isDecisionDue = (
  { decisionDueOn: due }: Pick<RegisterRow, 'decisionDueOn'>,
  today: CalendarDate,
): boolean => due !== null && due <= today;

export const registerRow = (account: Account): RegisterRow => {
  const open = openOpportunities(account);
  const contact = lastContact(account);
  const running = runningCheck(account.standing);
  return {
    id: account.id,
    version: account.version,
    name: account.name,
    corporateNumber: account.corporateNumber,
    status: account.standing.status,
    statusSince: account.standing.since,
    everMet: account.everMet,
    ownerId: account.ownerId,
    isOwnerId: account.isOwnerId,
    fsOwnerIds: [...new Set(open.map(({ fsOwnerId }) => fsOwnerId))],
    lastContact: contact?.date ?? null,
    lastContactWith: contact?.with ?? null,
    nextCheck: running?.nextCheck?.date ?? null,
    awaitedCondition: running?.awaitedCondition ?? null,
    contact: contactPerson(account)?.name ?? null,
    openOpportunities: open.length,
    // One product may be known from several lists.
    products: [
      ...new Set(
        Object.values(account.products)
          .filter(({ state }) => state === 'live')
          .map(({ product }) => product),
      ),
    ],
    pending: account.proposal?.to ?? null,
    debts: account.standing.debts,
    decisionDueOn: decisionDueOn({ ...account.standing, products: account.products }),
    withdrawn: account.withdrawn,
  };
};

/** The order of statuses in a new register: accounts that somebody works on first, untouched ones last. */
const INITIAL_STATUS_ORDER: readonly Status[] = [
  'ACTIVE_OPPORTUNITY',
  'QUARTERLY_CHECK',
  'WORKING',
  'DEAD_OPPORTUNITY',
  'CURRENT_CLIENT',
  'BAD_FIT',
  'ON_FILE',
  'COLD',
];

/** The order of a new register: by status, the next check, the name. From then on the order is the team's. */
export const inInitialOrder = (rows: Iterable<RegisterRow>): RegisterRow[] => {
  const rank = ({ status, nextCheck, name }: RegisterRow): string =>
    `${INITIAL_STATUS_ORDER.indexOf(status)} ${nextCheck ?? '9999-12-31'} ${name}`;
  return [...rows]
    .map((row) => ({ row, rank: rank(row) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ row }) => row);
};

/**
 * The contact whom we keep in touch with, who is still at the company; where none is, the first who is there. A quarterly check
 * needs somebody named: its cell stays empty until then, as the missing data say, and a name typed there settles it.
 */
const contactPerson = ({ contacts, awaitedContactId, standing }: Account): Contact | undefined => {
  const present = sortedById(contacts).filter(({ state }) => state === 'present');
  const named = present.find(({ id }) => id === awaitedContactId);
  return named ?? (standing.status === 'QUARTERLY_CHECK' ? undefined : present[0]);
};
