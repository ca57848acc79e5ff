/** Recognises lines of a list that are no company: totals, copyright, the report's author. */
import { cleanCell } from './clean-cell';
import { looksLikeCompany } from './columns';
import { isStatusLine } from './status-lines';

const fold = (cell: string): string => cell.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A total is followed by numbers only: 合計 12, Grand Totals (123 records). */
const TOTAL =
  /^(?:総 ?計|総 ?合 ?計|合 ?計|小 ?計|累 ?計|計|平 ?均|総 ?件 ?数|件 ?数|全件数|合計件数|grand totals?|sub ?totals?|totals?|sum|average|count|total count|total records|record count)(?: ?[:(].*|[ :]*[\d,.]+ ?(?:件|社|行|名|records?|rows?)?)?$/;
const COUNT =
  /^(?:全|計|合計|total:?)? ?[\d,]+ ?(?:件|社|行|records?|rows?|accounts?|companies)(?:のレコード| in total)?$/;

const FOOTER =
  /^(?:copyright|©|\(c\) ?\d{4}|all rights reserved|confidential|秘密情報|機密|社外秘|部外秘|取扱注意|再配布禁止|無断転載|無断複製|generated (?:by|on|at)|created (?:by|on)|exported (?:by|on)|printed (?:by|on)|report (?:generated|created|run)|作成者 ?:|作成日時? ?:|出力者 ?:|出力日時? ?:|出力 ?:|出典 ?:|source ?:|以上$|end of (?:report|file|list)|-+ ?end|page \d+|\d+ ?\/ ?\d+ ?(?:ページ|page)|ページ ?\d+|※|注 ?[):]|\(注|\* ?note|filtered by|フィルタ|表示 ?:)/;
const RIGHTS = /all rights reserved|do not distribute|無断(?:転載|複製)|再配布/;

const isAmount = (cell: string): boolean =>
  /^[-+¥$€£]?[\d,.]+ ?(?:%|件|社|円|名|k|m)?$/.test(fold(cell)) || TOTAL.test(fold(cell));

/** Hints of a form on how to fill it in, below its headers. */
const HINT =
  /^(?:必須|任意|必須項目|任意項目|自動(?:入力|計算)?|選択(?:式)?|手入力|入力(?:必須|任意)?|(?:半角|全角)(?:英数字?|数字|カナ|カタカナ|文字)?|文字列?|数値|数字|整数|日付|テキスト|プルダウン|required|optional|mandatory|text|string|number|integer|date|varchar|yyyy[-/]?mm[-/]?dd|○|-)(?: ?\(.*\))?$/;
const EXAMPLE =
  /^(?:[(【[<](?:例|記入例|入力例|記載例|サンプル|見本|example|sample)[)】\]>]|(?:記入例|入力例|記載例|example|e\.g\.) ?[:)]?)/;
/** Subtotals of a group: 佐藤 計, 関東エリア合計. */
const GROUP_TOTAL = /(?:小計|合計|集計)$|\s計$|^subtotal\b|\b(?:sub)?total$/;
/** The title of a group above its rows. */
const GROUP_TITLE = /^(?:【[^】]*】|《[^》]*》|<[^>]*>|\[[^\]]*\])$/;
const MARKED_TITLE = /^[■□◆◇●◎▼▽▲△★☆▶]/;

const isGroupTitle = (value: string): boolean =>
  GROUP_TITLE.test(value) || isStatusLine(value) || (MARKED_TITLE.test(value) && !looksLikeCompany(value));
const PAGE =
  /^(?:page ?\d+(?: ?(?:\/|of) ?\d+)?|\d+ ?\/ ?\d+ ?(?:ページ|頁|pages?)|-? ?\d+ ?(?:ページ|頁)(?:目)?)$/;

/** A line of the table's own beside its companies: how to fill it in, an example, a group, a page. */
const isBesideRows = (folded: readonly string[], width: number): boolean => {
  const [first = '', ...rest] = folded;
  if (rest.length > 0 && folded.every((cell) => HINT.test(cell))) return true;
  // An example may stand behind a number; words further on belong to a company.
  if (folded.slice(0, 2).some((cell) => EXAMPLE.test(cell))) return true;
  if (rest.length > 0 && GROUP_TOTAL.test(first) && rest.every(isAmount)) return true;
  if (rest.length === 0 && width > 1 && isGroupTitle(first)) return true;
  return rest.length <= 1 && folded.some((cell) => PAGE.test(cell));
};

/** Whether the line is the title of a group alone, as ■関東 or 【失注】. */
export const isTitleLine = (cells: readonly string[]): boolean => {
  const [first = '', ...rest] = cells.map(cleanCell).filter((cell) => cell !== '');
  return rest.length === 0 && cells.length > 1 && isGroupTitle(fold(first));
};

/** A rule between the headers and rows of a plain-text table. */
const RULE = /^:?[-=_─━]{2,}:?$/;

/** A line that says by its words that it is none of the table. A company called Total has an address or a number. */
export function isOtherLine(cells: readonly string[]): boolean {
  const filled = cells.map(cleanCell).filter((cell) => cell !== '');
  const [first = '', ...rest] = filled;
  if (filled.length > 0 && filled.every((cell) => RULE.test(cell))) return true;
  if (isBesideRows(filled.map(fold), cells.length)) return true;
  const folded = fold(first);
  if (TOTAL.test(folded) || COUNT.test(folded)) return rest.every(isAmount);
  return rest.length <= 1 && (FOOTER.test(folded) || RIGHTS.test(folded));
}
