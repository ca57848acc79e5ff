/** One command on its way to the store, what becomes of it, and what is known of its call. */
import type { DecisionContext } from '../domain/account/decision-context';
import type { Member } from '../domain/account/team';
import type { CommandRefusal } from '../domain/commands/command-refusal';
import type { Command } from '../domain/commands/command-table';
import type { MergePreview } from '../domain/commands/merge-terms';
import type { SameNameAccounts } from '../domain/company/duplicates';
import type { RegisterRow } from '../domain/register/row';

export interface SubmitRequest {
  requestId: string;
  accountId: string;
  /** Null for an import, which is made on whatever is there. */
  expectedVersion: number | null;
  command: Command;
  batch: string | null;
  /** Who decided it, where it is not for the caller to decide. */
  editor?: Member;
  /** The caller, where somebody else decided it. */
  sentBy?: string;
}

export type SubmitResult =
  | {
      status: 'accepted';
      row: RegisterRow;
      replayed: boolean;
      /** False when nothing had to change. */
      changed: boolean;
      /** True when the account did not exist before. */
      created: boolean;
      /** Of a registration: accounts that have the same name, which alone only informs. */
      sameName?: SameNameAccounts;
      /** Of a merge that was only to be looked at. */
      preview?: MergePreview;
    }
  | { status: 'refused'; refusal: CommandRefusal; row: RegisterRow | null };

/** Everything of a context but what belongs to the single account. */
export type CommandContext = Omit<DecisionContext, 'links' | 'history' | 'others'>;
