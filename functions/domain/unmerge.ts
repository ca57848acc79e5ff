/** The end of a merge: both accounts as they were, and what has been added to the survivor since stays with it. */
import { type Account, meetings, partOf } from './account';
import { isBrought } from './brought-over';
import type { Command, CommandType } from './commands';
import { type Context, otherAccount } from './context';
import {
  type Change,
  changesBetween,
  type HistoryEntry,
  record,
  revert,
  type Story,
  sameValue,
  takenBack,
} from './history';
import { namesOf } from './merge';
import { type Refusal, refuse } from './refusals';
import { isManager } from './team';
import { isOwnAndFresh, obeysRules } from './undo';

/** A change that stands in the way: what, and by whom. */
export interface LaterChange {
  path: string;
  /** Name of the contact, product of the opportunity; null where the path says it all. */
  what: string | null;
  version: number;
  at: string;
  by: string;
  byName: string | null;
  command: CommandType;
}

/** Of the account itself, beside its parts: where the merge set them, nobody may have set them again. */
const STATUS_BOUND = [
  'status',
  'statusSince',
  'nextCheck',
  'awaitedCondition',
  'missedChecks',
  'unanswered',
  'lost',
  'badFit',
  'onFile',
  'proposal',
];
/** What the rules read: where it comes back as it was, it obeys them as it did. */
const RULED = [...STATUS_BOUND, 'everMet', 'bant', 'opportunities', 'products'] as const;

const split = (path: string): [field: string, id: string | null] => {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, null] : [path.slice(0, dot), path.slice(dot + 1)];
};

const valueAt = (account: Account, path: string): unknown => {
  const [field, id] = split(path);
  const value = (account as unknown as Record<string, unknown>)[field];
  return id === null ? value : (partOf((value ?? {}) as Record<string, unknown>, id) ?? null);
};

const whatIs = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { name, product, with: whom } = value as Record<string, unknown>;
  const told = name ?? product ?? whom;
  return typeof told === 'string' ? told : null;
};

/** The last entry that changed it. */
const blamed = (
  path: string,
  account: Account,
  later: readonly HistoryEntry[],
  { members }: Context,
): LaterChange => {
  const changes = (entry: HistoryEntry): boolean =>
    entry.events.some((event) => event.changes.some((change) => change.path === path));
  const entry = [...later].reverse().find(changes) ?? later[later.length - 1];
  return {
    path,
    what: whatIs(valueAt(account, path)),
    version: entry?.version ?? account.version,
    at: entry?.at ?? '',
    by: entry?.by ?? '',
    byName: members[entry?.by ?? '']?.name ?? null,
    command: entry?.command ?? 'merge',
  };
};

const refuseChanged = (accountId: string, changes: readonly LaterChange[]): Refusal =>
  refuse('UNMERGE_CHANGED', { facts: { accountId, changes } });

/** The account before the merge, and right behind it: what has happened since is taken off. */
const around = (
  account: Account,
  entry: HistoryEntry,
  later: readonly HistoryEntry[],
): { before: Account; after: Account } => {
  const after = [...later].reverse().reduce(revert, account);
  return { before: revert(after, entry), after };
};

const breaksRules = (restored: Account, before: Account, account: Account, context: Context): boolean =>
  RULED.some((field) => !sameValue(valueAt(restored, field), valueAt(before, field))) &&
  !obeysRules(restored, account, context);

/** The merge and all that came after it; null where the history that was read does not have them. */
const since = (
  account: Account,
  version: number,
  { history }: Context,
): { entry: HistoryEntry; later: HistoryEntry[] } | null => {
  const [entry, ...later] = history.filter((candidate) => candidate.version >= version);
  const last = later[later.length - 1] ?? entry;
  return entry?.version === version && last?.version === account.version ? { entry, later } : null;
};

/** The half of the account that went. */
export const unmerge = (story: Story, reason: string, context: Context): Story | Refusal => {
  const { account } = story;
  const { merged } = account;
  if (merged === null) return refuse('LINK_NONE');
  if (!isManager(context.actor) && !isOwnAndFresh(merged, context))
    return refuse('UNDO_TOO_LATE', { facts: { by: merged.by, at: merged.at } });
  const into = otherAccount(context, merged.intoId);
  const story_ = since(account, merged.version, context);
  if (story_ === null || into === null) return refuse('UNDO_UNKNOWN', { facts: { version: merged.version } });
  const { entry, later } = story_;
  const { before, after } = around(account, entry, later);
  const changed = changesBetween(before, after)
    .filter(({ path, after: set }) => !sameValue(valueAt(account, path), set))
    .map(({ path }) => blamed(path, account, later, context));
  if (changed.length > 0) return refuseChanged(account.id, changed);
  const restored = revert(account, entry);
  if (breaksRules(restored, before, account, context))
    return refuse('UNDO_BREAKS_RULE', { facts: { status: restored.status } });
  return record(story, 'unmerged', restored, {
    reason,
    data: { ...namesOf(account, into), merge: merged.version },
  });
};

/** The half of the account that stays: gives back what it was brought. */
export const release = (
  story: Story,
  { from, reason }: Extract<Command, { type: 'release' }>,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  const version = from.merged?.intoVersion ?? 0;
  const story_ = since(account, version, context);
  if (story_ === null) return refuse('UNDO_UNKNOWN', { facts: { accountId: account.id, version } });
  const { entry, later } = story_;
  const { before, after } = around(account, entry, later);
  const changes = changesBetween(before, after);
  const movedIt = before.status !== after.status;
  const holdsFast = ({ path }: Change): boolean => {
    const [field, id] = split(path);
    // One that is gone because newer ones came is not missed; one that a manager corrected is.
    if (field === 'activities') return corrected(path, later);
    if (id !== null) return isBrought(id, from.id) && field !== 'sources';
    return field === 'corporateNumber' || (movedIt && STATUS_BOUND.includes(field));
  };
  const wentOn = account.onFile?.successorId != null && !sameValue(account.onFile, after.onFile);
  const inTheWay = [
    ...(wentOn ? ['onFile'] : []),
    ...changes
      .filter((change) => holdsFast(change) && !sameValue(valueAt(account, change.path), change.after))
      .map(({ path }) => path),
  ];
  if (inTheWay.length > 0)
    return refuseChanged(
      account.id,
      inTheWay.map((path) => blamed(path, account, later, context)),
    );
  const restored = givenBack(account, { before, after, changes, from, later });
  const leaning = leansOn(restored, account, changes, from.id);
  if (leaning.length > 0)
    return refuseChanged(
      account.id,
      leaning.map((path) => blamed(path, account, later, context)),
    );
  if (breaksRules(restored, before, account, context))
    return refuse('UNDO_BREAKS_RULE', { facts: { accountId: account.id, status: restored.status } });
  return record(story, 'unmerged', restored, {
    reason,
    data: { ...namesOf(from, account), merge: version },
  });
};

interface Given {
  before: Account;
  after: Account;
  changes: readonly Change[];
  from: Account;
  later: readonly HistoryEntry[];
}

/** What nobody has touched since goes back; what was set anew since stays. */
const givenBack = (account: Account, { before, after, changes, from, later }: Given): Account => {
  const back = changes.filter(({ path, after: set }) => {
    const [field, id] = split(path);
    // A contact that the merge itself logged was made, whatever becomes of the merge.
    if (field === 'activities' && id !== null && set !== null && !isBrought(id, from.id)) return false;
    return sameValue(valueAt(account, path), set);
  });
  const restored = takenBack(account, back);
  const without = <T>(now: readonly T[], was: readonly T[], set: readonly T[]): T[] =>
    now.filter(
      (one) => was.some((old) => sameValue(old, one)) || !set.some((brought) => sameValue(brought, one)),
    );
  const wasMet = before.everMet && !later.some(({ command }) => command === 'correctMeeting');
  return {
    ...restored,
    everMet: wasMet || meetings(restored).length > 0 || metByAnother(later),
    domains: without(restored.domains, before.domains, after.domains),
    formerNames: without(restored.formerNames, before.formerNames, after.formerNames),
    lostCount: account.lostCount - (after.lostCount - before.lostCount),
    debts: before.debts,
  };
};

const corrected = (path: string, later: readonly HistoryEntry[]): boolean =>
  later.some(({ events }) =>
    events.some(
      ({ type, changes }) => type === 'meetingCorrected' && changes.some((change) => change.path === path),
    ),
  );

/** A later merge, still in effect, has brought a company that we have met. */
const metByAnother = (later: readonly HistoryEntry[]): boolean => {
  const met = new Set<unknown>();
  for (const { type, data } of later.flatMap(({ events }) => events)) {
    if (type === 'merged' && data.met === true) met.add(data.fromId);
    if (type === 'unmerged') met.delete(data.fromId);
  }
  return met.size > 0;
};

/** Paths of what would point to nothing: made since on a contact or opportunity that goes back. */
const leansOn = (
  restored: Account,
  account: Account,
  changes: readonly Change[],
  fromId: string,
): string[] => {
  const gone = changes.flatMap(({ path, before }) => {
    const [, id] = split(path);
    return id !== null && before === null && isBrought(id, fromId) ? [id] : [];
  });
  const isGone = (id: string | null): boolean => id !== null && gone.includes(id);
  const points = (path: string, id: string | null): string[] =>
    isGone(id) && valueAt(account, path) !== null ? [path] : [];
  return [
    ...points('awaitedContactId', restored.awaitedContactId),
    ...Object.values(restored.activities).flatMap(({ id, contactId }) =>
      points(`activities.${id}`, contactId),
    ),
    ...Object.values(restored.opportunities).flatMap(({ id, follows }) =>
      points(`opportunities.${id}`, follows),
    ),
    ...Object.values(restored.products).flatMap(({ id, source }) =>
      points(`products.${id}`, source?.replace(/^opportunity:/, '') ?? null),
    ),
  ];
};
