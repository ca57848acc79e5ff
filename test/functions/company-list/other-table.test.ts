import { isOtherHeader } from '../../../functions/company-list/other-table';
import { readCompanyList } from '../../../functions/company-list/read-list';

const list = readCompanyList(Buffer.from('会社名,電話,住所\n甲,03-1,東京\n'));

test.each<[boolean, boolean, string]>([
  [true, true, '製品名,単価,数量'],
  [true, true, '月,件数,'],
  [true, true, 'Region,Total amount,Share'],
  [true, false, '会社名,住所,電話'],
  [false, false, '製品名,単価,数量'],
  [false, false, '会社名,電話,住所'],
  [false, true, '株式会社番号,03-1111-2222,東京都'],
  [false, true, '番号,,'],
  [false, true, '山田商店,日本橋,東京'],
  [false, true, 'トータル,03-1111-2222,備考'],
])('%s, behind empty lines %s: %s', (expected, isBehindGap, cells) => {
  expect(isOtherHeader(list, cells.split(','), isBehindGap)).toBe(expected);
});
