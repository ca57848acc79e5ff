import { readCompanyList } from '../../../functions/company-list/read-list';
import { unreadColumnNotes } from '../../../functions/company-list/unread-columns';

const notesOf = (lines: readonly string[], options = {}) =>
  readCompanyList(Buffer.from(`${lines.join('\n')}\n`), options).notes.map(({ code, detail }) => [
    code,
    detail,
  ]);

test('every column that is not read is told, once and by its header, or by its place', () => {
  expect(notesOf(['会社名,従業員数,,住所,好きな色,', '甲,120,x,東京,青,', '乙,80,,大阪,,'])).toEqual([
    ['COLUMNS_NOT_READ', '従業員数 / #3 / 好きな色'],
  ]);
  expect(notesOf(['会社名,住所', '甲,東京'])).toEqual([]);
});

test('those that a person has left out are not told again', () => {
  const mapping = { columns: { 1: null } };
  expect(notesOf(['会社名,従業員数,売上', '甲,1,2'], { mapping })).toEqual([['COLUMNS_NOT_READ', '売上']]);
});

const kindsTold = (header: string, ...words: string[]) =>
  notesOf([`会社名,${header}`, ...words.map((word, index) => `会社${index},${word}`)])
    .filter(([code]) => code === 'COLUMN_MAY_TELL_STATUS')
    .map(([, detail]) => detail);

test.each([
  ['区分', 'ア', 'イ'],
  ['顧客ランク', 'A', 'B'],
  ['ランク', 'S', 'S'],
  ['カテゴリ', '育成', '休眠'],
  ['カテゴリー', '育成', '休眠'],
  ['取引分類', '主力', '周辺'],
  ['会社種別', '代理店', '直販'],
  ['温度感', '高', '低'],
  ['見込み度', '大', '小'],
  ['確度', 'Aヨミ', 'Bヨミ'],
  ['セグメント', 'SMB', 'ENT'],
  ['優先度', '高', '中'],
  ['営業フラグ', '追う', '待つ'],
  ['タグ', '展示会', '紹介'],
  ['取引有無', '有', '無'],
  ['Tier', 'Gold', 'Silver'],
  ['Account Type', 'Partner', 'Reseller'],
  ['Lead Rating', 'Hot', 'Warm'],
  ['Category', 'Nurture', 'Sleeping'],
  ['Customer Group', 'North', 'South'],
  // By its words alone, which come again and again.
  ['社内での呼び方', '育成', '育成', '休眠', '育成', '休眠'],
])('%s may tell a status in a team’s own words', (header, ...words) => {
  expect(kindsTold(header, ...words)).toEqual([`${header}: ${[...new Set(words)].join(' / ')}`]);
});

test.each([
  ['numbers', 'ランク', '1', '2'],
  ['what each company has of its own', '社長名', '山田', '佐藤', '鈴木', '高橋'],
  ['marks', 'DM送付', '○', '', '○', '×', '○'],
  ['nothing', '区分', '', ''],
  ['how another column is meant', 'E-mail 1 - Label', 'Work', 'Home', 'Work'],
])('none is asked about that holds %s', (_, header, ...words) => {
  expect(kindsTold(header, ...words)).toEqual([]);
});

test('where the list has statuses, no other column may tell them; words of statuses are told as such', () => {
  expect(notesOf(['会社名,ステータス,ランク', '甲,失注,A', '乙,失注,B'])).toEqual([
    ['COLUMNS_NOT_READ', 'ランク'],
  ]);
  expect(notesOf(['会社名,種別', '甲,顧客', '乙,失注', '丙,育成'])).toEqual([
    ['COLUMNS_NOT_READ', '種別'],
    ['COLUMN_TELLS_STATUS', '種別: 顧客 / 失注'],
  ]);
});

test('mapped by the person, its words are the statuses that are asked about', () => {
  const mapping = { columns: { 1: 'status' } } as const;
  const { rows } = readCompanyList(Buffer.from('会社名,ランク\n甲,育成\n乙,休眠\n'), { mapping });
  expect(rows.map(({ values }) => values.status)).toEqual(['育成', '休眠']);
});

test('of many kinds some are named', () => {
  const below = [['ア', 'イ', 'ウ', 'エ', 'オ', 'カ']];
  const columns = [{ header: '区分', field: null }];
  const [, told] = unreadColumnNotes({ columns, below, isSaid: () => false, line: 1 });
  expect(told?.detail).toBe('区分: ア / イ / ウ / エ / オ …');
});
