import { readCompanyList } from '../../../functions/company-list/read-list';

const read = (...lines: string[]) => {
  const { rows, notes } = readCompanyList(Buffer.from(`${lines.join('\n')}\n`));
  return {
    owners: rows.map(({ values }) => `${values.name}: ${values.owner ?? '-'}`),
    told: notes
      .filter(({ code }) => code === 'GROUP_READ' || code === 'COLUMN_EMPTY_BELOW')
      .map(({ code, detail }) => `${code} ${detail}`),
  };
};

test('with subtotals, the value of the first row of a group holds for the whole group', () => {
  const owners = ['甲: 佐藤', '乙: 佐藤', '丙: 田中', '丁: 田中'];
  const told = ['GROUP_READ 担当'];
  expect(
    read('担当,会社名,電話', '佐藤,甲,03', ',乙,03', '小計,,', '田中,丙,03', ',丁,03', '小計,,', '総計,4,'),
  ).toEqual({ owners, told });
  expect(
    read('担当,会社名,売上', '佐藤,甲,1', ',乙,2', '佐藤 集計,,3', '田中,丙,4', ',丁,5', '田中 集計,,9'),
  ).toEqual({ owners, told });
});

test('of groups within groups, the outer value holds until the next one', () => {
  const lines = ['佐藤,関東,甲,', ',,乙,', ',小計,,', ',関西,丙,', ',小計,,', '田中,関東,丁,', ',小計,,'];
  expect(read('担当,都道府県,会社名,電話', ...lines).owners).toEqual([
    '甲: 佐藤',
    '乙: 佐藤',
    '丙: 佐藤',
    '丁: 田中',
  ]);
});

test('where a value stands within a group, an empty cell is empty', () => {
  const list = read(
    '担当,会社名,電話',
    '佐藤,甲,03',
    '田中,乙,03',
    ',丙,03',
    '小計,,',
    '佐藤,丁,03',
    '小計,,',
  );
  expect(list).toEqual({ owners: ['甲: 佐藤', '乙: 田中', '丙: -', '丁: 佐藤'], told: [] });
});

test('without subtotals nothing is filled, and it is told that the rows below are empty', () => {
  const told = ['COLUMN_EMPTY_BELOW 担当'];
  expect(read('担当,会社名', '佐藤,甲', ',乙', ',丙', '田中,丁', ',戊')).toEqual({
    owners: ['甲: 佐藤', '乙: -', '丙: -', '丁: 田中', '戊: -'],
    told,
  });
  expect(read('担当,会社名', '佐藤,甲', ',乙', ',丙', '佐藤,丁', ',戊').told).toEqual([]);
  expect(read('会社名,担当', '甲,佐藤', '乙,', '丙,', '丁,').told).toEqual([]);
});
