import { movedBlock, type TabMove } from '../../../emulator/page/moved-block';

const rows = (...names: string[]) => names.map((name) => [name]);

test.each<[string, string[][], TabMove, number | null]>([
  ['another tab has moved', rows('甲'), { sheetId: 2 }, 4],
  ['two rows came above', rows('甲'), { sheetId: 1, splice: { at: 1, removed: 0, inserted: 2 } }, 6],
  ['a row came in its place', rows('甲'), { sheetId: 1, splice: { at: 4, removed: 0, inserted: 1 } }, 5],
  ['a row went above', rows('甲'), { sheetId: 1, splice: { at: 3, removed: 1, inserted: 0 } }, 3],
  ['rows came below', rows('甲'), { sheetId: 1, splice: { at: 5, removed: 0, inserted: 3 } }, 4],
  ['its row went', rows('甲'), { sheetId: 1, splice: { at: 4, removed: 1, inserted: 0 } }, null],
  [
    'it was one of the rows replaced',
    rows('甲'),
    { sheetId: 1, splice: { at: 2, removed: 3, inserted: 4 } },
    null,
  ],
  [
    'rows came between its own',
    rows('甲', '乙'),
    { sheetId: 1, splice: { at: 5, removed: 0, inserted: 1 } },
    null,
  ],
  [
    'one of its rows went',
    rows('甲', '乙'),
    { sheetId: 1, splice: { at: 5, removed: 1, inserted: 0 } },
    null,
  ],
  ['rows were sorted', rows('甲'), { sheetId: 1 }, null],
])('where a block is after %s', (_, values, move, top) => {
  const block = { sheetId: 1, top: 4, left: 0, values };
  expect(movedBlock(block, move)).toEqual(top === null ? null : { ...block, top });
  expect(movedBlock(null, move)).toBeNull();
});
