/** Reports the columns that are not read, so that nothing is left out silently. */
import { foldWord } from '../domain/text/fold-word';
import type { MappedColumn } from './columns';
import { foldHeader } from './header-fields';
import { type ListProblem, listProblem } from './list-problems';
import { statusesToldBy } from './status-marks';

/** Names that teams give to their own categories of companies: 顧客ランク, 取引区分, カテゴリー, 温度感, Tier, Lead Rating. */
const OF_KINDS =
  /(?:区分|ランク|カテゴリー?|分類|種別|種類|タイプ|クラス|等級|レベル|グレード|セグメント|温度感?|見込み?度?|確度|優先度?|重要度|関心度|フラグ|ラベル|タグ|評価|判定|段階|契約有無|取引有無|取引実績)$|(?:rank|ranking|rating|category|categories|type|class|grade|tier|segment|level|priority|temperature|label|tag|tags|flag|score|kind|group)s?$/;

/** A category's words repeat, so there are few of them. */
const MAX_KINDS = 12;
const FEWEST_VALUES = 4;
const MAX_KIND_LENGTH = 20;
const MAX_KINDS_NAMED = 5;

/** The words of a column that seems to hold a team's own categories; empty where it does not. */
const kindsIn = (header: string, cells: readonly string[]): string[] => {
  const values = OF_ANOTHER_COLUMN.test(header) ? [] : cells.filter((cell) => cell !== '');
  const kinds = [...new Map(values.map((value) => [foldWord(value), value])).values()];
  const areWords = kinds.every((kind) => kind.length <= MAX_KIND_LENGTH && !/^[\d.,:/ -]*$/.test(kind));
  if (values.length === 0 || kinds.length > MAX_KINDS || !areWords) return [];
  if (OF_KINDS.test(foldHeader(header))) return kinds;
  const isRepeated = values.length >= FEWEST_VALUES && kinds.length >= 2 && kinds.length * 2 <= values.length;
  return isRepeated && !kinds.every(isMark) ? kinds : [];
};

/** Address books name each mail and phone by such a column: E-mail 1 - Label, Phone 2 - Type. */
const OF_ANOTHER_COLUMN = /\d\s*[-–:]\s*(?:label|type|ラベル|種類)$/i;

const isMark = (word: string): boolean =>
  /^(?:[○◯〇●×✕✓✔-]|true|false|yes|no|有り?|無し?|あり|なし|はい|いいえ)$/i.test(word);

interface Unread {
  columns: readonly MappedColumn[];
  /** The cells below each header, in the examined rows. */
  below: readonly (readonly string[])[];
  /** Whether a person has assigned the column. */
  isSaid: (index: number) => boolean;
  /** Line of the headers. */
  line: number;
}

/**
 * Every column that is not read, told once; which of them seem to tell statuses; and where the list has none, which may tell them in
 * a team's own words, so that a person can say so, and what each word means.
 */
export const unreadColumnNotes = ({ columns, below, isSaid, line }: Unread): ListProblem[] => {
  const hasStatus = columns.some(({ field }) => field === 'status' || field === 'statusMark');
  const unread = columns.flatMap((column, index) => {
    const cells = below[index] ?? [];
    const isThere = column.header !== '' || cells.some((cell) => cell !== '');
    return column.field === null && isThere && !isSaid(index) ? [{ column, index, cells }] : [];
  });
  if (unread.length === 0) return [];
  const names = unread.map(({ column: { header }, index }) => (header === '' ? `#${index + 1}` : header));
  const ofStatus = unread.flatMap(({ column, cells }) => {
    const detail = (words: readonly string[]): string => `${column.header}: ${someOf(words)}`;
    const statuses = statusesToldBy(column, cells);
    if (statuses.length > 0) return [listProblem(line, 'COLUMN_TELLS_STATUS', detail(statuses))];
    const kinds = hasStatus || column.header === '' ? [] : kindsIn(column.header, cells);
    return kinds.length === 0 ? [] : [listProblem(line, 'COLUMN_MAY_TELL_STATUS', detail(kinds))];
  });
  return [listProblem(line, 'COLUMNS_NOT_READ', names.join(' / ')), ...ofStatus];
};

const someOf = (words: readonly string[]): string =>
  words.slice(0, MAX_KINDS_NAMED).join(' / ') + (words.length > MAX_KINDS_NAMED ? ' …' : '');
