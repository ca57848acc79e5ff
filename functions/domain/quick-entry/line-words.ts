/** The words of a line, read from the left: what is understood is taken, and the rest stays as it was typed. */
import { keysOf } from '../status/table-keys';
import { foldWord } from '../text/fold-word';

/** The most words that a status name, a date, an answer or a person has. */
export const LONGEST_PHRASE = 4;

/**
 * Characters that may separate what is understood from the words behind it, as in `電話：不在` and `called, no answer`; written for a
 * character class.
 */
export const SEPARATORS = '、。，．,;；:：';
const BEHIND = new RegExp(`[${SEPARATORS}]+$`);
const WITHIN = new RegExp(`^(.+?)[${SEPARATORS}]+(.+)$`);

/** Reads a phrase; `behind` are the words that follow it. */
type ReadPhrase<T> = (phrase: string, behind: string) => T | null;

export class LineWords {
  private readonly words: string[];
  private readonly taken: string[] = [];
  /** Whether the last word taken was split from the next one at a comma or colon without a space. */
  private isSplit = false;

  constructor(line: string) {
    this.words = line.split(/\s+/).filter((word) => word !== '');
  }

  /**
   * Takes what `read` understands at the beginning: the longest phrase that it reads or, in the first word, the part before a
   * comma or colon. Null, and nothing is taken, where it understands neither.
   */
  take<T>(read: ReadPhrase<T>, longest = LONGEST_PHRASE): T | null {
    const found = this.takePhraseAt(0, read, longest);
    if (found !== null) return found;
    const [, front = '', behind = ''] = WITHIN.exec(this.words[0] ?? '') ?? [];
    const split = front === '' ? null : this.takeFront(front.length, read(front, behind), behind);
    this.isSplit = split !== null;
    return split;
  }

  /**
   * Like `take`, for a first word without a space in it, such as `電話不在`. `mayStand` decides whether the remainder is acceptable.
   */
  takeGlued<T>(read: (front: string) => T | null, mayStand: (behind: string) => boolean): T | null {
    const [word = ''] = this.words;
    for (let length = word.length - 1; length > 0; length--) {
      const behind = word.slice(length);
      const found = mayStand(behind) ? read(word.slice(0, length)) : null;
      if (found !== null) return this.takeFront(length, found, behind);
    }
    return null;
  }

  /**
   * Takes the one phrase that `read` understands, wherever it stands; null, and nothing is taken, where there are several or
   * none, or where it stands behind a word that `denies` it.
   */
  takeOnly<T>(read: (phrase: string) => T | null, denies: (before: string) => boolean): T | null {
    const places: number[] = [];
    for (let at = 0; at < this.words.length; ) {
      const phrase = this.phraseAt(at, read);
      if (phrase !== null) places.push(at);
      at += phrase?.length ?? 1;
    }
    const [place] = places;
    if (place === undefined || places.length > 1 || denies(this.words[place - 1] ?? '')) return null;
    return this.takePhraseAt(place, read);
  }

  /** Takes every word that `read` understands, wherever it stands. */
  takeAll<T>(read: (word: string) => T | null): T[] {
    const found: T[] = [];
    for (const word of this.words.splice(0)) {
      const value = read(word);
      (value === null ? this.words : this.taken).push(word);
      if (value !== null) found.push(value);
    }
    return found;
  }

  private takePhraseAt<T>(at: number, read: ReadPhrase<T>, longest = LONGEST_PHRASE): T | null {
    const phrase = this.phraseAt(at, read, longest);
    if (phrase === null) return null;
    this.taken.push(...this.words.splice(at, phrase.length));
    this.isSplit = false;
    return phrase.found;
  }

  private phraseAt<T>(
    at: number,
    read: ReadPhrase<T>,
    longest = LONGEST_PHRASE,
  ): { found: T; length: number } | null {
    for (let length = Math.min(longest, this.words.length - at); length > 0; length--) {
      const phrase = this.words.slice(at, at + length).join(' ');
      const behind = this.words.slice(at + length).join(' ');
      const found =
        read(phrase, behind) ?? (BEHIND.test(phrase) ? read(phrase.replace(BEHIND, ''), behind) : null);
      if (found !== null) return { found, length };
    }
    return null;
  }

  private takeFront<T>(length: number, found: T | null, behind: string): T | null {
    if (found === null) return null;
    this.taken.push((this.words[0] ?? '').slice(0, length));
    this.words[0] = behind;
    return found;
  }

  /** Of the words that are left; empty where none is. */
  first(): string {
    return this.words[0] ?? '';
  }

  /** Whether a comma or colon stands behind what was taken: what follows is a sentence of its own. */
  isBehindSeparator(): boolean {
    return BEHIND.test(this.taken[this.taken.length - 1] ?? '');
  }

  /** So it does in `受領、来週訪問`, too, which has no space. */
  isBeforeSentence(): boolean {
    return this.isSplit || this.isBehindSeparator();
  }

  /** The words taken so far, as they were typed. */
  understood(): string {
    return this.taken.join(' ');
  }

  rest(): string {
    return this.words.splice(0).join(' ');
  }
}

/** The key of the table whose list holds the phrase. */
export const keyOfPhrase =
  <Key extends string>(table: Readonly<Record<Key, readonly string[]>>) =>
  (phrase: string): Key | null => {
    // Phones write didn’t for didn't.
    const folded = foldWord(phrase).replace(/’/g, "'");
    return keysOf(table).find((key) => table[key].some((word) => foldWord(word) === folded)) ?? null;
  };
