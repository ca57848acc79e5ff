/** A member's day: what of the queue waits for them, and which of their working accounts are near the end of their time box. */
import type { DayAnswer } from '../contract/day';
import type { Member } from '../domain/account/team';
import { documentProblem } from '../domain/account/unreadable-document';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { myDay } from '../domain/digest/my-day';
import { readAccountPage } from '../store/account-pages';
import type { Database } from '../store/firestore';
import type { Team } from '../store/team-document';
import { readQueue } from './read-queue';

/** Checks further ahead are nobody's day: they are not read. */
const HORIZON_DAYS = 7;
/** Items of a section that are listed; the others are counted. */
const MAX_ITEMS = 50;
const MAX_WORKING = 200;

/** `today` is the team's day. */
export const readMyDay = async (
  db: Database,
  member: Member,
  team: Pick<Team, 'members' | 'settings'>,
  today: CalendarDate,
): Promise<DayAnswer> => {
  const [{ rows }, working] = await Promise.all([
    readQueue(db, team, today, HORIZON_DAYS),
    readAccountPage(db, { ownerIds: [member.id], status: 'WORKING' }, null, undefined, MAX_WORKING),
  ]);
  const { workingDays } = team.settings;
  const sections = myDay(rows, working?.accounts ?? [], { member, today, workingDays });
  return {
    date: today,
    sections: sections.map(({ part, label, items }) => ({
      part,
      label,
      items: items.slice(0, MAX_ITEMS),
      left: Math.max(0, items.length - MAX_ITEMS),
    })),
    problems: (working?.unreadable ?? []).map(documentProblem),
  };
};
