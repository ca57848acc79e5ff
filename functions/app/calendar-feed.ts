/** A member's calendar, for whoever has its link. */

import { dateIn } from '../clock';
import { calendarEntries } from '../domain/digest/calendar-entries';
import { plainLine } from '../domain/digest/plain-line';
import type { MakeRowLink } from '../domain/register/row-target';
import { calendarFile } from '../outbound/calendar-file';

import { opensCalendarFeed } from '../store/calendar-feeds';
import type { Database } from '../store/firestore';
import { readOwnedAccounts } from '../store/owned-accounts';
import { loadTeam } from '../store/team';
import { CALENDAR_FUNCTION } from './open-functions';

/** `functionsUrl` is without a slash at its end. Whoever has the link reads the calendar. */
export const calendarLink = (functionsUrl: string, memberId: string, secret: string): string =>
  `${functionsUrl}/${CALENDAR_FUNCTION}?feed=${memberId}.${secret}`;

/**
 * The calendar file; null where there is no such link, or its member has left. `feed` is what stands in the address: it may be
 * anything.
 */
export const memberCalendarFile = async (
  db: Database,
  feed: string,
  links: MakeRowLink,
  now: Date,
): Promise<string | null> => {
  const [, memberId = '', secret = ''] = /^([^.]+)\.([^.]+)$/.exec(feed) ?? [];
  if (!(await opensCalendarFeed(db, memberId, secret))) return null;
  const { members, settings } = await loadTeam(db);
  const member = members[memberId];
  const today = dateIn(settings.zone, now);
  if (member?.active !== true) return null;
  // Whoever has a leave to come may be stood in for by this member, or by somebody for whom this one stands in.
  const away = Object.values(members).filter(
    (other) => other.active && other.id !== memberId && (other.leaves ?? []).some(({ to }) => to >= today),
  );
  const read = await Promise.all(
    [member, ...away].map(({ id }) => readOwnedAccounts(db, id, ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'])),
  );
  const accounts = read.flatMap((one) => one.accounts);
  const { language } = settings;
  return calendarFile(
    `Hachi ${plainLine(member.name)}`,
    calendarEntries(accounts, { memberId, members }, member.language ?? language, links),
  );
};
