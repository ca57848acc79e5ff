import { text } from '../../../functions/domain/text/text';
import { textCell } from '../../../functions/sheets/cells';
import { editedCell, type PartView, partPage } from '../../../functions/sheets/part-page';
import { cellTexts } from './tab-page';

const rowOf = (partId: string) => ({
  ...{ accountId: 'a_1', name: '八' },
  basis: {
    ...{ id: 'a_1', name: '八', version: 1, status: 'COLD' as const },
    ...{ kind: 'contacts' as const, partId },
  },
});
type Row = ReturnType<typeof rowOf>;
const parts = {
  head: text('頭', 'Head'),
  headings: { name: text('会社名', 'Company'), phone: text('電話', 'Phone'), last: text('最終', 'Last') },
  columns: [
    { key: 'name', width: 100, cell: ({ name }: Row) => textCell(name) },
    editedCell<Row>('phone', 100, () => textCell('03')),
    { key: 'last', width: 100, cell: () => textCell('') },
  ],
  leftText: { key: 'last', words: text('もうない', 'Gone') },
};
const left = { basis: rowOf('c9').basis, texts: { phone: '07', request: '未送信' } };
const view: PartView<Row> = {
  ...{ language: 'ja', stamp: '作成', mark: 'm1', link: () => undefined },
  kept: ({ basis }) =>
    basis.partId === 'c2' ? { request: '未送信', texts: { phone: '06' } } : { request: '', texts: {} },
  left: [left, { ...left, texts: { ...left.texts, request: '受付' } }],
};

test('what was typed and not sent stays in its cell, and at the end where its part is not listed any more', () => {
  const page = partPage([rowOf('c1'), rowOf('c2')], parts, view);
  const rows = cellTexts(page).slice(page.frozenRows);
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ['八', '03', '', ''],
    ['八', '06', '', '未送信'],
    ['八', '07', 'もうない', '未送信'],
  ]);
  expect(rows.map((row) => / r=\d+ /.exec(row[4] ?? '')?.[0] ?? null)).toEqual([' r=0 ', ' r=1 ', null]);
});
