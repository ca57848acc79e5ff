/** Possible duplicates over the whole register, as a person looks at them: groups, what is the same, and what to do. */
import type { Account } from '../account/account';
import type { DuplicateKind, MatchingTrait } from '../company/duplicates';
import { type DuplicatePair, MAX_LISTED_NAMESAKES, type Namesakes } from '../company/find-duplicates';
import { STATUS } from '../status/statuses';
import { type Text, text } from '../text/text';
import { memberLabel, type RegisterView } from './cells';

export type DuplicateRow =
  | {
      kind: DuplicateKind;
      group: number;
      id: string;
      company: string;
      status: Text;
      owner: Text;
      /** What is the same as with another one of the group. */
      why: readonly MatchingTrait[];
    }
  | { kind: 'many'; group: number; company: string; count: number };

/** Sets of IDs that pairs connect, each in the order of its IDs. */
const connectedGroups = (pairs: readonly DuplicatePair[]): string[][] => {
  const groupOf = new Map<string, Set<string>>();
  for (const { ids } of pairs) {
    const sets = ids.map((id) => groupOf.get(id) ?? new Set([id]));
    const joined = new Set(sets.flatMap((set) => [...set]));
    for (const id of joined) groupOf.set(id, joined);
  }
  return [...new Set(groupOf.values())].map((set) => [...set].sort());
};

export const DUPLICATE_KINDS: readonly DuplicateKind[] = ['number', 'likely', 'name'];

/**
 * Every group as rows, the surest first; the same register gives the same rows. `accounts` are those that are named, as they
 * are now: one that is gone leaves its group, and a group of one is none.
 */
export const duplicateRows = (
  pairs: readonly DuplicatePair[],
  namesakes: readonly Namesakes[],
  accounts: ReadonlyMap<string, Account>,
  { members }: Pick<RegisterView, 'members'>,
): DuplicateRow[] => {
  const present = pairs.filter(({ ids }) => ids.every((id) => accounts.has(id)));
  const sure = connectedGroups(present).map((ids) => {
    const own = present.filter((pair) => pair.ids.some((id) => ids.includes(id)));
    const kind: DuplicateKind = own.some(({ why }) => why[0] === 'corporateNumber') ? 'number' : 'likely';
    return {
      kind,
      ids,
      why: (id: string) => own.filter((pair) => pair.ids.includes(id)).flatMap(({ why }) => why),
    };
  });
  const named = namesakes
    .filter(({ count }) => count <= MAX_LISTED_NAMESAKES)
    .map(({ ids }) => ({
      kind: 'name' as const,
      ids: ids.filter((id) => accounts.has(id)).sort(),
      why: (): MatchingTrait[] => ['name'],
    }))
    .filter(({ ids }) => ids.length > 1);
  const nameOf = (id: string | undefined): string => accounts.get(id ?? '')?.name ?? '';
  const groups = [...sure, ...named].sort(
    (a, b) =>
      DUPLICATE_KINDS.indexOf(a.kind) - DUPLICATE_KINDS.indexOf(b.kind) ||
      compare(nameOf(a.ids[0]), nameOf(b.ids[0])) ||
      compare(a.ids[0] ?? '', b.ids[0] ?? ''),
  );
  const many = namesakes
    .filter(({ count }) => count > MAX_LISTED_NAMESAKES)
    .sort((a, b) => b.count - a.count || compare(a.name, b.name));
  return [
    ...groups.flatMap(({ kind, ids, why }, index) =>
      ids.flatMap((id): DuplicateRow[] => {
        const account = accounts.get(id);
        if (account === undefined) return [];
        const owner = text(
          memberLabel(account.ownerId, members, 'ja'),
          memberLabel(account.ownerId, members, 'en'),
        );
        const same = [...new Set(why(id))];
        const { label: status } = STATUS[account.standing.status];
        return [{ kind, group: index + 1, id, company: account.name, status, owner, why: same }];
      }),
    ),
    ...many.map(
      ({ name, count }, index): DuplicateRow => ({
        kind: 'many',
        group: groups.length + index + 1,
        company: name,
        count,
      }),
    ),
  ];
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
