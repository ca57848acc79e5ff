/** How a list writes its dates, where its columns do not tell: a person says it once for the whole list. */
import type { ImportAnswer } from '../../../functions/contract/import';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import type { DateChoices, ImportMessage } from './import-state';

const CHOICES = [
  [
    'dateOrder',
    [
      ['', 'dateOrderAsWritten'],
      ['ymd', 'yearFirst'],
      ['mdy', 'monthFirst'],
      ['dmy', 'dayFirst'],
    ],
  ],
  [
    'dateSystem',
    [
      ['', 'dateSystemAsked'],
      ['1900', 'daysFrom1900'],
      ['1904', 'daysFrom1904'],
    ],
  ],
] as const;

/** Remarks that the choice settles, or that it can overrule. */
const CODES = ['DATE_AMBIGUOUS', 'DATE_SYSTEM_UNCLEAR', 'DATE_ORDER_READ'];

export const isDateChoiceShown = ({ problems, notes }: ImportAnswer, dates: DateChoices): boolean =>
  Object.values(dates).some((choice) => choice !== null) ||
  [...problems, ...notes].some(({ code }) => CODES.includes(code));

interface Props {
  viewer: Viewer;
  dates: DateChoices;
  dispatch: Dispatch<ImportMessage>;
}

export const DateChoiceView = ({ viewer, dates, dispatch }: Props) => (
  <fieldset class="field">
    <legend>{tList(viewer, 'datesOfList')}</legend>
    {CHOICES.map(([name, options]) => (
      <label key={name}>
        {tList(viewer, name)}
        <select
          value={dates[name] ?? ''}
          onInput={({ currentTarget: { value } }) =>
            dispatch({ type: 'chooseDates', dates: { ...dates, [name]: value === '' ? null : value } })
          }
        >
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {tList(viewer, label)}
            </option>
          ))}
        </select>
      </label>
    ))}
  </fieldset>
);
