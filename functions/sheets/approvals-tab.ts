/** The tab of all that waits for a manager's answer: a row each, with the facts. */
import { activityWithNote } from '../domain/history/change-text';
import { guardLines, memberWords, type Reader, statusLabel, withMark } from '../domain/history/value-words';
import type { ApprovalRow } from '../domain/queue/approvals';
import { basisText } from '../domain/queue/row-basis';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import type { Text } from '../domain/text/text';
import { HEADER_FORMAT, type SheetCell, textCell } from './cells';
import { countCell, dateCell } from './queue-columns';
import {
  APPROVAL_HEADINGS,
  APPROVAL_RULES,
  approvalsHead,
  NEVER_MET,
  NO_APPROVAL_REASON,
  QUEUE_HEADINGS,
} from './queue-tab-texts';
import { linkedTextCell, wrappedTextCell } from './report-tab';
import type { TabPage } from './whole-tab';

interface ApprovalColumn {
  label: Text;
  /** Pixels. All of them fit a screen of 1440. */
  width: number;
  isHidden?: true;
  cell: (row: ApprovalRow, reader: Reader, link: MakeRowLink) => SheetCell;
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
    cell: ({ from, facts }, reader) =>
      wrappedTextCell(`${statusLabel(reader, from)} → ${statusLabel(reader, facts.ifApproved)}`),
  },
  {
    label: APPROVAL_HEADINGS.proposedBy,
    width: 90,
    cell: ({ facts }, reader) => wrappedTextCell(memberWords(reader, facts.proposedBy)),
  },
  { label: APPROVAL_HEADINGS.proposedOn, width: 84, cell: ({ facts }) => dateCell(facts.proposedOn) },
  { label: APPROVAL_HEADINGS.daysWaiting, width: 60, cell: ({ daysWaiting }) => countCell(daysWaiting) },
  {
    label: APPROVAL_HEADINGS.reason,
    width: 210,
    cell: ({ facts }, reader) => wrappedTextCell(reasonLines(facts, reader)),
  },
  {
    label: APPROVAL_HEADINGS.products,
    width: 130,
    cell: ({ facts }) =>
      wrappedTextCell(facts.products.map(({ product, isJudged }) => withMark(isJudged, product)).join('\n')),
  },
  {
    label: APPROVAL_HEADINGS.contacts,
    width: 250,
    cell: ({ facts }, reader) => wrappedTextCell(contactLines(facts, reader)),
  },
  {
    label: APPROVAL_HEADINGS.rule,
    width: 220,
    cell: ({ facts }, reader) => wrappedTextCell(ruleLines(facts, reader)),
  },
  {
    label: QUEUE_HEADINGS.basis,
    width: 120,
    isHidden: true,
    cell: ({ basis }) => textCell(basisText(basis)),
  },
];

type Facts = ApprovalRow['facts'];

const reasonLines = ({ reason, words }: Facts, { language }: Reader): string => {
  const lines = [reason?.[language] ?? '', ...words].filter((line) => line !== '');
  return lines.length === 0 ? NO_APPROVAL_REASON[language] : lines.join('\n');
};

const contactLines = ({ contacts }: Facts, reader: Reader): string =>
  contacts.length === 0
    ? NEVER_MET[reader.language]
    : contacts.map((contact) => activityWithNote(reader, contact)).join('\n');

const ruleLines = ({ inEffect, guards }: Facts, reader: Reader): string => {
  const isUnmet = guards.some(({ holds }) => !holds);
  const rule = inEffect ? 'inEffect' : isUnmet ? 'wouldBeRefused' : 'waits';
  return [APPROVAL_RULES[rule][reader.language], ...guardLines(reader, guards)].join('\n');
};

export const approvalsPage = (
  approvals: readonly ApprovalRow[],
  reader: Reader,
  link: MakeRowLink,
): TabPage => ({
  cells: [
    [
      {
        ...textCell(approvalsHead(approvals.length)[reader.language]),
        userEnteredFormat: { textFormat: { bold: true } },
      },
    ],
    COLUMNS.map(({ label }) => ({ ...textCell(label[reader.language]), userEnteredFormat: HEADER_FORMAT })),
    ...approvals.map((row) => COLUMNS.map(({ cell }) => cell(row, reader, link))),
  ],
  columns: COLUMNS,
  frozenRows: 2,
  frozenColumns: 1,
  hiddenRow: null,
});
