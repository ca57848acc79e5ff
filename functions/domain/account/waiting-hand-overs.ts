/** What was handed over to a member and waits to be acknowledged. */
import { type Account, type Opportunity, openOpportunities } from './account';

/** Open opportunities that the member has still to acknowledge. */
export const unacknowledgedOpportunities = (
  account: Pick<Account, 'opportunities'>,
  memberId: string,
): Opportunity[] =>
  openOpportunities(account).filter(
    ({ fsOwnerId, handOver }) =>
      fsOwnerId === memberId && handOver !== null && handOver.acknowledgedOn === null,
  );

/** Whether something of it waits to be acknowledged by the member: the account itself, or an open opportunity on it. */
export const isHandedTo = (
  { handOver, opportunities }: Pick<Account, 'handOver' | 'opportunities'>,
  memberId: string,
): boolean =>
  (handOver !== null && handOver.acknowledgedOn === null && handOver.toId === memberId) ||
  unacknowledgedOpportunities({ opportunities }, memberId).length > 0;
