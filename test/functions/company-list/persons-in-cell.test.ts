import { personsInCell } from '../../../functions/company-list/persons-in-cell';

const namesIn = (cell: string) => personsInCell(cell)?.persons.map(({ contactName }) => contactName);

test.each([
  ['佐藤様、鈴木様', ['佐藤様', '鈴木様']],
  ['佐藤/鈴木', ['佐藤', '鈴木']],
  ['佐藤 一郎\n鈴木 花子', ['佐藤 一郎', '鈴木 花子']],
  ['佐藤,鈴木', ['佐藤', '鈴木']],
  ['佐藤・鈴木', ['佐藤', '鈴木']],
  ['佐藤様 鈴木様', ['佐藤様', '鈴木様']],
  ['佐藤様と鈴木様', ['佐藤様', '鈴木様']],
  ['佐藤部長、鈴木課長', ['佐藤部長', '鈴木課長']],
  ['主：佐藤、副：鈴木', ['佐藤', '鈴木']],
  ['服部、渡部', ['服部', '渡部']],
  ['ヤマダ タロウ/スズキ ハナ', ['ヤマダ タロウ', 'スズキ ハナ']],
  ['John Smith, Jane Doe', ['John Smith', 'Jane Doe']],
  ['John & Jane Smith', ['John', 'Jane Smith']],
  ['佐藤、未定', ['佐藤']],
  ['佐藤と鈴木', ['佐藤', '鈴木']],
  ['①佐藤②鈴木', ['佐藤', '鈴木']],
  ['1. 佐藤 2. 鈴木', ['佐藤', '鈴木']],
  ['主：佐藤 副：鈴木', ['佐藤', '鈴木']],
  ['佐藤（主）鈴木（副）', ['佐藤', '鈴木']],
])('%j names %j', (cell, names) => {
  expect(namesIn(cell)).toEqual(names);
});

test.each([
  ...['佐藤 一郎', '長谷部', 'マイケル・スミス', 'Smith, John', 'John Smith, Jr.', 'Dr. John Smith'],
  ...['Anne-Marie O’Neil', '佐藤（さとう）', '佐藤部長', '長谷川 健太郎', 'Mr. & Mrs. Tanaka'],
  ...['美里', 'みさと まこと', '服部 半蔵'],
])('%j is one person', (cell) => {
  expect(personsInCell(cell)).toEqual({ persons: [{ contactName: cell }], others: null });
});

test.each([
  ...['佐藤 一郎 鈴木 花子', '山田太郎 山田花子', 'John Smith, Jane', '株式会社甲、佐藤', '佐藤→鈴木'],
  ...['佐藤一郎（退職）', '佐藤、鈴木（2025年異動）'],
])('nobody can tell whom %j names', (cell) => {
  expect(personsInCell(cell)).toBeNull();
});

test.each(['', '-', '未定', 'ご担当者様', '担当者不明', 'N/A'])('%j names nobody', (cell) => {
  expect(personsInCell(cell)).toEqual({ persons: [], others: null });
});

test.each([
  ['代表取締役 佐藤太郎', { contactName: '佐藤太郎', contactTitle: '代表取締役' }],
  ['佐藤太郎（代表取締役社長）', { contactName: '佐藤太郎', contactTitle: '代表取締役社長' }],
  ['営業部長 佐藤', { contactName: '佐藤', contactTitle: '営業部長' }],
  ['キム・ヨンハ 部長', { contactName: 'キム・ヨンハ', contactTitle: '部長' }],
  ['購買部 課長 佐藤 花子', { contactName: '佐藤 花子', contactTitle: '課長', contactDepartment: '購買部' }],
])('%j: words that are no name', (cell, person) => {
  expect(personsInCell(cell)).toEqual({ persons: [person], others: null });
});

test('what stands beside a name is said of that person', () => {
  expect(personsInCell('佐藤（営業部）／鈴木 090-1111-2222')?.persons).toEqual([
    { contactName: '佐藤', contactDepartment: '営業部' },
    { contactName: '鈴木', contactPhone: '090-1111-2222' },
  ]);
  expect(personsInCell('佐藤 <sato@ko.example>\n購買部\n部長')?.persons).toEqual([
    {
      contactName: '佐藤',
      contactEmail: 'sato@ko.example',
      contactDepartment: '購買部',
      contactTitle: '部長',
    },
  ]);
  expect(personsInCell('佐藤様 他2名')).toEqual({ persons: [{ contactName: '佐藤様' }], others: '他2名' });
});

test('a department without a name is nobody', () => {
  expect(personsInCell('総務部 ご担当者様')?.persons).toEqual([{ contactDepartment: '総務部' }]);
});

test('a title behind a comma is the person’s, and names in kanji keep their titles in brackets', () => {
  expect(personsInCell('Jane Roe, CEO')?.persons).toEqual([{ contactName: 'Jane Roe', contactTitle: 'CEO' }]);
  expect(personsInCell('山田様（部長）・佐藤様（課長）')?.persons).toEqual([
    { contactName: '山田様', contactTitle: '部長' },
    { contactName: '佐藤様', contactTitle: '課長' },
  ]);
});
