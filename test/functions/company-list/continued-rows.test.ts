import { readCompanyList } from '../../../functions/company-list/read-list';

const read = (text: string) => {
  const { rows, problems, notes } = readCompanyList(Buffer.from(text));
  return {
    rows: rows.map(({ line, values, continues }) => [line, values.name, continues ?? null]),
    values: rows.map(({ values }) => values),
    problems: problems.map(({ line, code }) => [line, code]),
    notes: notes.filter(({ code }) => code === 'COMPANY_FROM_ABOVE'),
  };
};

test('contacts below their company, as merged cells leave them, are read as its own and told', () => {
  const list = read(
    'No,会社名,住所,電話,担当者,部署,メール\n1,株式会社甲,東京都港区1,03-1111-2222,山田,営業部,yamada@kou.co.jp\n' +
      ',,,,佐藤,総務部,sato@kou.co.jp\n,,,090-1111-2222,鈴木,,\n2,株式会社乙,大阪市北区2,06-1111-2222,高橋,,\n,,,,田中,,\n',
  );
  expect(list.rows).toEqual([
    [2, '株式会社甲', null],
    [3, '株式会社甲', 2],
    [4, '株式会社甲', 2],
    [5, '株式会社乙', null],
    [6, '株式会社乙', 5],
  ]);
  expect(list.values[1]).toEqual({
    name: '株式会社甲',
    address: '東京都港区1',
    contactName: '佐藤',
    contactDepartment: '総務部',
    email: 'sato@kou.co.jp',
  });
  // The company has its own number above.
  expect(list.values[2]).toMatchObject({ contactName: '鈴木', contactPhone: '090-1111-2222' });
  expect(list.problems).toEqual([]);
  expect(list.notes).toMatchObject([{ line: 3, detail: '3: 株式会社甲 / 4: 株式会社甲 / 6: 株式会社乙' }]);
});

test('the addresses of the people show it, too', () => {
  const list = read(
    '会社名,先方担当者,メール\n甲商事,山田,yamada@kou.co.jp\n,佐藤,sato@kou.co.jp\n,鈴木,suzuki@kou.co.jp\n乙物産,高橋,t@otsu.co.jp\n',
  );
  expect(list.rows.map(([, name]) => name)).toEqual(['甲商事', '甲商事', '甲商事', '乙物産']);
});

test.each([
  [
    'guests who came for nobody',
    '会社名,住所,氏名,メール\n甲商事,東京,山田,yamada@kou.co.jp\n,,佐藤,sato@other.co.jp\n,,鈴木,suzuki@gmail.com\n',
    [3, 4],
  ],
  [
    'guests with addresses of their own',
    '会社名,住所,氏名,メール\n甲商事,東京,山田,yamada@kou.co.jp\n,,佐藤,sato@gmail.com\n,,鈴木,suzuki@gmail.com\n',
    [3, 4],
  ],
  ['nothing but the names of people', '会社名,先方担当者\n甲商事,山田\n,佐藤\n,鈴木\n', [3, 4]],
  ['people first', '氏名,部署,会社名,住所\n山田,営業,甲商事,東京\n佐藤,総務,,\n鈴木,総務,,\n', [3, 4]],
  ['another address', '会社名,住所,先方担当者\n甲商事,東京,山田\n,大阪,佐藤\n,京都,鈴木\n', [3, 4]],
  ['a single one', '会社名,住所,先方担当者\n甲商事,東京,山田\n,,佐藤\n乙物産,大阪,鈴木\n', [3]],
  ['nothing of a person', '会社名,住所,メモ\n甲商事,東京,あ\n,,い\n,,う\n', [3, 4]],
  [
    'below a row that is torn',
    '会社名,住所,先方担当者\n甲商事,東京,山田\n,,佐藤\n,,鈴木\n乙物産,大阪\n,,高橋\n',
    [5, 6],
  ],
  [
    'an export of people',
    '"First Name","Last Name",Company,Position,"Connected On"\nA,B,甲商事,x,1 Jan 2026\nC,D,,,\nE,F,,,\n',
    [3, 4],
  ],
])('a row without its company stays a problem: %s', (_, text, lines) => {
  const { rows, problems } = read(text);
  expect(problems.map(([line]) => line)).toEqual(lines);
  expect(rows.every(([line]) => !lines.includes(Number(line)))).toBe(true);
});
