/** The value of a setting in words, and which values it takes. */
import { dateText } from '../calendar/date-text';
import type { Text } from '../text/text';
import { SETTING_CHOICES, SETTING_VALUE_TEXTS } from './setting-texts';
import { SETTING_LIMITS } from './settings-limits';
import type { Settings } from './team';

type Language = keyof Text;

const isJson = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Those whose values are chosen from a few. */
const CHOSEN: readonly (keyof Settings)[] = [
  'cadence',
  'language',
  'digestChannels',
  'digestAudiences',
  'managerDigestWeekday',
];

/** One value of a setting, or one line of a list. */
const itemWords = (language: Language, name: keyof Settings, value: unknown): string => {
  if (typeof value === 'boolean') return SETTING_VALUE_TEXTS[value ? 'yes' : 'no'][language];
  if (CHOSEN.includes(name)) {
    const code = name === 'managerDigestWeekday' ? `weekday${value}` : String(value);
    return SETTING_CHOICES[code]?.[language] ?? code;
  }
  if (isJson(value) && 'from' in value) return `${value.from}–${value.to}`;
  if (isJson(value) && 'ja' in value) return String(language === 'ja' ? value.ja : value.en);
  const words = String(value);
  return name === 'extraHolidays' || name === 'extraWorkdays' ? dateText(words, language) : words;
};

/** A price of nothing: nobody has said what it is. */
const isUnset = (name: keyof Settings, value: unknown): boolean => name === 'leadPrice' && value === 0;

/** Undefined is nothing. */
export const settingWords = <Name extends keyof Settings>(
  language: Language,
  name: Name,
  value: Settings[Name] | undefined,
): string => {
  if (value === undefined || isUnset(name, value)) return SETTING_VALUE_TEXTS.empty[language];
  if (!isJson(value)) return itemWords(language, name, value);
  const items = Object.values(value).map((item) => itemWords(language, name, item));
  return items.length === 0
    ? SETTING_VALUE_TEXTS.empty[language]
    : items.join(language === 'ja' ? '、' : ', ');
};

/** The settings that are numbers. */
export const isNumberSetting = (name: keyof Settings): name is keyof typeof SETTING_LIMITS =>
  name in SETTING_LIMITS;
