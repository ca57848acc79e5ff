/** What a command is refused with by a rule: what the steps of its account refuse with, and what commands alone do. */
import type { AccountRefusalFacts, NoFacts } from '../account/refusal-facts';
import type { RefusalWith } from '../account/refusals';
import type { Role } from '../account/team';
import type { UnreadableDocument } from '../account/unreadable-document';
import type { CalendarDate } from '../calendar/calendar-date';
import type { DateProblem } from '../calendar/date-problem';
import type { CorporateNumberProblem } from '../company/corporate-number';
import type { SimilarAccount } from '../company/duplicates';
import type { ActivityKind, CheckResult } from '../status/code-lists';
import type { Status } from '../status/statuses';
import type { ManagerReason, MergePreview } from './merge-terms';

/** By whom and when something was done; `at` is an instant, ISO 8601 in UTC. */
interface DoneBy {
  by: string;
  at: string;
}

/** A change that stands in the way: what, and by whom. */
export interface LaterChange {
  path: string;
  /** Name of the contact, product of the opportunity; null where the path says it all. */
  what: string | null;
  version: number;
  /** Instant, ISO 8601 in UTC; empty where the history does not tell. */
  at: string;
  /** The team's calendar date of that instant; empty with it. */
  on: string;
  by: string;
  byName: string | null;
  command: string;
}

/** The facts of each refusal, by its code; those of the steps of an account are in account/refusal-facts.ts. */
export interface RuleRefusalFacts extends AccountRefusalFacts {
  ACCOUNT_EXISTS: { accountId: string };
  ACCOUNT_UNKNOWN: { accountId: string };
  ACTIVITY_UNKNOWN: { activityId: string };
  APPROVAL_OWN: NoFacts;
  CHECK_CONTACT: { result: CheckResult; kind: ActivityKind };
  /** `base`: the day that the check counts from. */
  CHECK_CONTACT_OLD: { date: CalendarDate; base: CalendarDate };
  CHECK_RECORDED: { date: CalendarDate };
  CONDITION_NOT_AWAITED: NoFacts;
  /** The account of the company where the person is now. */
  CONTACT_MOVED: { contactId: string; toId: string; toName: string };
  CONTACT_MOVE_FILED: { toId: string; successorId: string | null };
  CONTACT_MOVE_SAME: { toId: string };
  CONTACT_MOVE_UNKNOWN: { toId: string };
  CORPORATE_NUMBER_INVALID: { problem: CorporateNumberProblem; corporateNumber: string };
  DEBTS_NONE: NoFacts;
  /** The account that has the number. */
  DUPLICATE_CORPORATE_NUMBER: {
    corporateNumber: string;
    accountId: string;
    name: string;
    status: Status;
  };
  DUPLICATE_LIKELY: { candidates: readonly SimilarAccount[] };
  FIRST_STATUS: NoFacts;
  HAND_OVER_NONE: NoFacts;
  HAND_OVER_TO_OWNER: NoFacts;
  /** The member to whom it is handed over. */
  HAND_OVER_NOT_YOURS: { receiver: string };
  IMPORT_CLIENT_SHUT: { accountId: string; successorId: string | null };
  IMPORT_MET_COLD: NoFacts;
  /** The account has this other number. */
  IMPORT_NUMBER_DIFFERS: { accountId: string; corporateNumber: string };
  /** The member who would judge it once more. */
  JUDGE_REFUSED: { judgeId: string };
  LINK_NONE: NoFacts;
  MERGE_CONFIRM: MergePreview;
  MERGE_INTO_FILED: { intoId: string; successorId: string | null };
  MERGE_STATUS: { survivorStatus: Status; choices: readonly Status[] };
  NAME_IS_LEGAL_FORM: { name: string };
  NAME_NEEDED: NoFacts;
  NEXT_STEP_NEEDED: NoFacts;
  /** A fault of our code: the change would have stored a state that the rules forbid. */
  NOT_SAVED: NoFacts;
  NOT_DUPLICATE_ITSELF: { otherId: string };
  /** Of the account that would take over, where it is not the one of the request. */
  OPPORTUNITY_REFUSED: { successorId?: string; status?: Status };
  DOCUMENT_UNREADABLE: UnreadableDocument;
  QUICK_ENTRY_ALONE: { understood: string };
  QUICK_ENTRY_ANSWER: { understood: string };
  QUICK_ENTRY_DATE: DateProblem & { understood: string };
  QUICK_ENTRY_FORM: NoFacts;
  QUICK_ENTRY_MEMBER: { understood: string };
  QUICK_ENTRY_NOT_HELD: { understood: string };
  QUICK_ENTRY_RESULT: { understood: string };
  QUICK_ENTRY_PERSON: { understood: string };
  QUICK_ENTRY_STATUS: NoFacts;
  PROMISES_NONE: NoFacts;
  REQUEST_KEY_REUSED: { requestId: string };
  REVIEW_NONE: NoFacts;
  /** `latest`: the last day that would do. */
  REVISIT_DATE: { revisitOn: CalendarDate; latest: CalendarDate };
  REVISIT_NONE: NoFacts;
  /** The actor's role and the roles that may; or the only member who may; or why only a manager may merge the two. */
  ROLE_NOT_ALLOWED: {
    role?: Role;
    allowed?: readonly Role[];
    ownerId?: string;
    because?: readonly ManagerReason[];
  };
  UNDO_BREAKS_RULE: { accountId?: string; status: Status };
  UNDO_ERASED: NoFacts;
  UNDO_LATER_CHANGES: DoneBy & { version: number; command: string };
  UNDO_LINKED: { version: number };
  UNDO_MEETING: NoFacts;
  /** Where the account stands. */
  UNDO_REOPENS: { status: Status };
  UNDO_TOO_LATE: DoneBy;
  UNDO_UNKNOWN: { accountId?: string; version: number };
  /** The document that was not written. */
  WRITE_UNREADABLE: UnreadableDocument;
  UNMERGE_CHANGED: { accountId: string; changes: readonly LaterChange[] };
}

export type RuleRefusal = {
  [Code in keyof RuleRefusalFacts]: RefusalWith<Code, RuleRefusalFacts[Code]>;
}[keyof RuleRefusalFacts];
