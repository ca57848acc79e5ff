/** Accounts that live by random commands, and what is counted of them. */
import { isDeepStrictEqual } from 'node:util';
import { type Account, blankAccount } from '../../../../functions/domain/account/account';
import type { LinkedAccount } from '../../../../functions/domain/account/decision-context';
import type { HistoryEntry } from '../../../../functions/domain/account/history';
import { successorIdOf } from '../../../../functions/domain/account/standing';
import type { CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import type { CommandType } from '../../../../functions/domain/commands/command-table';
import type { Status } from '../../../../functions/domain/status/statuses';

const withSortedKeys = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withSortedKeys);
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) sorted[key] = withSortedKeys(value[key as keyof typeof value]);
  return sorted;
};

/** As a store may give it back: other objects, keys in another order. */
export const stored = <T>(value: T): T => withSortedKeys(JSON.parse(JSON.stringify(value))) as T;

export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** Fast where it holds, and telling where it does not. */
export const same = (received: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(received, expected)) expect(received).toStrictEqual(expected);
};

export interface Life {
  account: Account;
  history: readonly HistoryEntry[];
  /** An import, or a merge, may have made debts, which excuse what it never had. */
  imported: boolean;
}

export interface World {
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

export const importEffects = (was: Account, now: Account): ImportEffect[] => {
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

export const count = <K extends string>(counts: Partial<Record<K, number>>, key: K): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

export const lifeOf = (world: World, id: string): Life =>
  world.lives[id] ?? { account: frozen(blankAccount(id)), history: [], imported: false };

export const linksIn = (world: World): Record<string, LinkedAccount> =>
  Object.fromEntries(
    Object.values(world.lives)
      .filter(({ account }) => account.version > 0 && !account.withdrawn)
      .map(({ account }) => [
        account.id,
        { id: account.id, name: account.name, successorId: successorIdOf(account) },
      ]),
  );
