/** The words of a line, read from the left: what is understood is taken, the rest stays as it was typed. */
import { keysOf } from '../status/table-keys';
import { foldWord } from '../text/fold-word';

/** No name of a status and no date has more. */
export const LONGEST_PHRASE = 3;

export class LineWords {
  private readonly words: string[];
  private readonly taken: string[] = [];

  constructor(line: string) {
    this.words = line.split(/\s+/).filter((word) => word !== '');
  }

  /** What `read` makes of the first words, the longest phrase first; null where it makes nothing of any. They are taken then. */
  take<T>(read: (phrase: string) => T | null, longest = LONGEST_PHRASE): T | null {
    for (let length = Math.min(longest, this.words.length); length > 0; length--) {
      const found = read(this.words.slice(0, length).join(' '));
      if (found === null) continue;
      this.taken.push(...this.words.splice(0, length));
      return found;
    }
    return null;
  }

  /** Takes every word, wherever it stands, that `read` makes something of. */
  takeAll<T>(read: (word: string) => T | null): T[] {
    const found: T[] = [];
    for (const word of this.words.splice(0)) {
      const value = read(word);
      (value === null ? this.words : this.taken).push(word);
      if (value !== null) found.push(value);
    }
    return found;
  }

  /** The words that were taken, as they were typed. */
  understood(): string {
    return this.taken.join(' ');
  }

  rest(): string {
    return this.words.splice(0).join(' ');
  }
}

/** The key of the table under which the phrase stands. */
export const keyOfPhrase =
  <Key extends string>(table: Readonly<Record<Key, readonly string[]>>) =>
  (phrase: string): Key | null => {
    const folded = foldWord(phrase);
    return keysOf(table).find((key) => table[key].some((word) => foldWord(word) === folded)) ?? null;
  };
