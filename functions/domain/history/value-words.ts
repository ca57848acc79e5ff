/** One value of an account in words: a code, a date, a member, a list; and from what to what it changed. */

import { dateText } from '../calendar/date-text';
import { memberLabel, type RegisterView } from '../register/cells';
import {
  CONTACT_STATE_LABELS,
  OPPORTUNITY_OUTCOME_LABELS,
  PRODUCT_STATE_LABELS,
} from '../status/code-list-texts';
import { type CodeList, hasCode } from '../status/code-lists';
import { GUARD_TEXTS, type GuardCode } from '../status/guard-texts';
import { STATUS, type Status } from '../status/statuses';
import type { Text } from '../text/text';
import { MISSING_DATA_LABELS } from './account-labels';
import { HISTORY_MESSAGES, historyMessage } from './history-messages';

/** In which language somebody reads, and the members whom the history names. */
export type Reader = Pick<RegisterView, 'language' | 'members'>;

/** A code that the team added itself is shown as it is. */
export const codeLabel = (list: CodeList, reader: Reader, code: string): string => {
  const label = hasCode(list, code) ? list[code] : undefined;
  return label === undefined ? code : label[reader.language];
};

export const statusLabel = (reader: Reader, status: Status): string => STATUS[status].label[reader.language];

export const hasKey = <T extends object>(table: T, key: PropertyKey): key is keyof T =>
  Object.keys(table).some((own) => own === key);

/** What a guard asks for, in a word or two where there is one. */
export const guardLabel = (reader: Reader, code: string): string => {
  if (hasKey(MISSING_DATA_LABELS, code)) return MISSING_DATA_LABELS[code][reader.language];
  return hasKey(GUARD_TEXTS, code) ? GUARD_TEXTS[code][reader.language] : code;
};

/** Whether it is so, in front of what it is. */
export const withMark = (holds: boolean, what: string): string => `${holds ? '✓' : '✗'} ${what}`;

/** A line a guard: of one that holds the word, where it has one; of one that does not hold what it asks for, to be done first. */
export const guardLines = (
  reader: Reader,
  guards: readonly { code: GuardCode; holds: boolean }[],
): string[] =>
  guards
    .filter(({ code, holds }) => !holds || hasKey(MISSING_DATA_LABELS, code))
    .map(({ code, holds }) =>
      withMark(holds, holds ? guardLabel(reader, code) : GUARD_TEXTS[code][reader.language]),
    );

/** Words of one kind of value; `null` and what is empty are "none". */
export type Words<T> = (reader: Reader, value: T) => string;

export const orNone =
  <T>(words: Words<T>): Words<T | null> =>
  (reader, value) =>
    value === null || value === '' ? historyMessage(reader, 'none') : words(reader, value);

export const listWords =
  <T>(words: Words<T>): Words<readonly T[]> =>
  (reader, values) =>
    values.length === 0
      ? historyMessage(reader, 'none')
      : values.map((value) => words(reader, value)).join(', ');

export const asWritten = orNone<string>((_, value) => value);
export const countWords: Words<number> = (_, value) => String(value);
export const amountWords = orNone<number>(countWords);
export const dateWords = orNone<string>((reader, date) => dateText(date, reader.language));
export const memberWords = orNone<string>((reader, id) => memberLabel(id, reader.members, reader.language));
export const codeWords = (list: CodeList) =>
  orNone<string>((reader, value) => codeLabel(list, reader, value));
export const stateWords = codeWords({
  ...PRODUCT_STATE_LABELS,
  ...CONTACT_STATE_LABELS,
  ...OPPORTUNITY_OUTCOME_LABELS,
  open: HISTORY_MESSAGES.open,
});
export const yesOrNo: Words<boolean> = (reader, value) => historyMessage(reader, value ? 'yes' : 'no');

/** The coded reason, and what was said beside it. */
export const reasonWords = <T extends { reason: string }>(
  list: CodeList,
  remark: (value: T) => string | null,
) =>
  orNone<T>((reader, value) =>
    [codeLabel(list, reader, value.reason), remark(value) ?? ''].filter((part) => part !== '').join(': '),
  );

/** What changed in it without another word for it, as that somebody has reviewed it, is told as it is now. */
export const fromTo = <T>(reader: Reader, label: Text, words: Words<T>, before: T, after: T): string => {
  const [old, now] = [words(reader, before), words(reader, after)];
  const isSet = before === null || before === '' || old === now;
  return historyMessage(reader, isSet ? 'setTo' : 'fromTo', { label: label[reader.language], old, now });
};
