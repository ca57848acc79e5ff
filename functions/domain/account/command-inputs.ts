/** The data that commands bring: what was done, whom we speak with, what is used, and what a change of status asks for. */

import type { CalendarDate } from '../calendar/calendar-date';
import type {
  ActivityKind,
  BantKey,
  BantValue,
  ContactState,
  OpportunityOutcome,
  ProductState,
} from '../status/code-lists';
import type { Status } from '../status/statuses';

export interface HandOverNote {
  metWith: string;
  bant: string;
  nextStep: string;
}

/** Something that was done, or is said to have been done, with the company. */
export interface ActivityInput {
  kind: ActivityKind;
  /** Not after today. */
  date: CalendarDate;
  /** Somebody answered. A meeting always is; a note never. Default: false for calls and mails, true for visits. */
  twoWay?: boolean;
  contactId?: string;
  /** Person or department in words, where no contact is named. */
  with?: string;
  note?: string;
  /** Asked for where a date of it lies years away: it was looked at again. */
  confirmed?: boolean;
}

export interface OpportunityInput {
  product: string;
  fsOwnerId: string;
  since: CalendarDate;
  handOverNote: HandOverNote;
  /** The customer's department, where several of one company buy. */
  department?: string;
  expectedOn?: CalendarDate;
  /** Whole yen. */
  amount?: number;
  /** Whole percent, 0 to 100. */
  probability?: number;
  note?: string;
  /** The lost opportunity that this one follows. */
  follows?: string;
  /** Asked for where a date of it lies years away: it was looked at again. */
  confirmed?: boolean;
}

/** What its owner says of an open opportunity. An absent field stays as it is; null clears it. */
export interface OpportunityEdit {
  nextStep?: string;
  department?: string | null;
  expectedOn?: CalendarDate | null;
  /** Whole yen. */
  amount?: number | null;
  /** Whole percent, 0 to 100. */
  probability?: number | null;
}

/** An opportunity that is still being filled in; the guard OPPORTUNITY names what is missing. */
export type OpportunityDraft = Partial<Omit<OpportunityInput, 'handOverNote'>> & {
  handOverNote?: Partial<HandOverNote>;
};

export interface ClosingInput {
  opportunityId: string;
  outcome: OpportunityOutcome;
  on: CalendarDate;
  lostReason?: string;
  note?: string;
}

export interface ContactInput {
  /** Absent: the one present contact of that name or, where there is none, a new one. */
  id?: string;
  /** May be absent where the ID says who it is. */
  name?: string;
  department?: string | null;
  title?: string | null;
  email?: string | null;
  phone?: string | null;
  state?: ContactState;
  speaksWith?: string[];
  role?: string | null;
  doNotContact?: boolean;
  daysBetween?: number | null;
}

/** Whom we keep in touch with, and what the quarterly check waits for. */
export interface AwaitedInput {
  contact?: ContactInput;
  contactId?: string;
  /** Null or blank clears the condition, which an account in QUARTERLY_CHECK refuses. */
  awaitedCondition?: string | null;
}

export interface ProductInput {
  /** Absent: a product not yet noted on this account. */
  id?: string;
  product: string;
  state: ProductState;
  since?: CalendarDate | null;
  endsOn?: CalendarDate | null;
  churnReason?: string | null;
  reference?: string | null;
  confirmedBy?: string | null;
  source?: string | null;
  /** Asked for where a date of it lies years away: it was looked at again. */
  confirmed?: boolean;
}

/** The data of a change of status: what its guards ask for. Every part may be absent or half filled in: the guards say what is missing. */
export interface TransitionData {
  ownerId?: string;
  /** ACTION: the first or renewed action. */
  action?: Partial<ActivityInput>;
  /** A meeting that has not been logged yet, logged in the same step. */
  meeting?: Omit<Partial<ActivityInput>, 'kind' | 'twoWay'>;
  opportunity?: OpportunityDraft;
  closing?: ClosingInput[];
  bant?: Partial<Record<BantKey, BantValue>>;
  latentNeed?: string;
  awaitedCondition?: string;
  /** The contact person for the next check: one that exists, or a new one. */
  contactId?: string;
  contact?: ContactInput;
  /** The customer's own date; computed when absent. */
  nextCheckDate?: CalendarDate;
  lost?: {
    on?: CalendarDate;
    reason?: string;
    reasonText?: string;
    revisitOn?: CalendarDate;
    revisitTrigger?: string;
    /** Asked for where a date of it lies years away: it was looked at again. */
    confirmed?: boolean;
  };
  product?: Partial<Omit<ProductInput, 'state'>>;
  churn?: { productId: string; endsOn: CalendarDate; reason: string; confirmed?: boolean }[];
  fit?: {
    reason?: string;
    reasonText?: string;
    explicitNeed?: 'none';
    latentNeed?: 'none';
    /** Those of our products that it was judged against; all of them are asked for. */
    products?: string[];
    /** Asked for where a need is on record: confirms that the need is gone, and clears it. */
    recordedNeed?: 'gone';
  };
  onFile?: {
    reason?: string;
    reasonText?: string;
    successorId?: string;
    /** 6→8: what becomes of the products in use. */
    products?: 'successor';
    /** 3→8: the open opportunities go on at the successor. */
    opportunities?: 'successor';
  };
  coordinatedWith?: string;
  reason?: string;
}

export interface NextStatusInput {
  to: Status;
  data?: TransitionData;
}

/** A change of status that a manager is to approve. */
export interface ProposalInput {
  to: Status;
  data?: TransitionData;
  note?: string;
}

/** A manager's answer to a proposal. */
export interface ProposalAnswerInput {
  proposalId: string;
  note: string;
}

export interface ApprovalInput extends ProposalAnswerInput {
  /** Of a bad fit: products that were added since it was proposed, and that it does not fit either. */
  products?: string[];
}
