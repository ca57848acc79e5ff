/** What a lookup found, in words. */
import { moreHitsText, productLines } from '../../../../apps-script/windows/messages/lookup-text';

const use = { product: 'Cloud', since: null, endsOn: null, source: null };
const ja = { language: 'ja' } as const;
const en = { language: 'en' } as const;

test.each([
  [use, 'Cloud', 'Cloud'],
  [{ ...use, since: '2024-04-01' }, 'Cloud · 2024/04/01 から', 'Cloud · since 2024-04-01'],
  [{ ...use, endsOn: '2025-03-31' }, 'Cloud · 2025/03/31 まで', 'Cloud · until 2025-03-31'],
  [{ ...use, source: 'list:旧システム' }, 'Cloud · 「旧システム」より', 'Cloud · from “旧システム”'],
  [{ ...use, source: '展示会' }, 'Cloud · 「展示会」より', 'Cloud · from “展示会”'],
  [{ ...use, source: 'opportunity:o1' }, 'Cloud', 'Cloud'],
  [{ ...use, source: 'account:a_1' }, 'Cloud', 'Cloud'],
])('%j', (product, inJa, inEn) => {
  expect(productLines(ja, [product])).toEqual([inJa]);
  expect(productLines(en, [product])).toEqual([inEn]);
});

const hits = (equal: number, part = 0) => [
  ...Array<{ how: 'equal' }>(equal).fill({ how: 'equal' }),
  ...Array<{ how: 'part' }>(part).fill({ how: 'part' }),
];

test.each<[string, Parameters<typeof moreHitsText>[1], number, string | null]>([
  ['all is listed', { hits: hits(3), more: false, count: 3 }, 3, null],
  ['hits below', { hits: hits(25), more: false, count: null }, 20, '5 more.'],
  ['more of the name than were read', { hits: hits(40, 2), more: true, count: 703 }, 20, '685 more.'],
  ['more, and nobody counted', { hits: hits(0, 5), more: true, count: null }, 5, 'There are more'],
])('%s', (_, answer, shown, words) => {
  const moreHits = moreHitsText(en, answer, shown);
  if (words === null) expect(moreHits).toBeNull();
  else expect(moreHits).toContain(words);
});
