/**
 * What Google Sheets does with a person's edit that the local one does not, each switched on by itself: the same stories are lived
 * with it and without.
 */
import type { TypedValue } from './user-edit';

export interface EditHabits {
  /** A day without a year becomes one of this year before anybody sees it. */
  guessesYears?: boolean;
  /** No event tells of an edit: as of undo and redo, of the API, and of what was typed without a connection. */
  editsSilently?: boolean;
}

const WITHOUT_YEAR = /^(\d{1,2})(?:[-/](\d{1,2})|月(\d{1,2})日)$/;

/** What is entered where a person types that; `year` is the present one. */
export const enteredValues = (
  values: readonly (readonly TypedValue[])[],
  { guessesYears = false }: EditHabits,
  year: number,
): readonly (readonly TypedValue[])[] =>
  guessesYears ? values.map((row) => row.map((value) => withGuessedYear(value, year))) : values;

const withGuessedYear = (value: TypedValue, year: number): TypedValue => {
  const [, month, day, japaneseDay] = WITHOUT_YEAR.exec(String(value ?? '').trim()) ?? [];
  return month === undefined ? value : `${year}/${month}/${day ?? japaneseDay}`;
};
