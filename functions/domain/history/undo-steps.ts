/** What a member has done and could take back: what one call of commands did is one step, and is said in words. */
import type { HistoryEntry } from '../account/history';
import type { Member } from '../account/team';
import { undoObstacle } from '../account/undo-obstacle';
import { goneVersions, type UndonePair } from '../account/undone-entries';
import type { Channel } from '../status/code-lists';
import { type Text, text } from '../text/text';
import { entryLines } from './history-text';
import type { Reader } from './value-words';

export interface UndoableChange {
  accountId: string;
  version: number;
  /** What was done. */
  words: Text;
}

export interface UndoStep {
  /** Instant, ISO 8601 in UTC. */
  at: string;
  channel: Channel;
  /** In the order in which they are to be taken back. */
  changes: UndoableChange[];
}

/** Lines of an entry that are told: what it was, and its first value. */
const MAX_LINES = 2;

/**
 * `entries` are the newest first. Left out is what an import did, which is taken back as a whole, what was taken back already, and
 * what nobody or only somebody else may take back.
 */
export const undoSteps = (
  entries: readonly HistoryEntry[],
  asker: { actor: Member; now: string },
  members: Reader['members'],
): UndoStep[] => {
  const gone = goneEntries(entries);
  const steps: UndoStep[] = [];
  for (const entry of entries) {
    const { at, channel, accountId, version, undoes } = entry;
    if (undoes !== null || channel === 'import' || gone.has(keyOf(accountId, version))) continue;
    if (undoObstacle(entry, asker) !== null || isReceivingHalf(entry)) continue;
    const change = { accountId, version, words: wordsOf(entry, members) };
    const last = steps[steps.length - 1];
    if (last?.at === at && last.channel === channel) last.changes.push(change);
    else steps.push({ at, channel, changes: [change] });
  }
  return steps;
};

/** Taken back with the half of the account that the person came from. */
const isReceivingHalf = ({ accountId, events }: HistoryEntry): boolean =>
  events.some((event) => event.type === 'contactMoved' && event.data.toId === accountId);

const keyOf = (accountId: string, version: number): string => `${accountId} ${version}`;

const goneEntries = (entries: readonly HistoryEntry[]): ReadonlySet<string> => {
  const pairs = new Map<string, UndonePair[]>();
  for (const { accountId, version, undoes } of entries)
    if (undoes !== null) pairs.set(accountId, [...(pairs.get(accountId) ?? []), { undoes, by: version }]);
  return new Set(
    [...pairs].flatMap(([accountId, ofAccount]) =>
      [...goneVersions(ofAccount)].map((version) => keyOf(accountId, version)),
    ),
  );
};

const wordsOf = (entry: HistoryEntry, members: Reader['members']): Text => {
  const inLanguage = (language: keyof Text, between: string): string =>
    entryLines({ language, members }, entry).slice(0, MAX_LINES).join(between);
  return text(inLanguage('ja', '、'), inLanguage('en', ', '));
};
