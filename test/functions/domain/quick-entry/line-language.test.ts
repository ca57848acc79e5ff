import { lineLanguage } from '../../../../functions/domain/quick-entry/line-language';

test.each([
  ['電話 佐藤様', 'ja'],
  ['call Ms Sato', 'en'],
  ['meeting with 佐藤様 quote', 'en'],
  ['ＭＴＧ 10/3 佐藤様', 'ja'],
  ['Zoom 10/3 quote', 'en'],
  ['>4 2026-02-30 budget', 'en'],
  ['>4 2026-02-30 予算待ち', 'ja'],
  ['>4 R8.2.30', null],
  ['Zoom 10/3', null],
  ['', null],
])('%j is written in %j', (line, language) => expect(lineLanguage(line)).toBe(language));
