/** What was handed over to a member and waits to be acknowledged. */
import { type Account, type Opportunity, openOpportunities } from './account';

const passedOpportunities = (account: Pick<Account, 'opportunities'>): Opportunity[] =>
  openOpportunities(account).filter(({ handOver }) => handOver !== null && handOver.acknowledgedOn === null);

/** Open opportunities that the member has still to acknowledge. */
export const unacknowledgedOpportunities = (
  account: Pick<Account, 'opportunities'>,
  memberId: string,
): Opportunity[] => passedOpportunities(account).filter(({ fsOwnerId }) => fsOwnerId === memberId);

/** Whose turn it is to acknowledge the account or, where that does not wait, the first of its opportunities; null: nobody's. */
export const receiverOf = (account: Pick<Account, 'handOver' | 'opportunities'>): string | null =>
  account.handOver?.acknowledgedOn === null
    ? account.handOver.toId
    : (passedOpportunities(account)[0]?.fsOwnerId ?? null);

/** Whether something of it waits to be acknowledged by the member: the account itself, or an open opportunity on it. */
export const isHandedTo = (
  { handOver, opportunities }: Pick<Account, 'handOver' | 'opportunities'>,
  memberId: string,
): boolean =>
  (handOver !== null && handOver.acknowledgedOn === null && handOver.toId === memberId) ||
  unacknowledgedOpportunities({ opportunities }, memberId).length > 0;
