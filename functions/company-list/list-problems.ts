/** A problem of a company list: its code, its line, its sentence. */
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { type Text, text } from '../domain/text/text';
import { LIST_PROBLEM_TEXTS } from './list-problem-texts';

export type ListProblemCode = keyof typeof LIST_PROBLEM_TEXTS;

export interface ListProblem {
  /** 1-based line of the file where the record starts; null where the whole file is meant. */
  line: number | null;
  code: ListProblemCode;
  message: Text;
  /** Language-independent facts: headers, counts, lines. */
  detail?: string;
  /** Days that a date may mean, the likeliest first. */
  days?: readonly CalendarDate[];
}

export const listProblem = (line: number | null, code: ListProblemCode, detail?: string): ListProblem => ({
  line,
  code,
  message: LIST_PROBLEM_TEXTS[code],
  ...(detail === undefined ? {} : { detail }),
});

/** A row that a rule refuses, with the refusal's sentence; `detail` is its code, for programs. */
export const refusedRow = (
  line: number | null,
  { code, message }: { code: string; message: Text },
): ListProblem => {
  const { ja, en } = LIST_PROBLEM_TEXTS.ROW_REFUSED;
  return {
    ...listProblem(line, 'ROW_REFUSED', code),
    message: text(`${ja}${message.ja}`, `${en} ${message.en}`),
  };
};
