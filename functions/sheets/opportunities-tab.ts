/** The tab of the open opportunities: what stands in the cells of each. */

import { INPUT_FIELD_LABELS } from '../domain/account/input-field-texts';
import type { KeptPartCells } from '../domain/queue/kept-part-cells';
import { isPartUnsent, type TypedPartRow } from '../domain/queue/kept-part-cells';
import { type OpportunityRow, opportunitySums } from '../domain/queue/opportunity-rows';
import { partBasisText } from '../domain/queue/part-basis';
import { RESULT_TEXTS } from '../domain/queue/queue-texts';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { BANT_VALUE_LABELS, OPPORTUNITY_OUTCOME_LABELS } from '../domain/status/code-list-texts';
import type { Text } from '../domain/text/text';
import { colorStyle, HEADER_FORMAT, numberCell, type SheetCell, textCell } from './cells';
import {
  LATE,
  NOT_OPEN,
  OPPORTUNITY_HEADINGS,
  openText,
  opportunitiesHead,
  waitsText,
} from './opportunities-tab-texts';
import { choiceCell, DAY_CHOICE, dateCell, typedCell } from './queue-columns';
import { linkedTextCell, wrappedTextCell } from './report-tab';
import type { TabPage } from './whole-tab';

export interface OpportunitiesView {
  language: keyof Text;
  /** One line: when it was made. */
  stamp: string;
  /** To the account's row in the register. */
  link: MakeRowLink;
  kept: (row: OpportunityRow) => KeptPartCells;
  /** Of opportunities that are not open any more, with what was typed there and not sent. */
  left: readonly TypedPartRow[];
  /** Accounts that are not listed, for there are too many. */
  more: number;
}

type ColumnKey = keyof typeof OPPORTUNITY_HEADINGS;

interface OpportunityColumn {
  key: ColumnKey;
  /** Pixels. All that is visible fits a screen of 1440; beside the frozen owner and name, each of the others fits a phone. */
  width: number;
  cell: (row: OpportunityRow, view: OpportunitiesView) => SheetCell;
}

const TOP = { verticalAlignment: 'TOP' } as const;
const LATE_COLOUR = '#f5b5ab';
const PERCENTAGES = Array.from({ length: 21 }, (_, step) => `${step * 5}%`);

const amountCell = (amount: number | null): SheetCell => ({
  ...(amount === null ? {} : numberCell(amount)),
  userEnteredFormat: { ...TOP, numberFormat: { type: 'NUMBER', pattern: '#,##0' } },
});

const lateCell = (cell: SheetCell, isLate: boolean): SheetCell =>
  isLate
    ? {
        ...cell,
        userEnteredFormat: { ...cell.userEnteredFormat, backgroundColorStyle: colorStyle(LATE_COLOUR) },
      }
    : cell;

const stateText = ({ opportunity, passed, isLate }: OpportunityRow, language: keyof Text): string =>
  [
    passed === null ? openText(opportunity.since) : waitsText(passed.from, passed.on),
    ...(isLate ? [LATE] : []),
  ]
    .map((words) => words[language])
    .join('\n');

const bantText = ({ bant, opportunity }: OpportunityRow, language: keyof Text): string => {
  const answers = bant.map(({ key, answer: { value, on }, by }) =>
    [INPUT_FIELD_LABELS[`bant.${key}`][language], BANT_VALUE_LABELS[value][language], on, by?.[language]]
      .filter(Boolean)
      .join(' '),
  );
  return (answers.length === 0 ? [opportunity.handOverNote.bant] : answers).join('\n');
};

const resultChoices = ({ passed }: OpportunityRow): readonly Text[] => [
  ...(passed === null ? [] : [RESULT_TEXTS.acknowledge]),
  ...Object.values(OPPORTUNITY_OUTCOME_LABELS),
];

/** A cell that people edit: with what they typed and did not send, or what the account has. */
const edited =
  (key: ColumnKey, cell: OpportunityColumn['cell']): OpportunityColumn['cell'] =>
  (row, view) => {
    const typed = view.kept(row).texts[key];
    return typed === undefined ? cell(row, view) : { ...cell(row, view), ...typedCell(typed) };
  };

const percentText = ({ opportunity: { probability } }: OpportunityRow): string =>
  probability === undefined ? '' : `${probability}%`;

/** In the order people read them; `rank` is the place of the row. */
const columnsOf = (rank: (row: OpportunityRow) => number): readonly OpportunityColumn[] => [
  {
    key: 'owners',
    width: 80,
    cell: edited('owners', ({ owner }, { language }) => wrappedTextCell(owner[language])),
  },
  {
    key: 'name',
    width: 110,
    cell: ({ name, accountId }, { link }) => linkedTextCell(name, link(accountTarget(accountId))),
  },
  { key: 'product', width: 90, cell: ({ opportunity }) => wrappedTextCell(opportunity.product) },
  {
    key: 'department',
    width: 90,
    cell: edited('department', ({ opportunity }) => typedCell(opportunity.department ?? '')),
  },
  { key: 'state', width: 110, cell: (row, { language }) => wrappedTextCell(stateText(row, language)) },
  {
    key: 'nextStep',
    width: 150,
    cell: edited('nextStep', ({ opportunity }) => typedCell(opportunity.handOverNote.nextStep)),
  },
  {
    key: 'expectedOn',
    width: 84,
    cell: edited('expectedOn', ({ opportunity, isLate }) =>
      lateCell({ ...dateCell(opportunity.expectedOn ?? null), ...DAY_CHOICE }, isLate),
    ),
  },
  { key: 'amount', width: 90, cell: edited('amount', ({ opportunity }) => amountCell(opportunity.amount)) },
  {
    key: 'probability',
    width: 70,
    cell: edited('probability', (row) => choiceCell(percentText(row), PERCENTAGES)),
  },
  { key: 'bant', width: 150, cell: (row, { language }) => wrappedTextCell(bantText(row, language)) },
  { key: 'promises', width: 110, cell: ({ promises }) => wrappedTextCell(promises ?? '') },
  {
    key: 'result',
    width: 80,
    cell: edited('result', (row, { language }) =>
      choiceCell(
        '',
        resultChoices(row).map((choice) => choice[language]),
      ),
    ),
  },
  { key: 'request', width: 130, cell: (row, view) => typedCell(view.kept(row).request) },
  { key: 'basis', width: 120, cell: (row) => textCell(partBasisText(row.basis, rank(row))) },
];

/** The row of an opportunity that is not open any more, as it stood. */
const leftCells = ({ basis, texts }: TypedPartRow, { language, link }: OpportunitiesView): SheetCell[] =>
  columnsOf(() => 0).map(({ key }) => {
    // It stands at the end, whatever place it had.
    if (key === 'basis') return textCell(partBasisText(basis, null));
    if (key === 'name') return linkedTextCell(basis.name, link(accountTarget(basis.id)));
    return key === 'state' ? wrappedTextCell(NOT_OPEN[language]) : typedCell(texts[key] ?? '');
  });

/** Above the labels; what programs know the columns by. */
const KEY_ROW = 2;
export const FIRST_OPPORTUNITY_ROW = KEY_ROW + 2;

export const opportunitiesPage = (rows: readonly OpportunityRow[], view: OpportunitiesView): TabPage => {
  const { language, more } = view;
  const ranks = new Map(rows.map((row, rank) => [row, rank]));
  const columns = columnsOf((row) => ranks.get(row) ?? 0);
  const head = opportunitiesHead({ rows: rows.length, ...opportunitySums(rows), more });
  return {
    cells: [
      [{ ...textCell(head[language]), userEnteredFormat: { textFormat: { bold: true } } }],
      [textCell(view.stamp)],
      columns.map(({ key }) => textCell(key)),
      columns.map(({ key }) => ({
        ...textCell(OPPORTUNITY_HEADINGS[key][language]),
        userEnteredFormat: HEADER_FORMAT,
      })),
      ...rows.map((row) => columns.map(({ cell }) => cell(row, view))),
      ...view.left.filter(isPartUnsent).map((row) => leftCells(row, view)),
    ],
    columns: columns.map(({ width, key }) => ({ width, isHidden: key === 'basis' })),
    frozenRows: FIRST_OPPORTUNITY_ROW,
    frozenColumns: 2,
    hiddenRow: KEY_ROW,
  };
};
