/** Why a text is not accepted as a day, with the days that it may mean; the same for cells, lists and the queue. */
import { type Text, text } from '../text/text';
import type { CalendarDate } from './calendar-date';

/**
 * What is wrong with the text: it is empty; it cannot be read as a date; the date does not exist (2026-02-30); several days are
 * possible; the day is given in words that leave it open or count from today (end of April, next Monday); or it is over, where
 * only a future day makes sense. The likeliest suggestion comes first; there may be none.
 */
export interface DateProblem {
  problem:
    | 'DATE_EMPTY'
    | 'DATE_UNKNOWN'
    | 'DATE_DOES_NOT_EXIST'
    | 'DATE_AMBIGUOUS'
    | 'DATE_TO_CONFIRM'
    | 'DATE_IN_PAST';
  suggestions: CalendarDate[];
}

export const DATE_PROBLEM_TEXTS: Readonly<Record<DateProblem['problem'], Text>> = {
  DATE_EMPTY: text('日付が空です。', 'There is no date.'),
  DATE_UNKNOWN: text('日付として読めません。', 'This cannot be read as a date.'),
  DATE_DOES_NOT_EXIST: text('この日付はありません。', 'There is no such day.'),
  DATE_AMBIGUOUS: text('どの日か決められません。', 'More than one day could be meant.'),
  DATE_TO_CONFIRM: text('日付を一日に決めてください。', 'Say which day it is.'),
  DATE_IN_PAST: text('もう過ぎた日付です。', 'The day is over.'),
};

/** The problem with the days that can be typed instead. */
export const dateProblemText = ({ problem, suggestions }: DateProblem): Text => {
  const sentence = DATE_PROBLEM_TEXTS[problem];
  if (suggestions.length === 0) return sentence;
  const days = suggestions.join(', ');
  return text(`${sentence.ja}この日ですか: ${days}`, `${sentence.en} Did you mean: ${days}`);
};
