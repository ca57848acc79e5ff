/** What `decide` may know of a call: who calls in which way, the team with its settings and calendar, the team's day. */
import { dateIn } from '../clock';
import { withRepRights } from '../domain/account/editor';
import { calendarOf } from '../domain/account/team';
import type { Channel } from '../domain/status/code-lists';
import { japanesePublicHolidays } from '../public-holidays';
import type { Caller } from './admit-member';
import type { CommandContext } from './submit-request';

export const commandContextOf = (
  { member, team: { members, settings } }: Caller,
  channel: Channel,
  now: Date,
): CommandContext => ({
  today: dateIn(settings.zone, now),
  now: now.toISOString(),
  // Nobody sits at a trigger.
  actor: channel === 'trigger' ? withRepRights(member) : member,
  channel,
  members,
  settings,
  calendar: calendarOf(settings, japanesePublicHolidays()),
});
