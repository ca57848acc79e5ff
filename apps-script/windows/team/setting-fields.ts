/** How the form shows and reads each setting. A setting without a field does not compile. */

import { DIGEST_AUDIENCES, DIGEST_CHANNELS } from '../../../functions/domain/account/digest-choices';
import { SETTING_LIMITS } from '../../../functions/domain/account/settings-limits';
import type { Settings } from '../../../functions/domain/account/team';
import { isCalendarDate } from '../../../functions/domain/calendar/calendar-date';
import type { CodeList } from '../../../functions/domain/status/code-lists';
import { keysOf } from '../../../functions/domain/status/table-keys';
import type { Text } from '../../../functions/domain/text/text';
import { SETTING_PROBLEMS } from '../messages/setting-problems';

/** One line of a setting with several. */
export type SettingLine = Readonly<Record<string, string>>;
export type SettingValue = string | boolean | readonly SettingLine[];

/** A problem with a typed setting; `line` counts from 0 in a setting with several lines. */
export interface SettingProblem {
  line: number | null;
  message: Text;
}

export type SettingControl =
  | { kind: 'number'; min: number; max: number }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'tick' }
  /** A choice of several values, as lines with a `value`. */
  | { kind: 'ticks'; values: readonly string[] }
  | { kind: 'time' }
  | { kind: 'zone' }
  | { kind: 'lines'; columns: readonly SettingColumn[] };
/** The columns of a setting's lines. */
export type SettingColumn = 'value' | 'date' | 'from' | 'to' | 'ja' | 'en';

interface SettingField<Value> {
  control: SettingControl;
  show(value: Value): SettingValue;
  /** Undefined where it cannot be read: `check` tells why. */
  read(shown: SettingValue): Value | undefined;
  check(shown: SettingValue): readonly SettingProblem[];
}

const NO_PROBLEMS: readonly SettingProblem[] = [];
const textOf = (shown: SettingValue): string => (typeof shown === 'string' ? shown.trim() : '');
const linesOf = (shown: SettingValue): readonly SettingLine[] => (Array.isArray(shown) ? shown : []);

const numberField = ({ min, max }: { min: number; max: number }): SettingField<number> => {
  const read = (shown: SettingValue): number | undefined => {
    const typed = textOf(shown).normalize('NFKC');
    const value = Number(typed);
    return /^\d{1,7}$/.test(typed) && value >= min && value <= max ? value : undefined;
  };
  return {
    control: { kind: 'number', min, max },
    show: String,
    read,
    check: (shown) =>
      read(shown) === undefined ? [{ line: null, message: SETTING_PROBLEMS.number(min, max) }] : NO_PROBLEMS,
  };
};

const choiceField = <Value extends string>(values: readonly Value[]): SettingField<Value> => ({
  control: { kind: 'choice', values },
  show: (value) => value,
  read: (shown) => values.find((value) => value === shown),
  check: () => NO_PROBLEMS,
});

/** Values keep their defined order, not that of ticking. */
const ticksField = <Value extends string>(values: readonly Value[]): SettingField<readonly Value[]> => ({
  control: { kind: 'ticks', values },
  show: (ticked) => ticked.map((value) => ({ value })),
  read: (shown) => values.filter((value) => linesOf(shown).some((line) => line.value === value)),
  check: () => NO_PROBLEMS,
});

const WEEKDAYS = [1, 2, 3, 4, 5] as const;

const isTime = (shown: SettingValue): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(textOf(shown));

/** Skips empty lines; `itemOf` returns undefined for a line that cannot be read. */
const linesField = <Item>(
  columns: readonly SettingColumn[],
  lineOf: (item: Item) => SettingLine,
  itemOf: (line: SettingLine) => Item | undefined,
  message: Text,
): SettingField<readonly Item[]> => {
  const isFilled = (line: SettingLine): boolean =>
    columns.some((column) => (line[column] ?? '').trim() !== '');
  return {
    control: { kind: 'lines', columns },
    show: (items) => items.map(lineOf),
    read: (shown) => {
      const items = linesOf(shown).filter(isFilled).map(itemOf);
      const read = items.filter((item) => item !== undefined);
      return read.length === items.length ? read : undefined;
    },
    check: (shown) =>
      linesOf(shown).flatMap((line, index) =>
        isFilled(line) && itemOf(line) === undefined ? [{ line: index, message }] : [],
      ),
  };
};

const cell = (line: SettingLine, column: SettingColumn): string => (line[column] ?? '').trim();

/** Reads `12/29`, `12-29` or `1/3`, also in full width; undefined where the day does not exist. */
export const monthDayOf = (typed: string): string | undefined => {
  const [, month, day] = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed.normalize('NFKC').trim()) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // 2024 is a leap year, so that February 29 is accepted.
  return isCalendarDate(`2024-${monthDay}`) ? monthDay : undefined;
};

const datesField = linesField<string>(
  ['date'],
  (date) => ({ date }),
  (line) => (isCalendarDate(cell(line, 'date')) ? cell(line, 'date') : undefined),
  SETTING_PROBLEMS.date,
);

/**
 * The code of a reason that a team adds, derived from its label. Accounts keep the codes of removed reasons, so a code must never
 * get another meaning.
 */
const codeOf = (label: string, taken: ReadonlySet<string>): string => {
  let hash = 0;
  for (const sign of label.normalize('NFKC')) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 2_147_483_647;
  const code = `OWN_${hash.toString(36).toUpperCase()}`;
  return taken.has(code) ? codeOf(`${label}+`, taken) : code;
};

/** A new reason has no code yet. */
const reasonsField: SettingField<CodeList> = {
  control: { kind: 'lines', columns: ['ja', 'en'] },
  show: (reasons) => Object.entries(reasons).map(([code, { ja, en }]) => ({ code, ja, en })),
  read: (shown) => {
    const lines = linesOf(shown).filter((line) => cell(line, 'ja') !== '' || cell(line, 'en') !== '');
    const taken = new Set(lines.flatMap(({ code = '' }) => (code === '' ? [] : code)));
    const read: Record<string, Text> = {};
    for (const line of lines) {
      const [ja, en] = [cell(line, 'ja'), cell(line, 'en')];
      const code = line.code || codeOf(ja || en, taken);
      taken.add(code);
      // One language is enough for a new reason.
      read[code] = { ja: ja === '' ? en : ja, en: en === '' ? ja : en };
    }
    return read;
  },
  check: () => NO_PROBLEMS,
};

export const SETTING_FIELDS: { readonly [Name in keyof Settings]: SettingField<Settings[Name]> } = {
  products: linesField(
    ['value'],
    (value) => ({ value }),
    (line) => cell(line, 'value'),
    SETTING_PROBLEMS.date,
  ),
  lostReasons: reasonsField,
  badFitReasons: reasonsField,
  onFileReasons: reasonsField,
  cadence: choiceField(['rolling', 'fiscal']),
  fiscalYearStartMonth: numberField(SETTING_LIMITS.fiscalYearStartMonth),
  retryBusinessDays: numberField(SETTING_LIMITS.retryBusinessDays),
  retries: numberField(SETTING_LIMITS.retries),
  managerAsksAfterDays: numberField(SETTING_LIMITS.managerAsksAfterDays),
  reassignAfterDays: numberField(SETTING_LIMITS.reassignAfterDays),
  workingDays: numberField(SETTING_LIMITS.workingDays),
  badFitReviewMonths: numberField(SETTING_LIMITS.badFitReviewMonths),
  companyDays: linesField(
    ['from', 'to'],
    ({ from, to }) => ({ from, to }),
    (line) => {
      const [from, to] = [monthDayOf(cell(line, 'from')), monthDayOf(cell(line, 'to') || cell(line, 'from'))];
      return from === undefined || to === undefined ? undefined : { from, to };
    },
    SETTING_PROBLEMS.monthDay,
  ),
  extraHolidays: datesField,
  extraWorkdays: datesField,
  singleManagerMayApprove: {
    control: { kind: 'tick' },
    show: (value) => value,
    read: (shown) => shown === true,
    check: () => NO_PROBLEMS,
  },
  digestChannels: ticksField(keysOf(DIGEST_CHANNELS)),
  digestAudiences: ticksField(keysOf(DIGEST_AUDIENCES)),
  digestTime: {
    control: { kind: 'time' },
    show: (value) => value,
    read: (shown) => (isTime(shown) ? textOf(shown) : undefined),
    check: (shown) => (isTime(shown) ? NO_PROBLEMS : [{ line: null, message: SETTING_PROBLEMS.time }]),
  },
  managerDigestWeekday: {
    control: { kind: 'choice', values: WEEKDAYS.map((day) => `weekday${day}`) },
    show: (value) => `weekday${value}`,
    read: (shown) => WEEKDAYS.find((day) => shown === `weekday${day}`),
    check: () => NO_PROBLEMS,
  },
  leadPrice: numberField(SETTING_LIMITS.leadPrice),
  language: choiceField(['ja', 'en']),
  zone: {
    control: { kind: 'zone' },
    show: (value) => value,
    read: textOf,
    check: () => NO_PROBLEMS,
  },
};

export type SettingName = keyof Settings;

/** In the order of the form. */
export const SETTING_GROUPS: readonly { group: SettingGroup; names: readonly SettingName[] }[] = [
  { group: 'offer', names: ['products', 'lostReasons', 'badFitReasons', 'onFileReasons'] },
  {
    group: 'checks',
    names: [
      'cadence',
      'fiscalYearStartMonth',
      'retryBusinessDays',
      'retries',
      'managerAsksAfterDays',
      'reassignAfterDays',
    ],
  },
  { group: 'limits', names: ['workingDays', 'badFitReviewMonths', 'singleManagerMayApprove'] },
  { group: 'dashboard', names: ['leadPrice'] },
  { group: 'days', names: ['companyDays', 'extraHolidays', 'extraWorkdays'] },
  {
    group: 'digests',
    names: ['digestChannels', 'digestAudiences', 'digestTime', 'managerDigestWeekday'],
  },
  { group: 'sheet', names: ['language', 'zone'] },
];
export type SettingGroup = 'offer' | 'checks' | 'limits' | 'dashboard' | 'days' | 'digests' | 'sheet';

export const shownSetting = (settings: Settings, name: SettingName): SettingValue => {
  const show = <Name extends SettingName>(one: Name): SettingValue => SETTING_FIELDS[one].show(settings[one]);
  return show(name);
};

/** The setting as typed; empty where it cannot be read. */
export const readSetting = (name: SettingName, shown: SettingValue): Partial<Settings> => {
  const read = <Name extends SettingName>(one: Name): Partial<Settings> => {
    const value = SETTING_FIELDS[one].read(shown);
    return value === undefined ? {} : ({ [one]: value } as Partial<Settings>);
  };
  return read(name);
};
