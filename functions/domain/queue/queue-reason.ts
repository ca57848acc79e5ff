/** A reason for which an account stands in the queue: what it waits for, since when, and who has to act. */
import { activeMember } from '../account/decision-context';
import { actingMember, leaveOn } from '../account/leave';
import type { Member, Settings } from '../account/team';
import { addBusinessDays, type BusinessCalendar } from '../calendar/business-days';
import { type CalendarDate, daysBetween } from '../calendar/calendar-date';
import type { Text } from '../text/text';
import { type Band, byStandInText } from './queue-texts';

/** The day, the team and its settings, by which accounts are judged. */
export interface QueueDay {
  /** The team's calendar date. */
  today: CalendarDate;
  members: Readonly<Record<string, Member>>;
  settings: Settings;
  calendar: BusinessCalendar;
}

export interface QueueContext extends QueueDay {
  /** For the ID of an overdue account the member who would take it, or its opportunity, over; made by `proposeOwners`. */
  proposedOwners: ReadonlyMap<string, string>;
}

/** 0 in time · 1 late · 2 so late that a manager asks · 3 so late that somebody else may take over. */
export type Lateness = 0 | 1 | 2 | 3;

export interface QueueReason {
  band: Band;
  /**
   * The day on which the task is due; null where it has none. A check whose late attempt found nobody keeps the due day that it had
   * before.
   */
  due: CalendarDate | null;
  /** Calendar days after the due day; 0 where it is not over. */
  daysOver: number;
  lateness: Lateness;
  /** Checks missed in a row, including the overdue one; 0 where the reason is no check. */
  missed: number;
  /** What the account waits for, or why it is listed. */
  why: Text;
  next: Text;
  /** The member who has to act; null for the managers. */
  actorId: string | null;
  /** Whom the managers ask, where it is their turn; this member is reminded until it is done. */
  askedId?: string;
  /** Who would take the account over, where another owner is proposed. */
  proposedOwnerId?: string;
  /** The opportunity that the owner cell of the row hands over, instead of the account. */
  opportunityId?: string;
  /** The owner cell of the row sets another inside sales rep; the account keeps its owner. */
  isInsideSales?: true;
}

export const latenessOf = (due: CalendarDate, { today, calendar, settings }: QueueDay): Lateness => {
  if (due >= today) return 0;
  if (addBusinessDays(due, settings.managerAsksAfterDays, calendar) > today) return 1;
  return addBusinessDays(due, settings.reassignAfterDays, calendar) > today ? 2 : 3;
};

/** How late a task is that was due on the given day. */
export const lateBy = (due: CalendarDate, context: QueueDay) => ({
  due,
  daysOver: Math.max(0, daysBetween(due, context.today)),
  lateness: latenessOf(due, context),
});

/** For tasks without a due day. */
export const WITHOUT_DAY = { due: null, daysOver: 0, lateness: 0 } as const;

/** The member or, while they are on leave, their stand-in; null for the managers, who also act where the member is not active. */
export const actorFor = (id: string | null, { members, today }: QueueDay): string | null =>
  actingMember(members, id, today)?.id ?? null;

/**
 * Who acts, and what: the member or, while they are on leave, the stand-in, whom the words then name. What is due after the leave
 * stays with the member.
 */
export const turnOf = (
  id: string | null,
  next: Text,
  context: QueueDay,
  due: CalendarDate = context.today,
): Pick<QueueReason, 'next' | 'actorId'> => {
  const member = activeMember(context, id);
  if (member !== null && due > context.today && leaveOn(member, due) === null) return { next, actorId: id };
  const acting = actingMember(context.members, id, context.today);
  const actorId = acting?.id ?? null;
  return member !== null && isOnLeave(id, context)
    ? { next: byStandInText(next, member.name, acting?.name ?? null), actorId }
    : { next, actorId };
};

/** Whether the member is active and on leave today. */
export const isOnLeave = (id: string | null, context: QueueDay): boolean => {
  const member = activeMember(context, id);
  return member !== null && leaveOn(member, context.today) !== null;
};
