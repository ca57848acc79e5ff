/** What `decide` may know of a call: who calls in which way, the team with its settings and calendar, the team's day. */
import { dateIn } from '../clock';
import type { DecisionContext } from '../domain/account/decision-context';
import { withRepRights } from '../domain/account/editor';
import { calendarOf } from '../domain/account/team';
import type { Channel } from '../domain/status/code-lists';
import { japanesePublicHolidays } from '../public-holidays';
import type { Caller } from './admit-member';

/** The decision context without what belongs to a single account. */
export type CommandContext = Omit<DecisionContext, 'links' | 'history' | 'others'>;

export const commandContextOf = (
  { member, team: { members, settings } }: Caller,
  channel: Channel,
  now: Date,
  sentAt?: string,
): CommandContext => ({
  today: dateIn(settings.zone, now),
  now: now.toISOString(),
  // A trigger runs without its person, so it has a rep's rights at most.
  actor: channel === 'trigger' ? withRepRights(member) : member,
  channel,
  ...(sentAt === undefined ? {} : { sentAt }),
  members,
  settings,
  calendar: calendarOf(settings, japanesePublicHolidays()),
});
