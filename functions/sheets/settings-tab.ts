/** The tab of the settings: what each is, what it is for, who changed it last, and how to change it. */
import { SETTING_TEXTS, SETTING_UNITS } from '../domain/account/setting-texts';
import { isNumberSetting, settingWords } from '../domain/account/setting-words';
import { SETTING_LIMITS } from '../domain/account/settings-limits';
import { DEFAULT_SETTINGS, type Settings } from '../domain/account/team';
import { memberWords, type Reader } from '../domain/history/value-words';
import { keysOf } from '../domain/status/table-keys';
import type { Text } from '../domain/text/text';
import { type ReportColumn, reportPage, wrappedTextCell } from './report-tab';
import {
  CHANGED_BEFORE,
  NEVER_CHANGED,
  SETTINGS_HEAD,
  SETTINGS_HEADINGS,
  WHOLE_NUMBERS,
} from './team-tab-texts';
import type { TabPage } from './whole-tab';

export interface SettingsTabPage {
  settings: Settings;
  /** Of settings whose last change is known: by whom, and when, as in `2026-07-01 07:00` in the team's zone. */
  changes: Partial<Record<keyof Settings, { by: string; time: string }>>;
  reader: Reader;
  /** When it was made. */
  stamp: Text;
}

type SettingName = keyof Settings;

const rangeOf = (name: SettingName): Text | null => {
  if (!isNumberSetting(name) || name === 'managerDigestWeekday') return null;
  const { min, max } = SETTING_LIMITS[name];
  return WHOLE_NUMBERS(min, max);
};

const isDefault = ({ settings }: SettingsTabPage, name: SettingName): boolean =>
  JSON.stringify(settings[name]) === JSON.stringify(DEFAULT_SETTINGS[name]);

const columns = (page: SettingsTabPage): ReportColumn<SettingName>[] => {
  const { settings, changes, reader } = page;
  const { language } = reader;
  const words = (value: Text | null) => wrappedTextCell(value?.[language] ?? '');
  return [
    { label: SETTINGS_HEADINGS.name, width: 190, cell: (name) => words(SETTING_TEXTS[name].label) },
    {
      label: SETTINGS_HEADINGS.value,
      width: 210,
      cell: (name) => wrappedTextCell(settingWords(language, name, settings[name])),
    },
    {
      label: SETTINGS_HEADINGS.unit,
      width: 90,
      cell: (name) => words(isNumberSetting(name) ? SETTING_UNITS[name] : null),
    },
    { label: SETTINGS_HEADINGS.range, width: 80, cell: (name) => words(rangeOf(name)) },
    { label: SETTINGS_HEADINGS.meaning, width: 270, cell: (name) => words(SETTING_TEXTS[name].hint) },
    { label: SETTINGS_HEADINGS.effect, width: 270, cell: (name) => words(SETTING_TEXTS[name].effect) },
    {
      label: SETTINGS_HEADINGS.changedAt,
      width: 120,
      cell: (name) => {
        const change = changes[name];
        if (change !== undefined) return wrappedTextCell(change.time);
        return words(isDefault(page, name) ? NEVER_CHANGED : CHANGED_BEFORE);
      },
    },
    {
      label: SETTINGS_HEADINGS.changedBy,
      width: 100,
      cell: (name) => wrappedTextCell(memberWordsOrNothing(reader, changes[name]?.by)),
    },
  ];
};

const memberWordsOrNothing = (reader: Reader, id: string | undefined): string =>
  id === undefined ? '' : memberWords(reader, id);

export const settingsPage = (page: SettingsTabPage): TabPage =>
  reportPage(columns(page), {
    summary: SETTINGS_HEAD,
    stamp: page.stamp,
    items: keysOf(SETTING_TEXTS),
    language: page.reader.language,
  });
