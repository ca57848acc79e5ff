/** What is wrong with the settings as a whole, each of them being right by itself. */
import type { CalendarDate } from '../calendar/calendar-date';
import { isWithinYear, monthWithoutBusinessDay } from '../calendar/working-months';
import type { CodeList } from '../status/code-lists';
import { foldWord } from '../text/fold-word';
import type { Text } from '../text/text';
import { SETTINGS_ISSUE_TEXTS } from './settings-issue-texts';
import { badFitReasons, lostReasons, onFileReasons, type Settings, settingsCalendar } from './team';

export interface SettingsIssue {
  /** Where it is mended. */
  setting: keyof Settings;
  code: keyof typeof SETTINGS_ISSUE_TEXTS;
  message: Text;
}

/** `holidays` are the public ones. */
export const settingsIssues = (
  settings: Settings,
  holidays: ReadonlySet<CalendarDate>,
): readonly SettingsIssue[] => [
  ...calendarIssues(settings, holidays),
  ...escalationIssues(settings),
  ...productIssues(settings),
  ...REASON_LISTS.flatMap(([setting, listOf]) => doubledLabels(setting, listOf(settings))),
];

const REASON_LISTS = [
  ['lostReasons', lostReasons],
  ['badFitReasons', badFitReasons],
  ['onFileReasons', onFileReasons],
] as const;

const productIssues = ({ products }: Settings): SettingsIssue[] =>
  products.length > 0
    ? []
    : [{ setting: 'products', code: 'no_product', message: SETTINGS_ISSUE_TEXTS.no_product }];

const escalationIssues = ({ managerAsksAfterDays, reassignAfterDays }: Settings): SettingsIssue[] =>
  managerAsksAfterDays < reassignAfterDays
    ? []
    : [
        {
          setting: 'reassignAfterDays',
          code: 'reassign_before_manager',
          message: SETTINGS_ISSUE_TEXTS.reassign_before_manager,
        },
      ];

/** The rest of the calendar follows from a business day in each month: a fiscal quarter has three. */
const calendarIssues = (settings: Settings, holidays: ReadonlySet<CalendarDate>): SettingsIssue[] => {
  const issue = (setting: keyof Settings, code: SettingsIssue['code']): SettingsIssue => ({
    ...{ setting, code, message: SETTINGS_ISSUE_TEXTS[code] },
  });
  const calendar = settingsCalendar(settings, holidays);
  const contradicts = settings.extraWorkdays.some((day) => settings.extraHolidays.includes(day));
  const issues = contradicts ? [issue('extraWorkdays', 'holiday_and_workday')] : [];
  if (monthWithoutBusinessDay({ ...calendar, extraHolidays: [] }) !== null)
    return [...issues, issue('companyDays', 'month_without_business_day')];
  if (monthWithoutBusinessDay(calendar) !== null)
    return [...issues, issue('extraHolidays', 'month_without_business_day')];
  return isWithinYear(settings.retryBusinessDays, calendar)
    ? issues
    : [...issues, issue('retryBusinessDays', 'retry_after_more_than_a_year')];
};

/** People choose a reason by its label. */
const doubledLabels = (setting: keyof Settings, reasons: CodeList): SettingsIssue[] => {
  const labels = Object.values(reasons);
  const isDoubled = (['ja', 'en'] as const).some(
    (language) => new Set(labels.map((label) => foldWord(label[language]))).size < labels.length,
  );
  return isDoubled ? [{ setting, code: 'label_doubled', message: SETTINGS_ISSUE_TEXTS.label_doubled }] : [];
};
