/** One step of a random life: the command is decided and written, and every rule is held against what came of it. */
import { type Account, openOpportunities } from '../../../../functions/domain/account/account';
import { fromRecord, toRecord } from '../../../../functions/domain/account/account-record';
import type { DecisionContext } from '../../../../functions/domain/account/decision-context';
import { definedFields } from '../../../../functions/domain/account/defined-fields';
import { carriesToSuccessor } from '../../../../functions/domain/account/enter-status';
import { eraseFromEntry, eraseFromRecord } from '../../../../functions/domain/account/erase-contact-data';
import type { Erasure } from '../../../../functions/domain/account/erasure';
import {
  applyEntry,
  fold,
  type HistoryEntry,
  revertEntry,
} from '../../../../functions/domain/account/history';
import { findMissingData } from '../../../../functions/domain/account/missing-data';
import { productsInUse } from '../../../../functions/domain/account/product-use';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import {
  type Command,
  type CommandType,
  definitionOf,
} from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { mergePreview } from '../../../../functions/domain/commands/merge-preview';
import type { GuardCode } from '../../../../functions/domain/status/guard-texts';
import { aContext, anEntry, theMember } from '../../../builders';
import { commandOf } from './drawn-command';
import { fitToAccount } from './fit-to-account';
import type { RandomCommand } from './random-command';
import {
  count,
  frozen,
  importEffects,
  type Life,
  lifeOf,
  linksIn,
  same,
  stored,
  type World,
} from './random-world';
import { type Accepted, RULES } from './rules-of-the-specification';

/** Every rule of the specification that the command could have broken holds; how often one could have been is counted. */
const obeys = (world: World, accepted: Accepted): void => {
  if (accepted.now.withdrawn) return;
  for (const { rule, title, concerns, fault } of RULES) {
    if (!concerns(accepted)) continue;
    count(world.tested, String(rule));
    const found = fault(accepted);
    if (found !== null)
      throw new Error(`rule ${rule}, ${title}: ${found}, after ${JSON.stringify(accepted.command)}`);
  }
};

const withoutCircles = (world: World): void => {
  const links = linksIn(world);
  const above = [
    (id: string) => links[id]?.successorId ?? null,
    (id: string) => world.lives[id]?.account.parentId ?? null,
  ];
  for (const id of Object.keys(links))
    for (const step of above) {
      const seen = new Set<string>();
      for (let next: string | null = id; next !== null; next = step(next)) {
        if (seen.has(next)) throw new Error(`${next} leads back to itself`);
        seen.add(next);
      }
    }
};

/** What the store makes of the account and its older entries once an erasure is committed. */
const lifeWithout = ({ account, history, imported }: Life, erasure: Erasure): Life => {
  const erased = fromRecord(eraseFromRecord(toRecord(account), erasure));
  const entries = history.map((entry) => eraseFromEntry(entry, erasure));
  same({ ...fold(account.id, entries), version: account.version }, erased);
  return { account: erased, history: entries, imported };
};

/** The store's part: one entry a command, its fold and its way back checked at every step. */
const written = (
  life: Life,
  command: Command,
  events: HistoryEntry['events'],
  account: Account,
  context: DecisionContext,
): Life => {
  const entry = anEntry(life.account, command, events, context);
  same(stored(entry), entry);
  same(fromRecord(toRecord(account)), account);
  const erasure = definitionOf(command).erases?.(life.account, command, life.history) ?? null;
  const before = erasure === null ? life : lifeWithout(life, erasure);
  const history = [...before.history, entry];
  same(applyEntry(life.account, entry), account);
  same({ ...revertEntry(account, entry), version: life.account.version }, before.account);
  const imported =
    command.type === 'import' ? life.imported || events[0]?.type === 'imported' : life.imported;
  return { account: frozen(account), history: frozen(history), imported };
};

/** The other account's half of a command; undefined where there is none. */
const otherHalf = (
  world: World,
  life: Life,
  command: Command,
  events: HistoryEntry['events'],
): [id: string, command: Command] | undefined => {
  const { account } = life;
  if (command.type === 'moveContact' || command.type === 'undo') {
    const half = definitionOf<CommandType>(command).counterpart?.(account, command, events) ?? null;
    return half === null ? undefined : [half.accountId, stored<Command>(half.command)];
  }
  if (command.type === 'merge') {
    const { intoId, reason, survivorStatus, data, note } = command;
    const terms = definedFields({ survivorStatus, data, note });
    return [intoId, stored<Command>({ type: 'absorb', from: account, reason, ...terms })];
  }
  if (command.type === 'unmerge')
    return [
      toRecord(account).merged?.intoId ?? '',
      { type: 'release', from: account, reason: command.reason },
    ];
  if (command.type !== 'putOnFile' || !carriesToSuccessor({ onFile: command.onFile })) return undefined;
  const receive: Command = {
    type: 'receive',
    fromId: account.id,
    products: productsInUse(account, world.today),
    opportunities: openOpportunities(account),
    data: { coordinatedWith: '担当者' },
  };
  return [command.onFile.successorId ?? '', receive];
};

/** Debts that a later day settles by itself: a product has come into use, a check is no longer too far ahead. */
const SETTLED_BY_TIME: readonly GuardCode[] = ['EVIDENCE', 'NEXT_CHECK'];

/** Ended at once, a merge has never been: but for versions, histories, and debts that are settled by the day of the merge. */
const endsWithoutTrace = (
  world: World,
  gone: Life,
  stays: Life,
  before: { gone: Life; stays: Life },
  context: DecisionContext,
): void => {
  const manager = aContext({ ...context, by: 'manager', actor: theMember('manager') });
  const back = decide(
    gone.account,
    { type: 'unmerge', reason: '別会社' },
    { ...manager, others: { [stays.account.id]: stays.account }, history: gone.history },
  );
  const released = decide(
    stays.account,
    { type: 'release', from: gone.account, reason: '別会社' },
    { ...manager, history: stays.history },
  );
  if ('refusal' in back || 'refusal' in released) throw new Error(JSON.stringify([back, released]));
  const comparable = (account: Account) => {
    const { debts, ...record } = toRecord(account);
    const missing = findMissingData(account, context);
    const open = debts.filter((code) => !SETTLED_BY_TIME.includes(code) || missing.includes(code));
    return { ...record, version: 0, debts: world.setBack ? [] : open };
  };
  same(comparable(back.account), comparable(before.gone.account));
  same(comparable(released.account), comparable(before.stays.account));
};

/** As a person confirms what the preview proposes. */
const confirmed = (command: Command, account: Account, context: DecisionContext, pick: number): Command => {
  if (command.type !== 'merge' || command.survivorStatus !== undefined) return command;
  const preview = mergePreview(account, command, context);
  if ('reasons' in preview) return command;
  const survivorStatus = preview.choices[pick % 3] ?? preview.proposed;
  return { ...command, survivorStatus };
};

/** The drawn command is given to its account, and to the other one where it is about two; everything is checked on the way. */
export const step = (world: World, drawn: RandomCommand): void => {
  world.today = addDays(world.today, drawn.days);
  world.setBack ||= drawn.days < 0;
  const life = lifeOf(world, drawn.account);
  const fitting = fitToAccount(drawn, life.account);
  const others = Object.fromEntries(Object.entries(world.lives).map(([id, { account }]) => [id, account]));
  const context = frozen(
    aContext({ by: fitting.by, today: world.today, links: linksIn(world), others, history: life.history }),
  );
  const drawnCommand = stored(commandOf(fitting, life.account, world.today));
  const command = frozen(confirmed(drawnCommand, life.account, context, fitting.pick[5] ?? 0));
  const verdict = decide(life.account, command, context);
  same(decide(stored(life.account), command, context), verdict);
  if ('refusal' in verdict) {
    const { refusal } = verdict;
    same(refusal.reasons[0], { code: refusal.code, message: refusal.message });
    same(stored(refusal), refusal);
    // Rule 3: in both languages, what to fill in by name, and what is legal now.
    const texts = [refusal.message, ...refusal.missing.map(({ label }) => label)];
    same(
      texts.filter(({ ja, en }) => ja === '' || en === ''),
      [],
    );
    count(world.tested, '3');
    count(world.refused, command.type);
    return;
  }
  if (verdict.events.length === 0) {
    if (verdict.account !== life.account) throw new Error('an account of its own, without an event');
    return;
  }
  // Rule 6: it was decided twice, with one result.
  count(world.tested, '6');
  const after = written(life, command, verdict.events, verdict.account, context);
  const half = otherHalf(world, life, command, verdict.events);
  if (half !== undefined) {
    // Where the other half refuses, the whole step does.
    const [id, second] = half;
    const other = lifeOf(world, id);
    const theirs = decide(other.account, frozen(second), { ...context, history: other.history });
    if ('refusal' in theirs) {
      count(world.refused, second.type);
      return;
    }
    if (theirs.events.length > 0) {
      const made = written(other, second, theirs.events, theirs.account, context);
      const received = { ...made, imported: made.imported || second.type === 'absorb' };
      obeys(world, {
        was: other.account,
        now: theirs.account,
        command: second,
        events: theirs.events,
        context,
      });
      world.lives[id] = received;
      count(world.accepted, second.type);
      if (second.type === 'absorb')
        endsWithoutTrace(world, after, received, { gone: life, stays: other }, context);
    }
  }
  obeys(world, { was: life.account, now: verdict.account, command, events: verdict.events, context });
  world.lives[drawn.account] = after;
  withoutCircles(world);
  count(world.accepted, command.type);
  if (command.type === 'import')
    for (const effect of importEffects(life.account, after.account)) count(world.imported, effect);
  if (after.account.standing.status !== life.account.standing.status)
    count(world.entered, after.account.standing.status);
};
