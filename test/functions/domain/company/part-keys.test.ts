import { queryReadings, storedReadings } from '../../../../functions/domain/company/name/name-readings';
import { fragmentKeys, partKeys, partQueryKeys } from '../../../../functions/domain/company/part-keys';

const storedKeys = (name: string, field: 'name' | 'kana' = 'name'): string[] =>
  storedReadings(name)
    .filter(({ role }) => role === 'whole')
    .flatMap((reading) => partKeys(reading, field));

test.each([
  ['食品分析', '青木食品分析センター'],
  ['青木食', '青木食品分析センター'],
  ['Holdings', 'Hachi Holdings Inc.'],
  ['リクルート', '株式会社リクルートスタッフィング'],
])('%s is a part of %s', (typed, name) => {
  const [asked] = queryReadings(typed);
  const stored = storedKeys(name);
  expect(asked !== undefined && partQueryKeys(asked).some((key) => stored.includes(key))).toBe(true);
});

test('of a reading in kana the beginning alone is kept', () => {
  const [asked] = queryReadings('ショクヒン');
  const stored = storedKeys('アオキショクヒンブンセキ', 'kana');
  expect(asked !== undefined && partQueryKeys(asked).some((key) => stored.includes(key))).toBe(false);
  expect(stored).toContain('b:アオキ');
});

test('fragments are spread over the name, and none is one of an ending', () => {
  expect(fragmentKeys('青木食品分析センタ')).toContain('p:木食');
  expect(fragmentKeys('青木食品分析センタ').length).toBeLessThanOrEqual(8);
  expect(fragmentKeys('ルデイングス')).toEqual([]);
});
