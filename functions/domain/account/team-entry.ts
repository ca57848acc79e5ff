/** The history of the team: who changed members or settings, when, and what they were before and after. */
import type { Member, Settings } from './team';

/** A member as the history keeps it: whether a Google account is bound, not which one. */
export interface MemberState extends Member {
  isBound: boolean;
}

/** `before` is null where the member was added. */
export interface ChangedMember {
  id: string;
  before: MemberState | null;
  after: MemberState | null;
}

/** One version of the team that people saw. */
export interface TeamEntry {
  version: number;
  /** ID of the member who changed it. */
  by: string;
  /** An instant, ISO 8601 in UTC. */
  at: string;
  members: readonly ChangedMember[];
  /** Only those that changed, on both sides. */
  settings: { before: Partial<Settings>; after: Partial<Settings> };
  /** Members and settings of this version that cannot be read, by ID or name. */
  unreadable: readonly string[];
}
