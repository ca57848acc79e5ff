import { recogniseLayout } from '../../../functions/company-list/headerless-list';

const NUMBERS =
  '1,1000011000005,01,1,2018-04-02,2015-10-05,国立国会図書館,,101,東京都,千代田区,永田町１丁目１０－１,,13,101,1000014,,,,,,,2015-10-05,1,National Diet Library,Tokyo,Chiyoda ku,,コクリツコッカイトショカン,0';

test('the file of corporate numbers, of 30 columns', () => {
  const layout = recogniseLayout([NUMBERS.split(',')]);
  expect(layout?.header).toHaveLength(30);
  expect(layout?.fields).toEqual({
    1: 'corporateNumber',
    2: 'registryProcess',
    6: 'name',
    9: 'prefecture',
    10: 'city',
    11: 'street',
    18: 'closedOn',
    19: 'closedReason',
    20: 'successorNumber',
    24: 'englishName',
    28: 'kana',
  });
});

test('columns that tell by their values what they are', () => {
  const rows = [
    [
      '1',
      'T5070001000715',
      'カネコ種苗株式会社',
      '群馬県前橋市古市町1-50-12',
      '027-251-1611',
      'www.kaneko.co.jp',
    ],
    ['2', 'T6020001008662', '株式会社サカタのタネ', '神奈川県横浜市都筑区', '', ''],
  ];
  expect(recogniseLayout(rows)?.fields).toEqual({
    1: 'corporateNumber',
    2: 'name',
    3: 'address',
    4: 'phone',
    5: 'domain',
  });
});

test('names with their legal forms are enough', () => {
  const rows = [
    ['株式会社甲', '東京都港区芝1-1'],
    ['乙商店', '大阪府大阪市北区'],
    ['有限会社丙', ''],
  ];
  expect(recogniseLayout(rows)?.fields).toEqual({ 0: 'name', 1: 'address' });
});

test.each([
  ['two columns of names', [['5070001000715', '株式会社甲', '株式会社乙']]],
  ['no names', [['5070001000715', '甲']]],
  ['nothing', []],
])('%s: a person has to say', (_, rows) => {
  expect(recogniseLayout(rows)).toBeNull();
});
