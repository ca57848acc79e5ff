import { activitiesPage } from '../../../functions/sheets/activities-tab';
import { anActivity, MEMBERS } from '../../builders';
import { cellTexts, PHONE_WIDTH, pageWidth, ROW_NUMBERS, SCREEN_WIDTH } from './tab-page';

const row = {
  ...{ accountId: 'a_1', company: '=株式会社八', at: '2026-06-30T01:00:00.000Z', isTwoWay: false },
  activity: anActivity({ kind: 'call', date: '2026-06-30', with: '総務部', note: '+81 に折り返し' }),
};
const page = (language: 'ja' | 'en', rows = [row], hasMore = true) =>
  activitiesPage({
    ...{ rows, entries: 500, hasMore, stamp: { ja: '作成', en: 'Made' } },
    ...{ reader: { language, members: MEMBERS }, link: () => undefined },
  });

test.each(['ja', 'en'] as const)(
  'in %s it fits a screen and a phone, and says how far back it goes',
  (language) => {
    const { columns, frozenColumns, frozenRows, cells } = page(language);
    expect(pageWidth(page(language))).toBeLessThan(SCREEN_WIDTH);
    const widths = columns.map(({ width }) => width);
    const staying = widths.slice(0, frozenColumns).reduce((sum, width) => sum + width, ROW_NUMBERS);
    expect(staying + Math.max(...widths.slice(frozenColumns))).toBeLessThanOrEqual(PHONE_WIDTH);
    const texts = cellTexts({ ...page(language), cells });
    expect(texts[0]?.[0]).toContain('500');
    expect(texts[frozenRows]?.slice(1)).toEqual([
      ...[
        '=株式会社八',
        language === 'ja' ? '電話 (応答なし)' : 'Call (no answer)',
        '総務部',
        '+81 に折り返し',
        'is',
      ],
    ]);
  },
);

test('what has no more, and what is empty, says so', () => {
  expect(cellTexts(page('en', [row], false))[0]?.[0]).toBe('1 contact, the newest first');
  expect(cellTexts(page('ja', [], false))[0]?.[0]).toMatch(/まだありません/);
});
