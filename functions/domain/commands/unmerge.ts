/** The end of a merge: both accounts as they were, and what has been added to the survivor since stays with it. */
import { type Account, meetingsOf, partById } from '../account/account';
import type { Command, CommandType } from '../account/command';
import { type DecisionContext, otherAccount } from '../account/decision-context';
import {
  type AccountChange,
  append,
  changesBetween,
  type Draft,
  type HistoryEntry,
  isSameValue,
  revertChanges,
  revertEntry,
} from '../account/history';
import { type Refusal, refuse } from '../account/refusals';
import { isManager } from '../account/team';
import { mergedNames } from './merge';
import { isMergedPart } from './merge-data';
import { isOwnRecentChange, obeysRules } from './undo';

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
const STATUS_FIELDS = [
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
const RULED_FIELDS = [...STATUS_FIELDS, 'everMet', 'bant', 'opportunities', 'products'] as const;

const splitPath = (path: string): [field: string, id: string | null] => {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, null] : [path.slice(0, dot), path.slice(dot + 1)];
};

const valueAt = (account: Account, path: string): unknown => {
  const [field, id] = splitPath(path);
  const value = (account as unknown as Record<string, unknown>)[field];
  return id === null ? value : (partById((value ?? {}) as Record<string, unknown>, id) ?? null);
};

const partName = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { name, product, with: whom } = value as Record<string, unknown>;
  const told = name ?? product ?? whom;
  return typeof told === 'string' ? told : null;
};

/** The last entry that changed it. */
const laterChangeOf = (
  path: string,
  account: Account,
  later: readonly HistoryEntry[],
  { members }: DecisionContext,
): LaterChange => {
  const changes = (entry: HistoryEntry): boolean =>
    entry.events.some((event) => event.changes.some((change) => change.path === path));
  const entry = [...later].reverse().find(changes) ?? later[later.length - 1];
  return {
    path,
    what: partName(valueAt(account, path)),
    version: entry?.version ?? account.version,
    at: entry?.at ?? '',
    by: entry?.by ?? '',
    byName: members[entry?.by ?? '']?.name ?? null,
    command: entry?.command ?? 'merge',
  };
};

const refuseLaterChanges = (accountId: string, changes: readonly LaterChange[]): Refusal =>
  refuse('UNMERGE_CHANGED', { facts: { accountId, changes } });

/** The account before the merge, and right behind it: what has happened since is taken off. */
const aroundMerge = (
  account: Account,
  entry: HistoryEntry,
  later: readonly HistoryEntry[],
): { before: Account; after: Account } => {
  const after = [...later].reverse().reduce(revertEntry, account);
  return { before: revertEntry(after, entry), after };
};

const breaksRules = (
  restored: Account,
  before: Account,
  account: Account,
  context: DecisionContext,
): boolean =>
  RULED_FIELDS.some((field) => !isSameValue(valueAt(restored, field), valueAt(before, field))) &&
  !obeysRules(restored, account, context);

/** The merge and all that came after it; null where the history that was read does not have them. */
const mergeAndLater = (
  account: Account,
  version: number,
  { history }: DecisionContext,
): { entry: HistoryEntry; later: HistoryEntry[] } | null => {
  const [entry, ...later] = history.filter((candidate) => candidate.version >= version);
  const last = later[later.length - 1] ?? entry;
  return entry?.version === version && last?.version === account.version ? { entry, later } : null;
};

/** The half of the account that went. */
export const unmerge = (story: Draft, reason: string, context: DecisionContext): Draft | Refusal => {
  const { account } = story;
  const { merged } = account;
  if (merged === null) return refuse('LINK_NONE');
  if (!isManager(context.actor) && !isOwnRecentChange(merged, context))
    return refuse('UNDO_TOO_LATE', { facts: { by: merged.by, at: merged.at } });
  const into = otherAccount(context, merged.intoId);
  const story_ = mergeAndLater(account, merged.version, context);
  if (story_ === null || into === null) return refuse('UNDO_UNKNOWN', { facts: { version: merged.version } });
  const { entry, later } = story_;
  const { before, after } = aroundMerge(account, entry, later);
  const changed = changesBetween(before, after)
    .filter(({ path, after: set }) => !isSameValue(valueAt(account, path), set))
    .map(({ path }) => laterChangeOf(path, account, later, context));
  if (changed.length > 0) return refuseLaterChanges(account.id, changed);
  const restored = revertEntry(account, entry);
  if (breaksRules(restored, before, account, context))
    return refuse('UNDO_BREAKS_RULE', { facts: { status: restored.status } });
  return append(story, 'unmerged', restored, {
    reason,
    data: { ...mergedNames(account, into), merge: merged.version },
  });
};

/** The half of the account that stays: gives back what it was brought. */
export const releaseParts = (
  story: Draft,
  { from, reason }: Extract<Command, { type: 'release' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const version = from.merged?.intoVersion ?? 0;
  const story_ = mergeAndLater(account, version, context);
  if (story_ === null) return refuse('UNDO_UNKNOWN', { facts: { accountId: account.id, version } });
  const { entry, later } = story_;
  const { before, after } = aroundMerge(account, entry, later);
  const changes = changesBetween(before, after);
  const movedIt = before.status !== after.status;
  const holdsFast = ({ path }: AccountChange): boolean => {
    const [field, id] = splitPath(path);
    // One that is gone because newer ones came is not missed; one that a manager corrected is.
    if (field === 'activities') return isCorrected(path, later);
    if (id !== null) return isMergedPart(id, from.id) && field !== 'sources';
    return field === 'corporateNumber' || (movedIt && STATUS_FIELDS.includes(field));
  };
  const wentOn = account.onFile?.successorId != null && !isSameValue(account.onFile, after.onFile);
  const inTheWay = [
    ...(wentOn ? ['onFile'] : []),
    ...changes
      .filter((change) => holdsFast(change) && !isSameValue(valueAt(account, change.path), change.after))
      .map(({ path }) => path),
  ];
  if (inTheWay.length > 0)
    return refuseLaterChanges(
      account.id,
      inTheWay.map((path) => laterChangeOf(path, account, later, context)),
    );
  const restored = giveBack(account, { before, after, changes, from, later });
  const leaning = danglingPaths(restored, account, changes, from.id);
  if (leaning.length > 0)
    return refuseLaterChanges(
      account.id,
      leaning.map((path) => laterChangeOf(path, account, later, context)),
    );
  if (breaksRules(restored, before, account, context))
    return refuse('UNDO_BREAKS_RULE', { facts: { accountId: account.id, status: restored.status } });
  return append(story, 'unmerged', restored, {
    reason,
    data: { ...mergedNames(from, account), merge: version },
  });
};

interface GiveBackInput {
  before: Account;
  after: Account;
  changes: readonly AccountChange[];
  from: Account;
  later: readonly HistoryEntry[];
}

/** What nobody has touched since goes back; what was set anew since stays. */
const giveBack = (account: Account, { before, after, changes, from, later }: GiveBackInput): Account => {
  const back = changes.filter(({ path, after: set }) => {
    const [field, id] = splitPath(path);
    // A contact that the merge itself logged was made, whatever becomes of the merge.
    if (field === 'activities' && id !== null && set !== null && !isMergedPart(id, from.id)) return false;
    return isSameValue(valueAt(account, path), set);
  });
  const restored = revertChanges(account, back);
  const without = <T>(now: readonly T[], was: readonly T[], set: readonly T[]): T[] =>
    now.filter(
      (one) => was.some((old) => isSameValue(old, one)) || !set.some((brought) => isSameValue(brought, one)),
    );
  const wasMet = before.everMet && !later.some(({ command }) => command === 'correctMeeting');
  return {
    ...restored,
    everMet: wasMet || meetingsOf(restored).length > 0 || isMetByAnotherMerge(later),
    domains: without(restored.domains, before.domains, after.domains),
    formerNames: without(restored.formerNames, before.formerNames, after.formerNames),
    lostCount: account.lostCount - (after.lostCount - before.lostCount),
    debts: before.debts,
  };
};

const isCorrected = (path: string, later: readonly HistoryEntry[]): boolean =>
  later.some(({ events }) =>
    events.some(
      ({ type, changes }) => type === 'meetingCorrected' && changes.some((change) => change.path === path),
    ),
  );

/** A later merge, still in effect, has brought a company that we have met. */
const isMetByAnotherMerge = (later: readonly HistoryEntry[]): boolean => {
  const met = new Set<unknown>();
  for (const { type, data } of later.flatMap(({ events }) => events)) {
    if (type === 'merged' && data.met === true) met.add(data.fromId);
    if (type === 'unmerged') met.delete(data.fromId);
  }
  return met.size > 0;
};

/** Paths of what would point to nothing: made since on a contact or opportunity that goes back. */
const danglingPaths = (
  restored: Account,
  account: Account,
  changes: readonly AccountChange[],
  fromId: string,
): string[] => {
  const gone = changes.flatMap(({ path, before }) => {
    const [, id] = splitPath(path);
    return id !== null && before === null && isMergedPart(id, fromId) ? [id] : [];
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
