/** In which language a line is written: whoever wrote it is answered in it, whatever language the register has. */
import { foldWord } from '../text/fold-word';
import type { Text } from '../text/text';

/** Latin words that Japanese write, too: they tell nothing. */
const SHARED_WORDS: readonly string[] = [
  ...['mtg', 'zoom', 'teams', 'web', 'tel', 'mail', 'bant', 'ok', 'ng', 're', 'r'],
];
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** By its first word that tells, so that `meeting with 佐藤様` is English; null where none does, as in `>4 2026-11-10`. */
export const lineLanguage = (line: string): keyof Text | null => {
  for (const word of line.match(/\p{L}+/gu) ?? []) {
    if (JAPANESE.test(word)) return 'ja';
    if (!SHARED_WORDS.includes(foldWord(word))) return 'en';
  }
  return null;
};
