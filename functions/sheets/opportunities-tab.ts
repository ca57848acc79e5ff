/** The tab of the open opportunities: what stands in the cells of each. */

import { INPUT_FIELD_LABELS } from '../domain/account/input-field-texts';
import { type OpportunityRow, opportunitySums } from '../domain/queue/opportunity-rows';
import { RESULT_TEXTS } from '../domain/queue/queue-texts';
import { accountTarget } from '../domain/register/row-target';
import { BANT_VALUE_LABELS, OPPORTUNITY_OUTCOME_LABELS } from '../domain/status/code-list-texts';
import { type Text, text } from '../domain/text/text';
import { colorStyle, numberCell, type SheetCell } from './cells';
import {
  LATE,
  NOT_OPEN,
  OPPORTUNITY_HEADINGS,
  openText,
  opportunitiesHead,
  waitsText,
} from './opportunities-tab-texts';
import { editedCell, type PartPageColumn, type PartView, partPage } from './part-page';
import { choiceCell, DAY_CHOICE, dateCell, typedCell } from './queue-columns';
import { linkedTextCell, wrappedTextCell } from './report-tab';
import type { TabPage } from './whole-tab';

export interface OpportunitiesView extends PartView<OpportunityRow> {
  /** Accounts that are not listed, for there are too many. */
  more: number;
}

const TOP = { verticalAlignment: 'TOP' } as const;
const LATE_COLOUR = '#f5b5ab';
const PERCENTAGES = Array.from({ length: 21 }, (_, step) => text(`${step * 5}%`, `${step * 5}%`));

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

const percentText = ({ opportunity: { probability } }: OpportunityRow): string =>
  probability === undefined ? '' : `${probability}%`;

/** In the order people read them. All that is visible fits a screen of 1440; beside the frozen owner and name, each of the others fits a phone. */
const COLUMNS: readonly PartPageColumn<OpportunityRow>[] = [
  editedCell('owners', 80, ({ owner }, { language }) => wrappedTextCell(owner[language])),
  {
    key: 'name',
    width: 110,
    cell: ({ name, accountId }, { link }) => linkedTextCell(name, link(accountTarget(accountId))),
  },
  { key: 'product', width: 90, cell: ({ opportunity }) => wrappedTextCell(opportunity.product) },
  editedCell('department', 100, ({ opportunity }) => typedCell(opportunity.department ?? '')),
  { key: 'state', width: 104, cell: (row, { language }) => wrappedTextCell(stateText(row, language)) },
  editedCell('nextStep', 136, ({ opportunity }) => typedCell(opportunity.handOverNote.nextStep)),
  editedCell('expectedOn', 84, ({ opportunity, isLate }) =>
    lateCell({ ...dateCell(opportunity.expectedOn ?? null), ...DAY_CHOICE }, isLate),
  ),
  editedCell('amount', 84, ({ opportunity }) => amountCell(opportunity.amount)),
  editedCell('probability', 96, (row, { language }) => choiceCell(percentText(row), PERCENTAGES, language)),
  { key: 'bant', width: 136, cell: (row, { language }) => wrappedTextCell(bantText(row, language)) },
  { key: 'promises', width: 110, cell: ({ promises }) => wrappedTextCell(promises ?? '') },
  editedCell('result', 104, (row, { language }, typed) =>
    choiceCell(typed ?? '', resultChoices(row), language),
  ),
];

export const opportunitiesPage = (rows: readonly OpportunityRow[], view: OpportunitiesView): TabPage =>
  partPage(
    rows,
    {
      head: opportunitiesHead({ rows: rows.length, ...opportunitySums(rows), more: view.more }),
      ...{ headings: OPPORTUNITY_HEADINGS, columns: COLUMNS },
      leftText: { key: 'state', words: NOT_OPEN },
    },
    view,
  );
