import type { ListField } from '../../../functions/company-list/list-headers';
import { isSheetError, valuesOfRow, writtenValues } from '../../../functions/company-list/row-values';

const codes = (values: Partial<Record<ListField, string>>) =>
  valuesOfRow(2, values).notes.map(({ code, detail }) => [code, detail]);

test('a column that is not read and an empty cell say nothing', () => {
  const columns = [
    { header: '会社名', field: 'name' as const },
    { header: 'x', field: null },
    { header: '電話', field: 'phone' as const },
  ];
  expect(writtenValues(['甲', 'y', ''], columns)).toEqual({ name: '甲' });
});

test.each([
  ...['2003/11/2', '2003/11/02 0:00', '2003-11-02', '2003-11-02T00:00:00.000Z', '3月11日', '2003年11月2日'],
  ...['11/2/2003', '11-Mar', '2-Nov-03', 'Nov-03'],
])('a street number that has become the day %s is told, and no address', (street) => {
  expect(valuesOfRow(2, { name: '甲', city: '港区', street }).values).toEqual({
    name: '甲',
    address: '港区',
  });
  expect(codes({ name: '甲', street })).toEqual([['STREET_IS_DATE', `street: ${street}`]]);
  expect(codes({ name: '甲', address: street })).toEqual([['STREET_IS_DATE', `address: ${street}`]]);
});

test.each(['3-11-2', '2003-11-2', '芝3-11-2', '3丁目11番2号', '11/2', '八月一日町', '2003'])(
  'a street is kept: %s',
  (street) => {
    expect(valuesOfRow(2, { name: '甲', street })).toEqual({
      values: { name: '甲', address: street },
      notes: [],
    });
  },
);

test('the error of a formula is no value and told; as a name it is a problem of its row', () => {
  expect(codes({ name: '#N/A', owner: '#REF!' })).toEqual([['VALUE_IS_ERROR', 'owner: #REF!']]);
  expect([isSheetError('#N/A'), isSheetError('#1')]).toEqual([true, false]);
});

test('without a name the domain is it', () => {
  expect(valuesOfRow(2, { domain: 'https://www.kou.co.jp/' }).values.name).toBe('kou.co.jp');
  expect(codes({ domain: 'https://www.kou.co.jp/' })).toEqual([['NAME_FROM_DOMAIN', 'kou.co.jp']]);
});

test('what stands beside the name in its cell goes where it belongs, and is told', () => {
  const cell = '【休眠】㈱甲（旧：乙商店） 営業部 佐藤様';
  expect(valuesOfRow(2, { name: cell, note: '紹介' }).values).toEqual({
    ...{ name: '㈱甲', otherNames: '乙商店', note: '紹介\n休眠' },
    ...{ contactDepartment: '営業部', contactName: '佐藤' },
  });
  expect(codes({ name: cell })).toEqual([
    ['NAME_WITH_OTHER_NAME', `${cell} → ㈱甲 / 乙商店`],
    ['NAME_WITH_REMARK', `${cell} → ㈱甲 / 休眠`],
    ['NAME_WITH_FACTS', `${cell} → ㈱甲 / 営業部 / 佐藤`],
  ]);
  expect(
    valuesOfRow(2, { name: '㈱甲 営業部 佐藤様', contactName: '鈴木', contactDepartment: '総務部' }),
  ).toEqual({
    values: { name: '㈱甲', contactName: '鈴木', contactDepartment: '総務部', note: '営業部\n佐藤' },
    notes: [
      expect.objectContaining({
        code: 'NAME_WITH_REMARK',
        detail: '㈱甲 営業部 佐藤様 → ㈱甲 / 営業部 / 佐藤',
      }),
    ],
  });
});
