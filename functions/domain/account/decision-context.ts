/** What decide may know beside the account: no clock and no I/O, all of it handed in. */

import type { BusinessCalendar } from '../calendar/business-days';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Channel } from '../status/code-lists';
import {
  type Account,
  type AccountParts,
  isRegistered,
  lastContact,
  openOpportunities,
  partById,
  sortedById,
} from './account';
import type { HistoryEntry } from './history';
import type { Member, Settings } from './team';

export interface LinkedAccount {
  id: string;
  name: string;
  /** The account that stands for this one; null where the chain ends. */
  successorId: string | null;
}

export interface DecisionContext {
  /** The team's calendar date. */
  today: CalendarDate;
  /** Instant, ISO 8601 in UTC. */
  now: string;
  actor: Member;
  channel: Channel;
  /** Instant at which the caller sent the command, ISO 8601 in UTC; absent where nobody says. */
  sentAt?: string;
  members: Readonly<Record<string, Member>>;
  settings: Settings;
  calendar: BusinessCalendar;
  /** The account that a command wants to link to, and the chain of successors behind it. Absent = does not exist. */
  links: Readonly<Record<string, LinkedAccount>>;
  /** Other accounts that the command is about: like companies, the survivor of a merge, the chain of parents. */
  others?: Readonly<Record<string, Account>>;
  /** For undo: the entry to undo and all later ones, in order. */
  history: readonly HistoryEntry[];
}

/** The other account, where it exists and was not taken back. */
export const otherAccount = ({ others = {} }: DecisionContext, id: string): Account | null => {
  const other = partById(others, id);
  return other !== undefined && isRegistered(other) ? other : null;
};

export const activeMember = (
  context: Pick<DecisionContext, 'members'>,
  id: string | null | undefined,
): Member | null => {
  const member = partById(context.members, id);
  return member?.active ? member : null;
};

/** A new part's ID: unique in the account because its version is, and growing with it. */
export const nextPartId = (
  prefix: string,
  account: Account,
  taken: Readonly<Record<string, unknown>> = {},
): string => {
  const base = `${prefix}${String(account.version + 1).padStart(6, '0')}`;
  let id = base;
  for (let n = 2; id in taken; n += 1) id = `${base}-${n}`;
  return id;
};

/** The day that the cadence counts from: the last two-way contact or, with none, the given day. */
export const cadenceBase = (account: Account, otherwise: CalendarDate): CalendarDate =>
  lastContact(account)?.date ?? otherwise;

/**
 * Members of the other side (IS against FS) who already stand on the account and have not been named by this request:
 * the actor must say that it was coordinated with them.
 */
export const overlappingMembers = (
  account: Pick<AccountParts, 'ownerId' | 'isOwnerId' | 'opportunities' | 'contacts'>,
  context: Pick<DecisionContext, 'actor' | 'members'>,
  named: readonly string[] = [],
): Member[] => {
  const standing = [
    account.ownerId,
    account.isOwnerId,
    ...openOpportunities(account).map(({ fsOwnerId }) => fsOwnerId),
    ...sortedById(account.contacts).flatMap(({ speaksWith }) => speaksWith),
  ];
  const other = context.actor.role === 'is' ? 'fs' : context.actor.role === 'fs' ? 'is' : null;
  return [...new Set(standing)]
    .filter((id) => id !== context.actor.id && !named.includes(id ?? ''))
    .flatMap((id) => activeMember(context, id) ?? [])
    .filter(({ role }) => role === other);
};
