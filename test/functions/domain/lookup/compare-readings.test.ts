import { readName } from '../../../../functions/domain/company/name/name-readings';
import { compareReadings, MATCH_SCORES } from '../../../../functions/domain/lookup/compare-readings';

test.each([
  ['ハチ精機', 'ハチ精機株式会社', 'equal'],
  ['東京ガス', '東京瓦斯', 'spelling'],
  ['はちせいこう', 'Hachi Seikou', 'sound'],
  ['日産', '日産自動車', 'head'],
  ['早大', '早稲田大学', 'contraction'],
  ['ハチ精期', 'ハチ精機', 'slip'],
  ['精機', 'ハチ精機ホールディングス', 'part'],
])('%s and %s: %s', (asked, stored, how) => {
  expect(compareReadings(readName(asked), readName(stored))?.how).toBe(how);
});

test('names that have nothing in common are not alike, and what is surer counts more', () => {
  expect(compareReadings(readName('ハチ'), readName('東西商会'))).toBeNull();
  const { equal, spelling, part, misread } = MATCH_SCORES;
  expect([equal > spelling, spelling > part, part > misread]).toEqual([true, true, true]);
});
