import type { CalendarDate } from '../calendar/calendar-date';
import type { BantKey, BantValue, CheckResult } from '../status/code-lists';
import type { Status } from '../status/statuses';
import type { Account, Details, Opportunity, ProductUse } from './account';
import type {
  ActivityInput,
  AwaitedInput,
  ClosingInput,
  ContactInput,
  NextStatusInput,
  OpportunityDraft,
  ProductInput,
  TransitionData,
} from './command-inputs';
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
  data?: TransitionData;
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
      data?: TransitionData;
      /** Likely duplicates that the caller has looked at: they are other companies. */
      notDuplicateOf?: string[];
    }
  | { type: 'import'; row: ImportRow }
  | { type: 'changeStatus'; to: Status; data?: TransitionData }
  | {
      type: 'putOnFile';
      onFile: NonNullable<TransitionData['onFile']>;
      data?: Omit<TransitionData, 'onFile'>;
    }
  | { type: 'propose'; to: Status; data?: TransitionData; note?: string }
  | { type: 'restore'; to: Status; data?: TransitionData; note?: string }
  | { type: 'approve'; proposalId: string; note: string }
  | { type: 'reject'; proposalId: string; note: string }
  | { type: 'cutLink'; reason: string }
  | ({ type: 'merge' } & MergeInput)
  | { type: 'unmerge'; reason: string }
  | { type: 'markNotDuplicate'; otherId: string; reason?: string }
  | { type: 'logActivity'; activity: ActivityInput; coordinatedWith?: string }
  | { type: 'correctMeeting'; activityId: string; reason: string }
  | { type: 'recordCheck'; result: CheckResult; activity: ActivityInput; data?: TransitionData }
  | { type: 'setNextCheck'; date: CalendarDate; reason?: string }
  | ({ type: 'setAwaited' } & AwaitedInput)
  | { type: 'addOpportunity'; opportunity: OpportunityDraft; data?: Omit<TransitionData, 'opportunity'> }
  | { type: 'closeOpportunity'; closing: ClosingInput; decision?: NextStatusInput }
  | { type: 'saveContact'; contact: ContactInput }
  | { type: 'saveProduct'; product: ProductInput; decision?: NextStatusInput }
  | { type: 'setBant'; bant: Partial<Record<BantKey, BantValue>>; latentNeed?: string | null }
  | { type: 'editDetails'; details: DetailsInput }
  | { type: 'handOver'; toId: string; note: string; promises?: string }
  | { type: 'acknowledgeHandOver'; accept: boolean; note?: string }
  | { type: 'fillIn'; data: TransitionData }
  | { type: 'undo'; version: number }
  | {
      type: 'receive';
      fromId: string;
      products: ProductUse[];
      opportunities: Opportunity[];
      /** Of the request that put the other account on file. */
      data: Pick<TransitionData, 'ownerId' | 'coordinatedWith'>;
    }
  | ({ type: 'absorb'; from: Account } & Pick<MergeInput, 'reason' | 'survivorStatus' | 'data' | 'note'>)
  | { type: 'release'; from: Account; reason: string };

export type CommandType = Command['type'];
