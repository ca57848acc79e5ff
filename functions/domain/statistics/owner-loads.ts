/** How many accounts each member owns, of what the history tells of all of them. */
import { isOpenStatus, type MemberLoad } from '../account/split-by-load';
import { type HistoryFacts, statusOf } from './account-facts';

/** The loads of all members who own accounts. */
export const ownerLoads = (facts: readonly HistoryFacts[]): MemberLoad[] => {
  const loads = new Map<string, MemberLoad>();
  for (const one of facts) {
    const { ownerId } = one.current;
    const status = statusOf(one);
    if (ownerId === null || status === null) continue;
    const { accounts, open } = loads.get(ownerId) ?? { accounts: 0, open: 0 };
    loads.set(ownerId, { id: ownerId, accounts: accounts + 1, open: open + (isOpenStatus(status) ? 1 : 0) });
  }
  return [...loads.values()];
};
