import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import {
  type Account,
  blankAccount,
  openOpportunities,
  productsInUse,
} from '../../../../functions/domain/account/account';
import { fromRecord, toRecord } from '../../../../functions/domain/account/account-record';
import type { DecisionContext, LinkedAccount } from '../../../../functions/domain/account/decision-context';
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
import { successorIdOf } from '../../../../functions/domain/account/standing';
import { addDays, type CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import {
  type Command,
  type CommandType,
  definitionOf,
} from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { mergePreview } from '../../../../functions/domain/commands/merge-preview';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { aContext, anEntry, theMember } from '../../../builders';
import {
  commandOf,
  fitToAccount,
  RANDOM_COMMAND_TYPES,
  type RandomCommand,
  randomCommand,
} from './random-lives';
import { type Accepted, RULES } from './rules-of-the-specification';

/** As a store may give it back: other objects, keys in another order. */
const stored = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** Fast where it holds, and telling where it does not. */
const same = (received: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(received, expected)) expect(received).toStrictEqual(expected);
};

interface Life {
  account: Account;
  history: readonly HistoryEntry[];
  /** An import, or a merge, may have made debts, which excuse what it never had. */
  imported: boolean;
}

interface World {
  lives: Record<string, Life>;
  today: CalendarDate;
  /** The clock was set back: what is dated later is owed for a while. */
  setBack: boolean;
  accepted: Partial<Record<CommandType, number>>;
  refused: Partial<Record<CommandType, number>>;
  entered: Partial<Record<Status, number>>;
  imported: Partial<Record<ImportEffect, number>>;
  /** Accepted commands that could have broken a rule, by its number. */
  tested: Partial<Record<string, number>>;
}

/** What an accepted import did beside making an account. */
type ImportEffect = 'made with a product' | 'product in use' | 'made a client' | 'renamed';

const importEffects = (was: Account, now: Account): ImportEffect[] => {
  const addsProduct = Object.keys(now.products).length > Object.keys(was.products).length;
  if (was.version === 0 || was.withdrawn) return addsProduct ? ['made with a product'] : [];
  return [
    ...(addsProduct ? (['product in use'] as const) : []),
    ...(was.standing.status !== 'CURRENT_CLIENT' && now.standing.status === 'CURRENT_CLIENT'
      ? (['made a client'] as const)
      : []),
    ...(was.name === now.name ? [] : (['renamed'] as const)),
  ];
};

const count = <K extends string>(counts: Partial<Record<K, number>>, key: K): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

const lifeOf = (world: World, id: string): Life =>
  world.lives[id] ?? { account: frozen(blankAccount(id)), history: [], imported: false };

const linksIn = (world: World): Record<string, LinkedAccount> =>
  Object.fromEntries(
    Object.values(world.lives)
      .filter(({ account }) => account.version > 0 && !account.withdrawn)
      .map(({ account }) => [
        account.id,
        { id: account.id, name: account.name, successorId: successorIdOf(account) },
      ]),
  );

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
        expect(seen).not.toContain(next);
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
): [id: string, command: Command] | undefined => {
  const { account } = life;
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

/** Ended at once, a merge has never been: but for versions and histories. */
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
    return { ...record, version: 0, debts: world.setBack ? [] : debts };
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

const step = (world: World, drawn: RandomCommand): void => {
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
    expect(refusal.reasons[0]).toEqual({ code: refusal.code, message: refusal.message });
    same(stored(refusal), refusal);
    // Rule 3: in both languages, what to fill in by name, and what is legal now.
    for (const { ja, en } of [refusal.message, ...refusal.missing.map(({ label }) => label)])
      expect(ja !== '' && en !== '').toBe(true);
    count(world.tested, '3');
    count(world.refused, command.type);
    return;
  }
  if (verdict.events.length === 0) {
    expect(verdict.account).toBe(life.account);
    return;
  }
  // Rule 6: it was decided twice, with one result.
  count(world.tested, '6');
  const after = written(life, command, verdict.events, verdict.account, context);
  const half = otherHalf(world, life, command);
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

test('no sequence of accepted commands breaks a rule, and the state is the fold of its history', () => {
  const counts: Pick<World, 'accepted' | 'refused' | 'entered' | 'imported' | 'tested'> = {
    accepted: {},
    refused: {},
    entered: {},
    imported: {},
    tested: {},
  };
  const lives = fc.property(
    fc.array(randomCommand, { minLength: 40, maxLength: 100, size: 'max' }),
    (sequence) => {
      const world: World = { lives: {}, today: '2026-03-02', setBack: false, ...counts };
      for (const drawn of sequence) step(world, drawn);
      for (const { account, history } of Object.values(world.lives)) {
        same(fold(account.id, history), account);
        same(fold(account.id, stored(history)), account);
      }
    },
  );
  void fc.assert(lives, { numRuns: 100, endOnFailure: true });
  // The sequences go deep: every status is entered and every command accepted, many times.
  const often = (counted: Partial<Record<string, number>>) =>
    Object.keys(counted).filter((key) => (counted[key] ?? 0) >= 5);
  expect(often(counts.imported).sort()).toEqual([
    'made a client',
    'made with a product',
    'product in use',
    'renamed',
  ]);
  expect(often(counts.entered).sort()).toEqual([...STATUSES].sort());
  expect(often(counts.accepted).sort()).toEqual(
    [...RANDOM_COMMAND_TYPES, 'receive', 'absorb', 'release'].sort(),
  );
  // Each rule was put to the test by at least so many commands, and so was each path.
  const enough = (counted: Partial<Record<string, number>>, most: number) =>
    Object.entries(counted).filter(([, n = 0]) => n < most);
  process.stdout.write(`accepted commands that could have broken a rule: ${JSON.stringify(counts.tested)}\n`);
  process.stdout.write(`accepted: ${JSON.stringify(counts.accepted)}\n`);
  expect(Object.keys(counts.tested).sort()).toEqual(
    ['3', '6', ...RULES.map(({ rule }) => String(rule))].sort(),
  );
  expect(enough(counts.tested, 200)).toEqual([]);
  const { import: rows, undo, absorb, approve, recordCheck, closeOpportunity } = counts.accepted;
  expect(enough({ rows, undo, absorb, approve, recordCheck, closeOpportunity }, 60)).toEqual([]);
}, 60_000);
