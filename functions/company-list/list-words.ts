/** Words of a list for statuses and owners whose meaning only a person can tell. */
import { findMember } from '../domain/account/find-member';
import { leaverName } from '../domain/account/member-texts';
import type { Member } from '../domain/account/team';
import { parseStatus } from '../domain/status/parse-status';
import type { Status } from '../domain/status/statuses';
import { foldWord, MAX_WORD_LENGTH } from '../domain/text/fold-word';
import type { ListRow } from './company-list';
import type { ListField } from './list-headers';

/** Columns that name a member of the team. */
export const MEMBER_FIELDS = ['owner', 'insideSales'] as const satisfies readonly ListField[];

/** What the words of a column stand for. */
export type WordKind = 'status' | 'owner';

/** A status or a member's ID; `empty` treats the cell as empty. */
export type WordMeaning<Value extends string> = Value | 'empty';

/** Meanings given by a person, by `foldWord` of the word; they take precedence over the word itself. */
export interface WordMeanings {
  status: ReadonlyMap<string, WordMeaning<Status>>;
  owner: ReadonlyMap<string, WordMeaning<string>>;
}

/**
 * Other products say with these words something else: that a record is in use, or which of their own kinds a number counts. Nobody
 * but a person can tell.
 */
const OF_OTHERS = /^(?:\d+|active|アクティブ)$/;

/** The status that a word of a list is by itself; null where a person has to say it. */
export const listedStatus = (word: string): Status | null =>
  OF_OTHERS.test(foldWord(word)) ? null : parseStatus(word);

/** Undefined where the list has no value; null where the meaning is not known yet. */
export const statusOfWord = (
  word: string | undefined,
  meanings: WordMeanings,
): Status | 'empty' | null | undefined =>
  word === undefined ? undefined : (meanings.status.get(foldWord(word)) ?? listedStatus(word));

/** A member's ID; undefined where the list names nobody, null where nobody has said who it is. One who has left is asked about again. */
export const ownerOfWord = (
  word: string | undefined,
  meanings: WordMeanings,
  members: readonly Member[],
): string | null | undefined => {
  if (word === undefined) return undefined;
  const meaning = meanings.owner.get(foldWord(word));
  if (meaning === 'empty') return undefined;
  const isActive = members.some(({ id, active }) => active && id === meaning);
  if (meaning !== undefined && isActive) return meaning;
  return isLeaver(word, members) ? undefined : (findMember(word, members)?.id ?? null);
};

/** Written by the register for a member who has left: they own nothing now. */
export const isLeaver = (word: string | undefined, members: readonly Member[]): boolean =>
  members.some(({ active, name, email }) => {
    const labels = active ? [] : [name, `${name} <${email}>`].map(leaverName);
    return labels.some(({ ja, en }) => word === ja || word === en);
  });

/** A word that does not tell its meaning by itself. */
export interface ListWord {
  kind: WordKind;
  /** The word as written in its first row. */
  word: string;
  /** Line of its first row. */
  line: number;
  /** Number of rows with the word. */
  rows: number;
  /** A status or a member's ID; null where it is not known yet. */
  means: string | null;
}

/** Each word once, in the order of the rows. */
export const unknownWordsOf = (
  rows: readonly ListRow[],
  meanings: WordMeanings,
  members: readonly Member[],
): ListWord[] => {
  const words = new Map<string, ListWord | null>();
  const count = (kind: WordKind, { line, values }: ListRow, field: ListField): void => {
    const word = values[field];
    if (word === undefined || word.length > MAX_WORD_LENGTH) return;
    const key = `${kind} ${foldWord(word)}`;
    const known = words.get(key);
    if (known !== undefined) {
      if (known !== null) known.rows += 1;
      return;
    }
    words.set(key, isKnown(kind, word) ? null : { kind, word, line, rows: 1, means: meaningOf(kind, word) });
  };
  const isKnown = (kind: WordKind, word: string): boolean =>
    !meanings[kind].has(foldWord(word)) &&
    (kind === 'status'
      ? listedStatus(word) !== null
      : isLeaver(word, members) || findMember(word, members) !== null);
  const meaningOf = (kind: WordKind, word: string): string | null => {
    if (meanings[kind].get(foldWord(word)) === 'empty') return 'empty';
    return (kind === 'status' ? statusOfWord(word, meanings) : ownerOfWord(word, meanings, members)) ?? null;
  };
  for (const row of rows) {
    count('status', row, 'status');
    for (const field of MEMBER_FIELDS) count('owner', row, field);
  }
  return [...words.values()].filter((word) => word !== null);
};
