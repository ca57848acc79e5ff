/** Lines that head the companies below them by their status: ■既存顧客, 【失注】, 見込み客一覧. */
import type { CompanyList } from './company-list';
import { type ListProblem, listProblem } from './list-problems';
import { listedStatus } from './list-words';

const MARKS = /^[\s■□◆◇●○◎▼▽▲△★☆▶・※【《＜[［(（]+|[\s】》>＞\]］)）:：]+$/g;
const LIST_OF = /の?(?:一覧表?|リスト|企業|会社|先)$/;

const withoutMarks = (value: string): string => value.replace(MARKS, '');

/** Whether the only value of a line is a status with marks around it, which no company is called. */
export const isStatusLine = (value: string): boolean =>
  listedStatus(withoutMarks(value).replace(LIST_OF, '')) !== null;

/** The first such line of a list without statuses, which says nothing of the rows below by itself. */
export const statusLineNotes = ({ columns, leftOut, headerLine }: CompanyList): ListProblem[] => {
  if (columns.some(({ field }) => field === 'status' || field === 'statusMark')) return [];
  // A title such as 顧客一覧 says what the list is.
  const lines = leftOut.filter(({ line, text }) =>
    line > (headerLine ?? 0) ? isStatusLine(text) : listedStatus(withoutMarks(text)) !== null,
  );
  const [first] = lines;
  if (first === undefined) return [];
  const named = lines.slice(0, MAX_LINES_NAMED).map(({ line, text }) => `${line}: ${text}`);
  return [listProblem(first.line, 'LINE_TELLS_STATUS', named.join(' / '))];
};

const MAX_LINES_NAMED = 8;
