/** What a command on one account makes of another one, in the same commit: of its successor, or of the other side of a merge. */
import type { Account, Opportunity, ProductUse } from '../domain/account/account';
import type { Command } from '../domain/account/command';
import type { DecisionContext } from '../domain/account/decision-context';
import type { AccountEvent, HistoryEntry } from '../domain/account/history';
import type { Refusal } from '../domain/account/refusals';
import { legalMoves } from '../domain/commands/change-status';
import { decide } from '../domain/commands/decide';
import { readEntries } from '../store/accounts';
import type { Database } from '../store/firestore';
import type { LoadedAccount, UnitOfWork } from '../store/unit-of-work';

interface CounterpartDecision {
  working: LoadedAccount;
  account: Account;
  events: readonly AccountEvent[];
  command: Command;
}

/** Null where the command is about the one account alone. A refusal of the other one refuses the whole. */
export const decideCounterpart = async (
  db: Database,
  desk: UnitOfWork,
  giver: LoadedAccount,
  command: Command,
  events: readonly AccountEvent[],
  context: DecisionContext,
): Promise<CounterpartDecision | { refusal: Refusal } | null> => {
  const asked = counterpartCommandOf(giver.account, command, events);
  if (asked === null) return null;
  const working = await desk.load(asked.id);
  const history =
    asked.since === undefined
      ? []
      : [...(await readStoredHistory(db, working, asked.since)), ...working.entries];
  const verdict = decide(working.account, asked.command, { ...context, history });
  if ('refusal' in verdict) {
    const { facts } = verdict.refusal;
    const told = { ...facts, successorId: working.account.id, successorStatus: working.account.status };
    return { refusal: { ...verdict.refusal, legal: legalMoves(giver.account, context), facts: told } };
  }
  return { working, account: verdict.account, events: verdict.events, command: asked.command };
};

const readStoredHistory = async (
  db: Database,
  { account, stored: before }: LoadedAccount,
  from: number,
): Promise<HistoryEntry[]> => readEntries(db, account.id, from, before?.version ?? 0);

interface CounterpartCommand {
  id: string;
  command: Command;
  /** First version of the other account whose history it needs. */
  since?: number;
}

const counterpartCommandOf = (
  giver: Account,
  command: Command,
  events: readonly AccountEvent[],
): CounterpartCommand | null => {
  if (command.type === 'merge') {
    const { intoId, reason, survivorStatus, data, note } = command;
    return { id: intoId, command: { type: 'absorb', from: giver, reason, survivorStatus, data, note } };
  }
  if (command.type === 'unmerge') {
    if (giver.merged === null) return null;
    const { intoId, intoVersion } = giver.merged;
    return {
      id: intoId,
      command: { type: 'release', from: giver, reason: command.reason },
      since: intoVersion,
    };
  }
  return receiveCommandOf(giver, command, events);
};

/** What a move took from the one account, as it was before, its successor receives. */
const receiveCommandOf = (
  giver: Account,
  command: Command,
  events: readonly AccountEvent[],
): CounterpartCommand | null => {
  const move = events.find(({ data }) => typeof data.movedTo === 'string');
  if (move === undefined) return null;
  const taken = (field: string): unknown[] =>
    move.changes.filter(({ path }) => path.startsWith(`${field}.`)).map(({ before }) => before);
  return {
    id: String(move.data.movedTo),
    command: {
      type: 'receive',
      fromId: giver.id,
      products: taken('products') as ProductUse[],
      opportunities: taken('opportunities') as Opportunity[],
      data: coordinationOf(command),
    },
  };
};

/** Who was told and who owns it from now on, as the request said it. */
const coordinationOf = (command: Command): Extract<Command, { type: 'receive' }>['data'] => {
  const data = 'decision' in command ? command.decision?.data : 'data' in command ? command.data : undefined;
  return { ownerId: data?.ownerId, coordinatedWith: data?.coordinatedWith };
};
