/** The text that lists of companies are sorted by. */
import type { Details } from '../account/account';
import { foldCompanyName } from './name/company-name';

/** In characters, so that none is cut in two; Firestore indexes no value of more than 1,500 bytes. */
const LONGEST_KEY = 100;

/** Of the reading where there is one, so that the order is that of the sounds; else of the name. Without legal form, in katakana. */
export const nameOrderKey = ({ name, kana }: Pick<Details, 'name' | 'kana'>): string =>
  [...foldCompanyName(kana === null || kana.trim() === '' ? name : kana).key].slice(0, LONGEST_KEY).join('');
