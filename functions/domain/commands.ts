/** What a person can ask of an account. Every path (menu, cell, import, HTTP, undo) ends in one of these. */
import type { Account, Contact, Details, HandOverNote, Opportunity, ProductUse } from './account';
import type { CalendarDate } from './calendar';
import type { ActivityKind, BantKey, BantValue, CheckResult, Outcome } from './code-lists';
import type { Status } from './statuses';

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
}

export interface OpportunityInput {
  product: string;
  fsOwnerId: string;
  since: CalendarDate;
  handOverNote: HandOverNote;
  amount?: number;
  note?: string;
  /** The lost opportunity that this one follows. */
  follows?: string;
}

/** An opportunity that is still being filled in; the guard OPPORTUNITY names what is missing. */
export type OpportunityDraft = Partial<Omit<OpportunityInput, 'handOverNote'>> & {
  handOverNote?: Partial<HandOverNote>;
};

export interface ClosingInput {
  opportunityId: string;
  outcome: Outcome;
  on: CalendarDate;
  lostReason?: string;
  note?: string;
}

export interface ContactInput {
  /** Absent: the one present contact of that name or, where there is none, a new one. */
  id?: string;
  name: string;
  department?: string | null;
  title?: string | null;
  email?: string | null;
  phone?: string | null;
  state?: Contact['state'];
  speaksWith?: string[];
}

/** Whom we keep in touch with, and what the quarterly check waits for. */
export interface AwaitedInput {
  contact?: ContactInput;
  contactId?: string;
  /** Null or blank: nothing, which a quarterly check may not say. */
  awaitedCondition?: string | null;
}

export interface ProductInput {
  /** Absent: a product not yet noted on this account. */
  id?: string;
  product: string;
  state: ProductUse['state'];
  since?: CalendarDate | null;
  endsOn?: CalendarDate | null;
  churnReason?: string | null;
  reference?: string | null;
  confirmedBy?: string | null;
  source?: string | null;
}

/** The data of a change of status: what its guards ask for. Every part may be absent or half filled in: the guards say what is missing. */
export interface MoveData {
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
  };
  product?: Partial<Omit<ProductInput, 'state'>>;
  churn?: { productId: string; endsOn: CalendarDate; reason: string }[];
  fit?: {
    reason?: string;
    reasonText?: string;
    explicitNeed?: 'none';
    latentNeed?: 'none';
    /** Those of our products that it was judged against; all of them are asked for. */
    products?: string[];
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

export interface Decision {
  to: Status;
  data?: MoveData;
}

export type DetailsInput = Partial<Details>;

export interface ImportRow {
  /** Name of the list that it stands in. */
  list: string;
  /** The list's own ID of the company. */
  listId?: string;
  details: DetailsInput & { name: string };
  /** Absent where the list says nothing: a new company is COLD. */
  status?: Status;
  statusSince?: CalendarDate;
  ownerId?: string;
  met?: boolean;
  lastContact?: CalendarDate;
  nextCheckDate?: CalendarDate;
  products?: readonly ProductInput[];
  /** The list has come again: what it says of name and corporate number has changed there, and changes here. */
  revises?: boolean;
}

/** Why an account goes into another one. */
export type MergeReason = 'DUPLICATE' | 'MERGED' | 'ACQUIRED';

/** Given on the account that goes. */
export interface MergeInput {
  intoId: string;
  /** The version of the survivor that it was made on: a later change of it that matters is a conflict. */
  intoVersion?: number;
  reason: MergeReason;
  /** Confirmed by a person; absent, the refusal MERGE_CONFIRM says what would become of both. */
  survivorStatus?: Status;
  /** Put on the survivor, on which the parts that are brought over have IDs ending in `@` and the ID of this account. */
  data?: MoveData;
  note?: string;
  /** Changes nothing, and answers what would become of both. */
  preview?: boolean;
}

/**
 * `receive`, `absorb` and `release` are not offered to callers: they are the other account's half of putting one on file in
 * favour of its successor, of a merge, and of its end.
 */
export type Command =
  | {
      type: 'register';
      details: DetailsInput & { name: string };
      status: Status;
      data?: MoveData;
      /** Likely duplicates that the caller has looked at: they are other companies. */
      notDuplicateOf?: string[];
    }
  | { type: 'import'; row: ImportRow }
  | { type: 'changeStatus'; to: Status; data?: MoveData }
  | { type: 'putOnFile'; onFile: NonNullable<MoveData['onFile']>; data?: Omit<MoveData, 'onFile'> }
  | { type: 'propose'; to: Status; data?: MoveData; note?: string }
  | { type: 'restore'; to: Status; data?: MoveData; note?: string }
  | { type: 'approve'; proposalId: string; note: string }
  | { type: 'reject'; proposalId: string; note: string }
  | { type: 'cutLink'; reason: string }
  | ({ type: 'merge' } & MergeInput)
  | { type: 'unmerge'; reason: string }
  | { type: 'markNotDuplicate'; otherId: string; reason?: string }
  | { type: 'logActivity'; activity: ActivityInput; coordinatedWith?: string }
  | { type: 'correctMeeting'; activityId: string; reason: string }
  | { type: 'recordCheck'; result: CheckResult; activity: ActivityInput; data?: MoveData }
  | { type: 'setNextCheck'; date: CalendarDate; reason?: string }
  | ({ type: 'setAwaited' } & AwaitedInput)
  | { type: 'addOpportunity'; opportunity: OpportunityDraft; data?: Omit<MoveData, 'opportunity'> }
  | { type: 'closeOpportunity'; closing: ClosingInput; decision?: Decision }
  | { type: 'saveContact'; contact: ContactInput }
  | { type: 'saveProduct'; product: ProductInput; decision?: Decision }
  | { type: 'setBant'; bant: Partial<Record<BantKey, BantValue>>; latentNeed?: string | null }
  | { type: 'editDetails'; details: DetailsInput }
  | { type: 'handOver'; toId: string; note: string; promises?: string }
  | { type: 'acknowledgeHandOver'; accept: boolean; note?: string }
  | { type: 'fillIn'; data: MoveData }
  | { type: 'undo'; version: number }
  | {
      type: 'receive';
      fromId: string;
      products: ProductUse[];
      opportunities: Opportunity[];
      /** Of the request that put the other account on file. */
      data: Pick<MoveData, 'ownerId' | 'coordinatedWith'>;
    }
  | ({ type: 'absorb'; from: Account } & Pick<MergeInput, 'reason' | 'survivorStatus' | 'data' | 'note'>)
  | { type: 'release'; from: Account; reason: string };

export type CommandType = Command['type'];
