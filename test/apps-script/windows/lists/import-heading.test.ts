import { importHeading, rehearsalHeading } from '../../../../apps-script/windows/lists/import-heading';
import type { ImportAnswer } from '../../../../functions/contract/import';
import { aViewer } from '../window-scene';

const column = (field: string | null) => ({ header: '', samples: [], field });
const counted = (over: Partial<ImportAnswer['counts']> = {}): ImportAnswer['counts'] => ({
  ...{ created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0, undecided: 0 },
  ...over,
});
const named = [column(null), column('name')];

test.each<[string, Pick<ImportAnswer, 'columns' | 'counts' | 'mode'>, string]>([
  ['nothing of it', { columns: [], counts: counted(), mode: 'add' }, 'リストを読めませんでした'],
  [
    'no column of companies',
    { columns: [column('phone')], counts: counted(), mode: 'add' },
    'リストを読めませんでした',
  ],
  [
    'rows that all wait for a decision or have a problem',
    { columns: named, counts: counted({ undecided: 3, refused: 1 }), mode: 'changes' },
    'このままでは使える行がありません',
  ],
  [
    'rows',
    { columns: named, counts: counted({ created: 2, filled: 1, undecided: 1 }), mode: 'add' },
    '3 件を取り込めます',
  ],
  [
    'rows that are all in the register as they stand',
    { columns: named, counts: counted({ unchanged: 5 }), mode: 'add' },
    '5 件はすべて登録済みで、変わるものはありません',
  ],
  [
    'rows as changes',
    { columns: named, counts: counted({ created: 2, unchanged: 5 }), mode: 'changes' },
    '7 件を読み、2 件に変更があります',
  ],
])('of a list of which %s was read, the heading says so', (_, answer, heading) => {
  expect(rehearsalHeading(aViewer(), answer)).toBe(heading);
});

test.each([
  [{ created: 2, unchanged: 1 }, '3 件を取り込みました。'],
  [{ unchanged: 60 }, '60 件はすべて登録済みで、変わったものはありません。'],
  [{ refused: 1 }, '0 件を取り込みました。'],
])('of %j that were imported, the heading says so', (counts, heading) => {
  expect(importHeading(aViewer(), { counts: counted(counts) })).toBe(heading);
});
