/** Accounts of one member split over several receivers, so that each has about as many to work on afterwards. */
import { STATUS, type Status } from '../status/statuses';

/** How many accounts a member owns; `open` of them are to be worked on. */
export interface MemberLoad {
  id: string;
  accounts: number;
  open: number;
}

interface AccountToSplit {
  id: string;
  status: Status;
}

/** Whether accounts of this status are to be worked on: nobody prospects into those to avoid. */
export const isOpenStatus = (status: Status): boolean => STATUS[status].bin !== 'avoid';

/**
 * By account ID the member who takes it over: of the receivers the one with the fewest open accounts by then, and for an account
 * that is not open the one with the fewest in all; of equal ones the one who is named first. The accounts go in the order of their
 * IDs, so that what is left of a split that was stopped goes to the same members. Empty where nobody receives.
 */
export const splitByLoad = (
  accounts: readonly AccountToSplit[],
  receivers: readonly MemberLoad[],
): ReadonlyMap<string, string> => {
  const loads = receivers.map((receiver) => ({ ...receiver }));
  const ordered = [...accounts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const open = ordered.filter(({ status }) => isOpenStatus(status));
  const others = ordered.filter(({ status }) => !isOpenStatus(status));
  const split = new Map<string, string>();
  const give = (id: string, load: 'open' | 'accounts'): void => {
    const [first, ...more] = loads;
    if (first === undefined) return;
    const least = more.reduce((best, one) => (one[load] < best[load] ? one : best), first);
    least.accounts += 1;
    if (load === 'open') least.open += 1;
    split.set(id, least.id);
  };
  for (const { id } of open) give(id, 'open');
  for (const { id } of others) give(id, 'accounts');
  return split;
};
