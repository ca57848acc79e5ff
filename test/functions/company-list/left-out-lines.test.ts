import { leftOutNote, leftOutOf } from '../../../functions/company-list/left-out-lines';
import { readCompanyList } from '../../../functions/company-list/read-list';

const read = (text: string) => readCompanyList(Buffer.from(text));

test('what stands behind the table is left out, and told once', () => {
  const list = read(
    '一覧,\n会社名,件数\n甲,1\n乙,2\n\n合計,3\n\n取引先レポート\nCopyright (c) 2026 Example. All rights reserved.\n株式会社サンプル\n',
  );
  expect(list.rows.map(({ values }) => values.name)).toEqual(['甲', '乙']);
  expect(list.problems).toEqual([]);
  expect(list.leftOut.map(({ line }) => line)).toEqual([1, 6, 8, 9, 10]);
  expect(list.notes).toMatchObject([
    { line: 2, code: 'COLUMNS_NOT_READ', detail: '件数' },
    { line: 1, code: 'LINES_LEFT_OUT', detail: expect.stringMatching(/^1: 一覧 \/ 6: 合計 3 \/ 8: /) },
  ]);
});

test('a long line is cut, and of many lines the first are named', () => {
  expect(leftOutOf({ line: 3, cells: [' 合計 ', '', 'あ'.repeat(70)] })).toEqual([
    { line: 3, text: `合計 ${'あ'.repeat(57)}…` },
  ]);
  const lines = Array.from({ length: 9 }, (_, at) => ({ line: at + 5, text: '計' }));
  expect(leftOutNote(lines)).toMatchObject([
    { line: 5, code: 'LINES_LEFT_OUT', detail: expect.stringMatching(/^5: 計 .* \/ 12: 計 …$/) },
  ]);
  expect(leftOutNote([])).toEqual([]);
});
