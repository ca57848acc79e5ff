/** Another table below a list: what stands in its columns is something else, so that its rows would be read as companies. */
import { cleanCell } from './clean-cell';
import { looksLikeCompany } from './columns';
import type { CompanyList } from './company-list';
import { meaningOfHeader } from './header-fields';

/** Words that headers end with, whatever their table is about: 製品名, 受注金額, 更新日, Unit price. */
const HEADER_WORD =
  /(?:名|名称|日|日付|番号|コード|no\.?|id|金額|価格|単価|売上|費用|数量|個数|件数|人数|合計|割合|比率|構成比|率|区分|種別|分類|カテゴリー?|内容|備考|担当|状況|期間|時間|年度|年月|月|部署|拠点|name|date|amount|price|cost|qty|quantity|total|count|number|status|owner|type|category|unit|month|year|region|share|rate)$/i;
const MAX_HEADER_LENGTH = 20;

const isHeaderWord = (cell: string): boolean =>
  cell.length <= MAX_HEADER_LENGTH &&
  !/\d{2}|[@:：。]/.test(cell) &&
  !looksLikeCompany(cell) &&
  (meaningOfHeader(cell) !== null || HEADER_WORD.test(cell.normalize('NFKC')));

/**
 * Whether a record is the header of another table: each of its cells is one. Within the table only where two of them mean a field,
 * and not the one in whose column they stand; behind empty lines any headers do.
 */
export const isOtherHeader = (
  { columns }: CompanyList,
  cells: readonly string[],
  isBehindGap: boolean,
): boolean => {
  const filled: { cell: string; index: number }[] = [];
  // Most rows are none by their first cell: of a wide table no more is looked at.
  for (const [index, written] of cells.entries()) {
    const cell = cleanCell(written);
    if (cell === '') continue;
    if (!isHeaderWord(cell)) return false;
    filled.push({ cell, index });
  }
  if (filled.length < 2) return false;
  if (isBehindGap) return true;
  const meant = filled.flatMap(({ cell, index }) => {
    const field = meaningOfHeader(cell)?.field;
    return field === undefined ? [] : [{ field, index }];
  });
  return meant.length >= 2 && meant.some(({ field, index }) => columns[index]?.field !== field);
};
