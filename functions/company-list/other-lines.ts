/** Lines of a list that are no company: totals, copyright, who made the report. */
import { cleanCell } from './clean-cell';

const fold = (cell: string): string => cell.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A sum is followed by numbers only: 合計 12, Grand Totals (123 records). */
const TOTAL =
  /^(?:総 ?計|総 ?合 ?計|合 ?計|小 ?計|累 ?計|計|平 ?均|総 ?件 ?数|件 ?数|全件数|合計件数|grand totals?|sub ?totals?|totals?|sum|average|count|total count|total records|record count)(?: ?[:(].*|[ :]*[\d,.]+ ?(?:件|社|行|名|records?|rows?)?)?$/;
const COUNT =
  /^(?:全|計|合計|total:?)? ?[\d,]+ ?(?:件|社|行|records?|rows?|accounts?|companies)(?:のレコード| in total)?$/;

const FOOTER =
  /^(?:copyright|©|\(c\) ?\d{4}|all rights reserved|confidential|秘密情報|機密|社外秘|部外秘|取扱注意|再配布禁止|無断転載|無断複製|generated (?:by|on|at)|created (?:by|on)|exported (?:by|on)|printed (?:by|on)|report (?:generated|created|run)|作成者 ?:|作成日時? ?:|出力者 ?:|出力日時? ?:|出力 ?:|出典 ?:|source ?:|以上$|end of (?:report|file|list)|-+ ?end|page \d+|\d+ ?\/ ?\d+ ?(?:ページ|page)|ページ ?\d+|※|注 ?[):]|\(注|\* ?note|filtered by|フィルタ|表示 ?:)/;
const RIGHTS = /all rights reserved|do not distribute|無断(?:転載|複製)|再配布/;

const isAmount = (cell: string): boolean =>
  /^[-+¥$€£]?[\d,.]+ ?(?:%|件|社|円|名|k|m)?$/.test(fold(cell)) || TOTAL.test(fold(cell));

/** As between the headers and the rows of a table in plain text. */
const RULE = /^:?[-=_─━]{2,}:?$/;

/** A line that says by its words that it is none of the table. A company called Total has an address or a number. */
export function isOtherLine(cells: readonly string[]): boolean {
  const filled = cells.map(cleanCell).filter((cell) => cell !== '');
  const [first = '', ...rest] = filled;
  if (filled.length > 0 && filled.every((cell) => RULE.test(cell))) return true;
  const folded = fold(first);
  if (TOTAL.test(folded) || COUNT.test(folded)) return rest.every(isAmount);
  return rest.length <= 1 && (FOOTER.test(folded) || RIGHTS.test(folded));
}
