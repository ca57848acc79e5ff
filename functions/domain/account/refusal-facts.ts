/**
 * What a refusal says beside its sentence, by its code: a caller, a form or a window goes on by it. Codes that commands alone
 * refuse with are in commands/rule-refusal.ts. What may be absent is there where the case has it.
 */
import type { CalendarDate } from '../calendar/calendar-date';
import type { ActivityKind, BantValue, CheckResult } from '../status/code-lists';
import type { GuardCode } from '../status/guard-texts';
import type { IllegalTransitionCode } from '../status/illegal-transitions';
import type { Status } from '../status/statuses';
import type { TransitionData } from './command-inputs';
import type { FieldKey } from './input-field-texts';
import type { InvariantCode } from './invariant-texts';
import type { Role } from './team';

/** For codes that need no facts. */
export type NoFacts = object;

interface NamedPart {
  id: string;
  product: string;
}

/** Several guards may refuse at once: each adds what it has. */
export interface TransitionFacts {
  /** Of a status that is never taken again. */
  from?: Status;
  to?: Status;
  /** The status that fits instead. */
  suggested?: Status;
  /** In the future. */
  'lost.on'?: CalendarDate;
  /** Dates that lie years away, each under the name of its field. */
  unlikely?: readonly { field: FieldKey; date: CalendarDate }[];
  /** Opportunities that are open still. */
  open?: readonly NamedPart[];
  /** In use still. */
  products?: readonly NamedPart[];
  nextCheckDate?: CalendarDate;
  /** The first day that would do or, where the one given is too far ahead, the last. */
  nextBusinessDay?: CalendarDate;
  /** The last day that would do. */
  latest?: CalendarDate;
  /** The account that would stand for this one, or does; null where it was merged and the link is gone. */
  successorId?: string | null;
  problem?: LinkProblem;
  /** Members with whom it is to be coordinated. */
  with?: readonly { id: string; name: string }[];
  /** On record against a bad fit. */
  need?: BantValue;
  latentNeed?: string | null;
  /** The status before it was put on file; null where it is not on file. */
  was?: Status | null;
}

export type DataKey = keyof TransitionData;

export type LinkProblem = 'itself' | 'unknown' | 'circle';

/** What a guard refuses with: mostly its own code. */
export type GuardFailureCode =
  | GuardCode
  | 'BANT_ALL_YES'
  | 'NEED_AGREED'
  | 'DECISION_NEEDED'
  | 'DATE_IN_FUTURE'
  | 'NEED_RECORDED'
  | 'DATE_UNLIKELY'
  | 'DATA_INCOMPLETE'
  | 'PRODUCT_MISPLACED'
  | 'PRODUCTS_NOT_SET';

type PartLimit =
  | 'contacts'
  | 'opportunities'
  | 'products'
  | 'formerNames'
  | 'notDuplicateOf'
  | 'parts'
  | 'bytes';

export interface AccountRefusalFacts
  extends Record<Exclude<GuardFailureCode, 'DATE_IN_FUTURE'>, TransitionFacts>,
    Record<Exclude<InvariantCode, GuardFailureCode>, NoFacts>,
    Record<Exclude<IllegalTransitionCode, GuardCode>, { from: Status; to: Status }> {
  APPROVAL_NOT_NEEDED: NoFacts;
  CHECK_NOT_RUNNING: NoFacts;
  CODE_UNKNOWN: { lostReason: string };
  CONTACT_NAME_NEEDED: NoFacts;
  /** What does not fit: the kind of the contact, or the result of a check. */
  CONTACT_TWO_WAY: { kind?: ActivityKind; result?: CheckResult; twoWay: boolean };
  CONTACT_UNKNOWN: { contactId: string };
  /** Parts of the request's data. */
  DATA_UNUSED: { unused: readonly DataKey[] };
  /** The date, under the name of its field. */
  DATE_IN_FUTURE: TransitionFacts & {
    [Field in 'since' | 'on' | 'date' | 'endsOn' | 'statusSince' | 'until']?: CalendarDate;
  };
  DATES_REVERSED: { [Field in 'on' | 'since' | 'endsOn']?: CalendarDate };
  /** `latest`: the last day that would do. */
  EXPECTED_DATE: { expectedOn: CalendarDate; latest: CalendarDate };
  FIELD_SALES_OWNER: { memberId: string; role: Role };
  /** The limit, under the name of what is too many. */
  LIMIT_REACHED: { [Kind in PartLimit]?: number };
  MEMBER_UNKNOWN: { memberId: string };
  NOTE_NEEDED: NoFacts;
  OPPORTUNITY_CLOSED: { opportunityId: string };
  OPPORTUNITY_UNKNOWN: { opportunityId: string };
  /** The owner. */
  OWNER_HANDS_OVER: { ownerId: string | null };
  PARENT_REFUSED: { parentId: string; problem: LinkProblem };
  PRODUCT_NOT_OURS: { product: string };
  PRODUCT_OVER: { endsOn: CalendarDate };
  PRODUCT_UNKNOWN: { productId: string };
  PROPOSAL_PENDING: { proposalId: string };
  PROPOSAL_UNKNOWN: { proposalId: string };
}

/** Where the account that would take something over refuses: which one, and where it stands. */
export interface SuccessorFacts {
  successorId?: string | null;
  successorStatus?: Status;
}
