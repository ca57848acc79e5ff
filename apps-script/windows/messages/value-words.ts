/** One value of an account in words: a code, a date, a member, a list; and from what to what it changed. */
import {
  CONTACT_STATE_LABELS,
  OPPORTUNITY_OUTCOME_LABELS,
  PRODUCT_STATE_LABELS,
} from '../../../functions/domain/status/code-list-texts';
import { type CodeList, hasCode } from '../../../functions/domain/status/code-lists';
import { GUARD_TEXTS } from '../../../functions/domain/status/guard-texts';
import { STATUS, type Status } from '../../../functions/domain/status/statuses';
import type { Text } from '../../../functions/domain/text/text';
import { MISSING_DATA_LABELS } from './account-labels';
import { WINDOW_MESSAGES } from './catalog';
import { formatDate, localize, memberName, t, type Viewer } from './viewer';

export type Reader = Pick<Viewer, 'language' | 'members'>;

/** A code that the team added itself is shown as it is. */
export const codeLabel = (list: CodeList, viewer: Reader, code: string): string => {
  const label = hasCode(list, code) ? list[code] : undefined;
  return label === undefined ? code : localize(viewer, label);
};

export const statusLabel = (viewer: Reader, status: Status): string => localize(viewer, STATUS[status].label);

export const hasKey = <T extends object>(table: T, key: PropertyKey): key is keyof T =>
  Object.hasOwn(table, key);

/** What a guard asks for, in a word or two where there is one. */
export const guardLabel = (viewer: Reader, code: string): string => {
  if (hasKey(MISSING_DATA_LABELS, code)) return localize(viewer, MISSING_DATA_LABELS[code]);
  return hasKey(GUARD_TEXTS, code) ? localize(viewer, GUARD_TEXTS[code]) : code;
};

/** Words of one kind of value; `null` and what is empty are "none". */
export type Words<T> = (viewer: Reader, value: T) => string;

export const orNone =
  <T>(words: Words<T>): Words<T | null> =>
  (viewer, value) =>
    value === null || value === '' ? t(viewer, 'none') : words(viewer, value);

export const listWords =
  <T>(words: Words<T>): Words<readonly T[]> =>
  (viewer, values) =>
    values.length === 0 ? t(viewer, 'none') : values.map((value) => words(viewer, value)).join(', ');

export const asWritten = orNone<string>((_, value) => value);
export const countWords: Words<number> = (_, value) => String(value);
export const amountWords = orNone<number>(countWords);
export const dateWords = orNone<string>(formatDate);
export const memberWords = orNone<string>(memberName);
export const codeWords = (list: CodeList) =>
  orNone<string>((viewer, value) => codeLabel(list, viewer, value));
export const stateWords = codeWords({
  ...PRODUCT_STATE_LABELS,
  ...CONTACT_STATE_LABELS,
  ...OPPORTUNITY_OUTCOME_LABELS,
  open: WINDOW_MESSAGES.open,
});
export const yesOrNo: Words<boolean> = (viewer, value) => t(viewer, value ? 'yes' : 'no');

/** The coded reason, and what was said beside it. */
export const reasonWords = <T extends { reason: string }>(
  list: CodeList,
  remark: (value: T) => string | null,
) =>
  orNone<T>((viewer, value) =>
    [codeLabel(list, viewer, value.reason), remark(value) ?? ''].filter((part) => part !== '').join(': '),
  );

export const fromTo = <T>(viewer: Reader, label: Text, words: Words<T>, before: T, after: T): string =>
  t(viewer, before === null || before === '' ? 'setTo' : 'fromTo', {
    label: localize(viewer, label),
    old: words(viewer, before),
    now: words(viewer, after),
  });
