/** Why an account stands in the queue: what it waits for, since when, and who has to act. */
import { activeMember } from '../account/decision-context';
import { actingMember, leaveOn } from '../account/leave';
import type { Member, Settings } from '../account/team';
import { addBusinessDays, type BusinessCalendar } from '../calendar/business-days';
import { type CalendarDate, daysBetween } from '../calendar/calendar-date';
import type { Text } from '../text/text';
import { type Band, byStandInText } from './queue-texts';

/** What accounts are judged by on a day. */
export interface QueueDay {
  /** The team's calendar date. */
  today: CalendarDate;
  members: Readonly<Record<string, Member>>;
  settings: Settings;
  calendar: BusinessCalendar;
}

export interface QueueContext extends QueueDay {
  /** By the ID of an account that is left too late the member who would take it, or its opportunity, over: `proposeOwners` makes it. */
  proposedOwners: ReadonlyMap<string, string>;
}

/** 0 in time · 1 late · 2 so late that a manager asks · 3 so late that somebody else may take over. */
export type Lateness = 0 | 1 | 2 | 3;

export interface QueueReason {
  band: Band;
  /**
   * The day on which it is, or was, to be done; null where there is no such day. A check that was tried late is due since the day
   * before that.
   */
  due: CalendarDate | null;
  /** Calendar days since then; 0 in time. */
  daysOver: number;
  lateness: Lateness;
  /** Checks missed in a row, the overdue one included; 0 where it is no check. */
  missed: number;
  /** What we wait for, or why it is listed. */
  why: Text;
  next: Text;
  /** The member who has to act; null where the managers have to. */
  actorId: string | null;
  /** Whom the managers ask in their turn, and who is told of it until it is done. */
  askedId?: string;
  /** Who would take the account over, where another owner is proposed. */
  proposedOwnerId?: string;
  /** That goes to another owner by the row's cell, where it is not the account. */
  opportunityId?: string;
  /** The cell of owners gives another inside sales rep, and the account its owner keeps. */
  isInsideSales?: true;
}

export const latenessOf = (due: CalendarDate, { today, calendar, settings }: QueueDay): Lateness => {
  if (due >= today) return 0;
  if (addBusinessDays(due, settings.managerAsksAfterDays, calendar) > today) return 1;
  return addBusinessDays(due, settings.reassignAfterDays, calendar) > today ? 2 : 3;
};

/** How late something is that was due on the day. */
export const lateBy = (due: CalendarDate, context: QueueDay) => ({
  due,
  daysOver: Math.max(0, daysBetween(due, context.today)),
  lateness: latenessOf(due, context),
});

/** For what has no day. */
export const WITHOUT_DAY = { due: null, daysOver: 0, lateness: 0 } as const;

/** Who acts for the member, on leave the stand-in; null: the managers, as where nobody of that ID is active. */
export const actorFor = (id: string | null, { members, today }: QueueDay): string | null =>
  actingMember(members, id, today)?.id ?? null;

/**
 * It is the member's turn or, on leave, that of whoever stands in, whom the words then name. What is due on a later day, when the
 * member is back, waits for the member.
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
