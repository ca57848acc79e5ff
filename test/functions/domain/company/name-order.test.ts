import { nameOrderKey } from '../../../../functions/domain/company/name-order';

test.each([
  [{ name: '株式会社東西商会', kana: 'とうざいしょうかい' }, 'トウザイショウカイ'],
  [{ name: '株式会社東西商会', kana: 'カブシキガイシャ トウザイショウカイ' }, 'トウザイショウカイ'],
  [{ name: '㈱ハチ・システム', kana: null }, 'ハチシステム'],
  [{ name: 'Hachi, Inc.', kana: ' \u3000' }, 'hachi'],
])('%j is sorted by %s', (details, key) => {
  expect(nameOrderKey(details)).toBe(key);
});

test('the order is that of the sounds, whatever the legal form and the script', () => {
  const names = ['合同会社ウメ', 'いろは株式会社', '㈱アサヒ'];
  const sorted = [...names].sort((a, b) =>
    nameOrderKey({ name: a, kana: null }) < nameOrderKey({ name: b, kana: null }) ? -1 : 1,
  );
  expect(sorted).toEqual(['㈱アサヒ', 'いろは株式会社', '合同会社ウメ']);
});

test('a long name is cut between two characters, and fits into an index', () => {
  // Kanji of two UTF-16 units each; half of one is no text that can be stored.
  const key = nameOrderKey({ name: `a${'𠮷'.repeat(149)}`, kana: null });
  expect(key).toBe(`a${'𠮷'.repeat(99)}`);
  expect(Buffer.byteLength(key)).toBeLessThan(1_500);
});
