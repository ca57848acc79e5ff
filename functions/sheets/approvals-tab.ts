/** The tab of all that waits for a manager's answer: a row each, with the facts. */
import type { ApprovalRow } from '../domain/queue/approvals';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { STATUS } from '../domain/status/statuses';
import type { Text } from '../domain/text/text';
import { HEADER_FORMAT, type SheetCell, textCell } from './cells';
import { countCell, dateCell } from './queue-columns';
import { APPROVAL_HEADINGS, approvalsHead } from './queue-tab-texts';
import { linkedTextCell, wrappedTextCell } from './report-tab';
import type { TabPage } from './whole-tab';

interface ApprovalColumn {
  label: Text;
  /** Pixels. All of them fit a screen of 1440. */
  width: number;
  cell: (row: ApprovalRow, language: keyof Text, link: MakeRowLink) => SheetCell;
}

const COLUMNS: readonly ApprovalColumn[] = [
  {
    label: APPROVAL_HEADINGS.name,
    width: 160,
    cell: ({ name, accountId }, _, link) => linkedTextCell(name, link(accountTarget(accountId))),
  },
  {
    label: APPROVAL_HEADINGS.move,
    width: 150,
    cell: ({ from, to }, language) =>
      wrappedTextCell(`${STATUS[from].label[language]} → ${STATUS[to].label[language]}`),
  },
  {
    label: APPROVAL_HEADINGS.proposedBy,
    width: 90,
    cell: ({ proposedBy }, language) => wrappedTextCell(proposedBy[language]),
  },
  { label: APPROVAL_HEADINGS.proposedOn, width: 84, cell: ({ proposedOn }) => dateCell(proposedOn) },
  { label: APPROVAL_HEADINGS.daysWaiting, width: 60, cell: ({ daysWaiting }) => countCell(daysWaiting) },
  {
    label: APPROVAL_HEADINGS.reason,
    width: 210,
    cell: ({ reason }, language) => wrappedTextCell(reason[language]),
  },
  {
    label: APPROVAL_HEADINGS.products,
    width: 130,
    cell: ({ products }) => wrappedTextCell(products.join('\n')),
  },
  {
    label: APPROVAL_HEADINGS.contacts,
    width: 250,
    cell: ({ contacts }, language) => wrappedTextCell(contacts.map((line) => line[language]).join('\n')),
  },
  {
    label: APPROVAL_HEADINGS.rule,
    width: 220,
    cell: ({ rule }, language) => wrappedTextCell(rule[language]),
  },
];

export const approvalsPage = (
  approvals: readonly ApprovalRow[],
  language: keyof Text,
  link: MakeRowLink,
): TabPage => ({
  cells: [
    [
      {
        ...textCell(approvalsHead(approvals.length)[language]),
        userEnteredFormat: { textFormat: { bold: true } },
      },
    ],
    COLUMNS.map(({ label }) => ({ ...textCell(label[language]), userEnteredFormat: HEADER_FORMAT })),
    ...approvals.map((row) => COLUMNS.map(({ cell }) => cell(row, language, link))),
  ],
  columns: COLUMNS,
  frozenRows: 2,
  frozenColumns: 1,
  hiddenRow: null,
});
