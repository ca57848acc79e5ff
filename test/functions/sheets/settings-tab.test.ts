import { SETTING_TEXTS } from '../../../functions/domain/account/setting-texts';
import { DEFAULT_SETTINGS } from '../../../functions/domain/account/team';
import { settingsPage } from '../../../functions/sheets/settings-tab';
import { MEMBERS } from '../../builders';
import { cellTexts, pageWidth, SCREEN_WIDTH } from './tab-page';

const pageIn = (language: 'ja' | 'en') =>
  settingsPage({
    settings: { ...DEFAULT_SETTINGS, workingDays: 60, retries: 5 },
    changes: { workingDays: { by: 'manager', time: '2026-06-03 09:00' } },
    reader: { language, members: MEMBERS },
    stamp: { ja: '作成', en: 'Made' },
  });

const rowOf = (language: 'ja' | 'en', label: string) =>
  cellTexts(pageIn(language)).find(([name]) => name === label);

test.each(['ja', 'en'] as const)('in %s it fits a screen and has a row for each setting', (language) => {
  const page = pageIn(language);
  expect(pageWidth(page)).toBeLessThan(SCREEN_WIDTH);
  expect(page.cells).toHaveLength(3 + Object.keys(SETTING_TEXTS).length);
  expect(cellTexts(page).flat().join()).not.toMatch(/undefined|\[object/);
});

test('value, unit, bounds, and who changed it last', () => {
  expect(rowOf('ja', 'ワーキングの期限(日)')).toEqual([
    ...['ワーキングの期限(日)', '60', '日', '1〜730'],
    ...[SETTING_TEXTS.workingDays.hint.ja, SETTING_TEXTS.workingDays.effect.ja],
    ...['2026-06-03 09:00', 'manager'],
  ]);
  expect(rowOf('en', 'Weekday of the managers')?.slice(0, 4)).toEqual([
    'Weekday of the managers',
    ...['Monday', 'day of the week', ''],
  ]);
});

test('a change that the history does not tell of is none of the beginning', () => {
  expect(rowOf('en', 'Retries')?.slice(6)).toEqual(['Before the record', '']);
  expect(rowOf('en', 'Time zone')?.slice(6)).toEqual(['As at the beginning', '']);
});
