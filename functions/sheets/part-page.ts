/** The page of a tab whose rows are parts of accounts, with what people typed there and did not send. */
import { isPartUnsent, type KeptPartCells, type TypedPartRow } from '../domain/queue/kept-part-cells';
import { type PartBasis, partBasisText } from '../domain/queue/part-basis';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import type { Text } from '../domain/text/text';
import { HEADER_FORMAT, type SheetCell, textCell } from './cells';
import { typedCell } from './queue-columns';
import { linkedTextCell, wrappedTextCell } from './report-tab';
import type { TabPage } from './whole-tab';

/** A row of such a tab. */
export interface PartRow {
  accountId: string;
  name: string;
  basis: PartBasis;
}

export interface PartView<Row extends PartRow> {
  language: keyof Text;
  /** One line: when it was made. */
  stamp: string;
  /** What it was made from, in a column that nobody sees. */
  mark: string;
  /** To the account's row in the register. */
  link: MakeRowLink;
  kept: (row: Row) => KeptPartCells;
  /** Of parts that are not listed any more, with what was typed there and not sent. */
  left: readonly TypedPartRow[];
}

export interface PartPageColumn<Row extends PartRow> {
  key: string;
  /** Pixels. */
  width: number;
  cell: (row: Row, view: PartView<Row>) => SheetCell;
}

/** A cell that people edit: with what they typed and did not send, which `cell` is told of, too, or what the account has. */
export const editedCell = <Row extends PartRow>(
  key: string,
  width: number,
  cell: (
    ...args: [...Parameters<PartPageColumn<Row>['cell']>, typed: string | undefined]
  ) => ReturnType<PartPageColumn<Row>['cell']>,
): PartPageColumn<Row> => ({
  key,
  width,
  cell: (row, view) => {
    const typed = view.kept(row).texts[key];
    const shown = cell(row, view, typed);
    return typed === undefined ? shown : { ...shown, ...typedCell(typed) };
  },
});

interface PartPage<Row extends PartRow> {
  /** Above the list. */
  head: Text;
  headings: Readonly<Record<string, Text>>;
  /** All but what became of a request, and what the row was made from. */
  columns: readonly PartPageColumn<Row>[];
  /** What a row says that is not listed any more, and in which column. */
  leftText: { key: string; words: Text };
}

/** What programs know the columns by; the labels stand below. */
const KEY_ROW = 2;

/** Above the keys, at the end of the line that says when it was made. */
export const MARK = 'made from ';

export const partPage = <Row extends PartRow>(
  rows: readonly Row[],
  { head, headings, columns: said, leftText }: PartPage<Row>,
  view: PartView<Row>,
): TabPage => {
  const { language, link, kept, left, stamp, mark } = view;
  const ranks = new Map(rows.map((row, rank) => [row, rank]));
  const columns: readonly PartPageColumn<Row>[] = [
    ...said,
    { key: 'request', width: 130, cell: (row) => typedCell(kept(row).request) },
    { key: 'basis', width: 120, cell: (row) => textCell(partBasisText(row.basis, ranks.get(row) ?? 0)) },
  ];
  const leftCell = ({ basis, texts }: TypedPartRow, key: string): SheetCell => {
    // It stands at the end, whatever place it had.
    if (key === 'basis') return textCell(partBasisText(basis, null));
    if (key === 'name') return linkedTextCell(basis.name, link(accountTarget(basis.id)));
    return key === leftText.key ? wrappedTextCell(leftText.words[language]) : typedCell(texts[key] ?? '');
  };
  return {
    cells: [
      [{ ...textCell(head[language]), userEnteredFormat: { textFormat: { bold: true } } }],
      columns.map(({ key }, at) => textCell(at === 0 ? stamp : key === 'basis' ? `${MARK}${mark}` : '')),
      columns.map(({ key }) => textCell(key)),
      columns.map(({ key }) => ({
        ...textCell(headings[key]?.[language] ?? key),
        userEnteredFormat: HEADER_FORMAT,
      })),
      ...rows.map((row) => columns.map(({ cell }) => cell(row, view))),
      ...left.filter(isPartUnsent).map((row) => columns.map(({ key }) => leftCell(row, key))),
    ],
    columns: columns.map(({ width, key }) => ({ width, isHidden: key === 'basis' })),
    frozenRows: KEY_ROW + 2,
    frozenColumns: 2,
    hiddenRow: KEY_ROW,
  };
};
