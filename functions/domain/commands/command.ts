/** What a command says about itself. Each command is one value in one file; COMMANDS has them all. */
import type { Account, DetailsInput } from '../account/account';
import type { AccountEvent } from '../account/account-event';
import type { DecisionContext } from '../account/decision-context';
import type { Draft } from '../account/draft';
import type { Erasure } from '../account/erasure';
import type { HistoryEntry } from '../account/history';
import type { MergePreview } from './merge-terms';
import type { CommandRights } from './rights';
import type { RuleRefusal } from './rule-refusal';

/** What must be read beside the account, as plain data for the store. */
export interface Needs {
  /** Other accounts, by ID. */
  accountIds?: readonly string[];
  /** The account that would stand for this one: it is read with the chain of successors behind it. */
  successorId?: string | null;
  /** The account that would be the parent: it is read with the parents above it. */
  parentId?: string | null;
  /** Own history, from this version on, or up to another one. */
  history?: { from: number; to?: number };
  /** The company whose likely duplicates are read. */
  similarTo?: DetailsInput;
  /** 13 digits: which account has it is read. */
  corporateNumber?: string | null;
}

/** What has been read already: nothing at first, then the account, then its history. */
export interface LoadedBefore {
  account: Account | null;
  history: readonly HistoryEntry[];
}

/** The other account's half of a change of two accounts: it is decided and committed with this one. */
export interface Counterpart<Command> {
  accountId: string;
  command: Command;
  /** First version of the other account whose history it needs. */
  historyFrom?: number;
}

export interface CommandDefinition<Type extends string, Input, CounterCommand = { type: string }>
  extends CommandRights {
  type: Type;
  /** Present where an edited cell of the register can ask for it: then the editor may be somebody else than the sender. */
  cell?: true;
  /** True where the account need not exist before. */
  creates?: true;
  /** True where the command is carried out on a withdrawn account, too. */
  ofWithdrawn?: true;
  /** Paths that the decision depends on (`field` or `field.id`). Where one has changed since the caller's version, the command is stale (rule 6). */
  reads: (input: Input) => readonly string[];
  /** Another account that the caller has looked at as well, and its version then. */
  basedOn?: (input: Input) => { accountId: string; version: number } | null;
  /** Asked three times, each time with more loaded: before anything is read, with the account, and with its history. */
  needs?: (input: Input, loaded: LoadedBefore) => Needs;
  decide: (draft: Draft, input: Input, context: DecisionContext) => Draft | RuleRefusal;
  /** The answer to an input that only asks what a merge would make of both accounts; null for an input that is to be carried out. */
  preview?: (account: Account, input: Input, context: DecisionContext) => MergePreview | RuleRefusal | null;
  /** The other account's half, committed together with this one; null where there is none. `account` is as it was before. */
  counterpart?: (
    account: Account,
    input: Input,
    events: readonly AccountEvent[],
  ) => Counterpart<CounterCommand> | null;
  /** The person whose data is taken out of the older history and of all else that is stored, after the commit; null where there is none. */
  erases?: (account: Account, input: Input, history: readonly HistoryEntry[]) => Erasure | null;
  /** The version of the entry that an undo takes back. */
  undoes?: (input: Input) => number;
}

export const defineCommand = <Type extends string, Input, CounterCommand = never>(
  definition: CommandDefinition<Type, Input, CounterCommand>,
): CommandDefinition<Type, Input, CounterCommand> => definition;

/** A command that callers cannot send: only the functions give it. */
export const defineSystemCommand = <Type extends string, Input>(
  definition: CommandDefinition<Type, Input, never> & { givenBy: 'system' },
): CommandDefinition<Type, Input, never> & { givenBy: 'system' } => definition;
