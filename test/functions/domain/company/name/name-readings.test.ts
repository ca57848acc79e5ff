import {
  queryReadings,
  readName,
  storedReadings,
} from '../../../../../functions/domain/company/name/name-readings';

const readings = (typed: string) =>
  queryReadings(typed)
    .filter(({ role }) => role !== 'respelled')
    .map(({ role, text }) => [role, text]);

test.each<[string, [role: string, text: string][]]>([
  ['ハチ商事', [['whole', 'ハチ商事']]],
  [
    'ハチ商事 御中',
    [
      ['whole', 'ハチ商事 御中'],
      ['cleaned', 'ハチ商事'],
    ],
  ],
  [
    'ハチ商事(旧ミツバチ商事)',
    [
      ['whole', 'ハチ商事(旧ミツバチ商事)'],
      ['aside', 'ハチ商事'],
      ['aside', 'ミツバチ商事'],
    ],
  ],
  [
    '株式会杜ハチ商事',
    [
      ['whole', '株式会杜ハチ商事'],
      ['cleaned', 'ハチ商事'],
    ],
  ],
  [
    'Hachi Trading CO., LTDD.',
    [
      ['whole', 'Hachi Trading CO., LTDD.'],
      ['cleaned', 'Hachi Trading'],
    ],
  ],
  [
    'ハチホールディグス',
    [
      ['whole', 'ハチホールディグス'],
      ['cleaned', 'ハチホールディングス'],
    ],
  ],
  [
    'ハチ株式会社 山田様',
    [
      ['whole', 'ハチ株式会社 山田様'],
      ['cleaned', 'ハチ株式会社 山田'],
      ['cleaned', 'ハチ株式会社'],
    ],
  ],
])('%s is read as', (typed, expected) => {
  expect(readings(typed)).toEqual(expected);
});

test('words of trade are read as well, last, where the rest is in kana', () => {
  expect(queryReadings('㈱ハチ商事').map(({ role, weakKey }) => [role, weakKey])).toEqual([
    ['whole', 'ハチ商事'],
    ['respelled', 'ハチシヨウジ'],
  ]);
});

test('of what is stored, only the name and what stands in brackets', () => {
  expect(storedReadings('ハチ商事(HACHI) 御中').map(({ role, text }) => [role, text])).toEqual([
    ['whole', 'ハチ商事(HACHI) 御中'],
    ['aside', 'ハチ商事 御中'],
    ['aside', 'HACHI'],
  ]);
});

test.each([
  ['(株)束芝', '(株)東芝'],
  ['Тоуоtа株式会社', 'Toyota株式会社'],
])('of %s, what may have been meant, and its legal form as it stands', (typed, meant) => {
  expect(readings(typed)).toEqual([
    ['whole', typed],
    ['lookAlike', meant],
  ]);
});

test('no two readings have one key, and there are at most seven, beside the respelled ones and what it looks like', () => {
  const all = queryReadings('■㈱ハチ商事(ハチ)(蜂)(Bee)(B)(Hachi Inc.) 東京支店 営業部 山田 太郎 様');
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  const sideways = ['respelled', 'lookAlike'];
  expect(all.filter(({ role }) => !sideways.includes(role)).length).toBeLessThanOrEqual(7);
  expect(all.length).toBeLessThanOrEqual(16);
});

test('nothing is no reading, and a text far too long is one', () => {
  expect(queryReadings(' 　')).toEqual([]);
  expect(queryReadings('ハチ '.repeat(500))).toHaveLength(1);
});

test('weak keys beside the weak key, without repeating it', () => {
  const { key, weakKey, loose } = readName('エヌティティデータ株式会社');
  expect(loose).toContain('nttデタ');
  expect(loose).not.toContain(key);
  expect(loose).not.toContain(weakKey);
});

test('common words are shortened in the compact key', () => {
  expect(readName('ハチホールディングス').compact).toBe(readName('ハチHD').compact);
});

test.each([
  ['株式会杜ハチ製作', 'ハチ製作'],
  ['カブシキガシャハチセイサク', 'ハチセイサク'],
  ['ハチ製作株式社', 'ハチ製作'],
  ['Hachi Works Co., Ltdd.', 'hachiworks'],
  ['株式会社ハチホールデングス', 'ハチホルディングス'],
])('a slip in the legal form or the common ending of %s is no slip in the name', (typed, key) => {
  expect(queryReadings(typed).map((reading) => reading.key)).toContain(key);
});
