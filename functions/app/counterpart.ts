/** What a command on one account makes of another one, in the same commit: of its successor, or of the other side of a merge. */
import type { Account } from '../domain/account/account';
import type { AccountEvent } from '../domain/account/account-event';
import type { DecisionContext } from '../domain/account/decision-context';
import type { HistoryEntry } from '../domain/account/history';
import { legalMoves } from '../domain/account/offered-transitions';
import { type Command, definitionOf } from '../domain/commands/command-table';
import { decide } from '../domain/commands/decide';
import type { RuleRefusal } from '../domain/commands/rule-refusal';
import { readEntries } from '../store/account-history';
import type { Database } from '../store/firestore';
import type { LoadedAccount } from '../store/loaded-account';
import type { UnitOfWork } from '../store/unit-of-work';

export interface CounterpartDecision {
  loaded: LoadedAccount;
  account: Account;
  events: readonly AccountEvent[];
  command: Command;
}

/** Null where the command is about the one account alone. A refusal of the other one refuses the whole. */
export const decideCounterpart = async (
  db: Database,
  work: UnitOfWork,
  giver: LoadedAccount,
  command: Command,
  events: readonly AccountEvent[],
  context: DecisionContext,
): Promise<CounterpartDecision | { refusal: RuleRefusal } | null> => {
  const counterpart = definitionOf(command).counterpart?.(giver.account, command, events) ?? null;
  if (counterpart === null) return null;
  const loaded = await work.load(counterpart.accountId);
  const history =
    counterpart.historyFrom === undefined
      ? []
      : [...(await readStoredHistory(db, loaded, counterpart.historyFrom)), ...loaded.entries];
  const decision = decide(loaded.account, counterpart.command, { ...context, history });
  if ('refusal' in decision)
    return {
      refusal: {
        ...withSuccessorFacts(decision.refusal, loaded.account),
        legal: legalMoves(giver.account, context),
      },
    };
  return { loaded, account: decision.account, events: decision.events, command: counterpart.command };
};

/** The refusal with the facts of the account that would take something over, since the caller has asked about another one. */
const withSuccessorFacts = <R extends RuleRefusal>(refusal: R, { id, standing }: Account): R => ({
  ...refusal,
  facts: { ...refusal.facts, successorId: id, successorStatus: standing.status },
});

const readStoredHistory = async (
  db: Database,
  { account, stored }: LoadedAccount,
  from: number,
): Promise<HistoryEntry[]> => readEntries(db, account.id, from, stored?.version ?? 0);
