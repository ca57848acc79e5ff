import { readCompanyList } from '../../../functions/company-list/read-list';
import { isStatusLine } from '../../../functions/company-list/status-lines';

test.each(['既存顧客', '■既存顧客', '【失注】', '◆ 既存顧客一覧', '＜コールド＞', '失注リスト'])(
  '%s says the status of the companies below it',
  (value) => expect(isStatusLine(value)).toBe(true),
);

test.each(['株式会社顧客', '顧客管理株式会社', 'ヤマダ', '■ヤマダ', 'Active', '1'])('%s does not', (value) =>
  expect(isStatusLine(value)).toBe(false),
);

const read = (text: string) => {
  const { rows, notes } = readCompanyList(Buffer.from(text));
  return {
    names: rows.map(({ values }) => values.name),
    told: notes.filter(({ code }) => code === 'LINE_TELLS_STATUS').map(({ detail }) => detail),
  };
};

test('such a line among the rows is no company, and it is told once that its status was not read', () => {
  expect(read('会社名,電話\n■既存顧客,\n甲,03-1111-0001\n失注,\n乙,03-1111-0002\n■その他,\n丙,\n')).toEqual({
    names: ['甲', '乙', '丙'],
    told: ['2: ■既存顧客 / 4: 失注'],
  });
  expect(read('既存顧客,\n会社名,電話\n甲,03-1111-0001\n')).toEqual({ names: ['甲'], told: ['1: 既存顧客'] });
});

test('with a column for the status nothing is told, and a title that says what the list is tells none', () => {
  expect(read('会社名,ステータス\n■既存顧客,\n甲,失注\n').told).toEqual([]);
  expect(read('顧客一覧,\n会社名,電話\n甲,03-1111-0001\n').told).toEqual([]);
});
