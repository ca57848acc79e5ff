/** What was handed over to a member and waits to be acknowledged. */
import type { CalendarDate } from '../calendar/calendar-date';
import { type Account, type Opportunity, openOpportunities } from './account';
import { actingMember } from './leave';
import { isManager, type Member } from './team';

/** Open opportunities that somebody has still to acknowledge. */
export const passedOpportunities = (account: Pick<Account, 'opportunities'>): Opportunity[] =>
  openOpportunities(account).filter(({ handOver }) => handOver !== null && handOver.acknowledgedOn === null);

/** Whether the actor may answer for the receiver: it is the actor, or the receiver is on leave and the actor, or every manager, stands in. */
export const mayAnswerFor = (
  receiverId: string,
  {
    actor,
    members,
    today,
  }: { actor: Member; members: Readonly<Record<string, Member>>; today: CalendarDate },
): boolean => {
  const acting = actingMember(members, receiverId, today);
  return receiverId === actor.id || (acting === null ? isManager(actor) : acting.id === actor.id);
};

/** Open opportunities that the member has still to acknowledge. */
export const unacknowledgedOpportunities = (
  account: Pick<Account, 'opportunities'>,
  memberId: string,
): Opportunity[] => passedOpportunities(account).filter(({ fsOwnerId }) => fsOwnerId === memberId);

/** Whether the opportunity was opened for its receiver, so that no field sales owner had it before. */
export const isOpenedFor = ({ handOver }: Pick<Opportunity, 'handOver'>): boolean =>
  handOver !== null && handOver.fromId === null;

/** The member who has to acknowledge the account or, where that does not wait, the first of its opportunities; null where nothing waits. */
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
