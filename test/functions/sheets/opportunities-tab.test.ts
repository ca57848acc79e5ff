import { opportunityRows } from '../../../functions/domain/queue/opportunity-rows';
import { opportunitiesPage } from '../../../functions/sheets/opportunities-tab';
import { OPPORTUNITY_HEADINGS } from '../../../functions/sheets/opportunities-tab-texts';
import { anAccount, anOpportunity, byId, MEMBERS, TODAY } from '../../builders';
import { brokenWords, cellTexts, PHONE_WIDTH, pageWidth, ROW_NUMBERS, SCREEN_WIDTH } from './tab-page';

const account = anAccount({
  ...{ id: 'a_1', name: '=株式会社八', status: 'ACTIVE_OPPORTUNITY' },
  opportunities: byId(
    anOpportunity({ id: 'o1', amount: 1_200_000, probability: 50, expectedOn: '2026-06-30' }),
  ),
});
const rows = opportunityRows([account], { members: MEMBERS, today: TODAY });
const view = (language: 'ja' | 'en') => ({
  ...{ language, stamp: 'stamp', mark: 'mark', link: () => 'https://example.jp/row', left: [], more: 0 },
  kept: () => ({ request: '', texts: {} }),
});
const keys = Object.keys(OPPORTUNITY_HEADINGS);

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const page = opportunitiesPage(rows, view(language));

  test('the page fits a screen, and each column fits a phone beside those that stay', () => {
    expect(pageWidth(page)).toBeLessThan(SCREEN_WIDTH);
    expect(brokenWords(page)).toEqual([]);
    const widths = page.columns.flatMap(({ width, isHidden }) => (isHidden ? [] : [width]));
    const staying = widths.slice(0, page.frozenColumns).reduce((sum, width) => sum + width, ROW_NUMBERS);
    expect(staying + Math.max(...widths.slice(page.frozenColumns))).toBeLessThanOrEqual(PHONE_WIDTH);
  });

  test('the keys stand hidden above the labels, and a row says all of its opportunity', () => {
    const texts = cellTexts(page);
    expect(texts[page.hiddenRow ?? -1]).toEqual(keys);
    const row = Object.fromEntries(keys.map((key, at) => [key, texts[page.frozenRows]?.[at]]));
    expect(row).toMatchObject({
      ...{ owners: 'fs', name: '=株式会社八', product: 'Cloud', department: '', nextStep: '見積' },
      ...{ amount: '1200000', probability: '50%', bant: '予算あり', result: '', request: '' },
      basis: expect.stringContaining(' @opportunities.o1 r=0 '),
    });
    expect(row.state).toMatch(language === 'ja' ? /予定日を過ぎ/ : /is over/);
    expect(texts[0]?.[0]).toContain('¥600,000');
  });

  test('without any it says so', () => {
    const [[head] = []] = cellTexts(opportunitiesPage([], view(language)));
    expect(head).toMatch(language === 'ja' ? /ありません/ : /No opportunity/);
  });
});

test('what was typed and not sent stays in its cells, and below where its opportunity is not open any more', () => {
  const typed = { request: '未送信', texts: { amount: '150万', result: '' } };
  const [row] = rows;
  if (row === undefined) throw new Error('There is no row.');
  const basis = { ...row.basis, partId: 'o9' };
  const left = { basis, texts: { name: '=株式会社八', amount: '7', request: '未送信' } };
  const page = opportunitiesPage(rows, { ...view('ja'), kept: () => typed, left: [left] });
  const [first, second] = cellTexts(page).slice(page.frozenRows);
  const at = (key: string) => keys.indexOf(key);
  expect([first?.[at('amount')], first?.[at('request')]]).toEqual(['150万', '未送信']);
  expect([second?.[at('amount')], second?.[at('state')]]).toEqual([
    '7',
    expect.stringMatching(/^もう進行中/),
  ]);
  expect(second?.[at('basis')]).not.toContain(' r=');
});
