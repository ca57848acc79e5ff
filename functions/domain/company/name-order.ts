/** The text by which lists of companies are sorted. */
import type { Details } from '../account/account';
import { foldCompanyName } from './name/company-name';

/** Counted in characters, so that none is cut in two. Firestore indexes no value over 1,500 bytes. */
const LONGEST_KEY = 100;

/** Made from the reading, so that names sort by sound, or from the name where there is none; without legal form, in katakana. */
export const nameOrderKey = ({ name, kana }: Pick<Details, 'name' | 'kana'>): string =>
  [...foldCompanyName(kana === null || kana.trim() === '' ? name : kana).key].slice(0, LONGEST_KEY).join('');
