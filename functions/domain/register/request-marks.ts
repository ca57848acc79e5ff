/** What a row's request-state cell says, in either language: the same for the functions and for the sheet's script. */

import { keysOf } from '../status/table-keys';
import { type Text, text } from '../text/text';

/** Heading of the column. */
export const REQUEST_STATE_LABEL = text('申請の状態', 'Request');

export const REQUEST_MARKS = {
  /** What a person typed waits to be sent. */
  unsent: text('未送信', 'Not sent'),
  /** What a person typed was carried out; what it was follows. */
  accepted: text('受付', 'Accepted'),
  /** The row is no account yet. */
  draft: text('未登録', 'Not registered'),
  /** The cells are back at the truth; the reason follows. */
  refused: text('差し戻し', 'Sent back'),
  /** Which account the row is cannot be told: nothing is sent from it. */
  blocked: text('要確認', 'Needs a look'),
} as const satisfies Record<string, Text>;

export type RequestMark = keyof typeof REQUEST_MARKS;

export const markText = (mark: RequestMark, language: keyof Text, more?: string): string =>
  more === undefined || more === ''
    ? REQUEST_MARKS[mark][language]
    : `${REQUEST_MARKS[mark][language]}: ${more}`;

/** By its beginning, in either language; null for an empty cell and for what somebody else wrote. */
export const markOf = (cell: unknown): RequestMark | null => {
  if (typeof cell !== 'string') return null;
  const words = cell.trim();
  const marks = keysOf(REQUEST_MARKS);
  const isMark = (mark: RequestMark): boolean =>
    Object.values(REQUEST_MARKS[mark]).some((label) => words.startsWith(label));
  return marks.find(isMark) ?? null;
};
