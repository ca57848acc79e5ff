/** On what terms two accounts become one, and what is shown of it before. */
import type { Account } from '../account/account';
import type { TransitionData } from '../account/command-inputs';
import type { Refusal } from '../account/refusals';
import type { RegisterRow } from '../register/row';
import type { MergeReason } from '../status/code-lists';
import type { Status } from '../status/statuses';

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

/** Why a rep may not merge the two. */
export type ManagerReason = 'client' | 'opportunities' | 'badFit' | 'onFile';

export interface MergePreview {
  reason: MergeReason;
  /** The account that goes, and the one that stays, as they are. */
  from: RegisterRow;
  into: RegisterRow;
  /** The status to confirm, and those that may be chosen. */
  proposed: Status;
  choices: readonly Status[];
  /** The account that stays as it would become; null where something refuses. */
  survivor: RegisterRow | null;
  refusal: Refusal | null;
  brings: MergedData;
  /** Empty where a rep may do it. */
  needsManager: readonly ManagerReason[];
}

/** A summary of what the merge brings over, for a person to look at before. */
export interface MergedData {
  contacts: readonly { id: string; name: string }[];
  opportunities: readonly { id: string; product: string; state: string }[];
  products: readonly { id: string; product: string; state: string }[];
  activities: readonly { id: string; kind: string; date: string; with: string }[];
  otherNames: readonly string[];
  domains: readonly string[];
  formerNames: readonly string[];
  /** Names of lists. */
  sources: readonly string[];
  /** BANT keys and details that are empty on the account that stays and would be filled in. */
  fills: readonly string[];
}

/** The names of both accounts for an event, so that either history reads without the other. */
export const mergedNames = (from: Account, into: Account) => ({
  fromId: from.id,
  fromName: from.name,
  intoId: into.id,
  intoName: into.name,
});
