/** The tab of all that waits for a manager's answer: a row each, with the facts. */
import { activityWithNote } from '../domain/history/change-text';
import { guardLines, memberWords, type Reader, statusLabel, withMark } from '../domain/history/value-words';
import type { ApprovalRow } from '../domain/queue/approvals';
import { resultChoices } from '../domain/queue/result-choices';
import { basisText } from '../domain/queue/row-basis';
import type { TypedCells } from '../domain/queue/typed-cells';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import type { Text } from '../domain/text/text';
import { HEADER_FORMAT, type SheetCell, textCell } from './cells';
import { choiceCell, countCell, dateCell, keptRowCells, typedCell } from './queue-columns';
import {
  APPROVAL_HEADINGS,
  APPROVAL_RULES,
  approvalsHead,
  NEVER_MET,
  NO_APPROVAL_REASON,
  QUEUE_HEADINGS,
} from './queue-tab-texts';
import type { ReadRow } from './read-queue-tab';
import { linkedTextCell, wrappedTextCell } from './report-tab';
import type { TabPage } from './whole-tab';

/** What people typed for a proposal. */
export type TypedAnswer = Pick<TypedCells, 'note' | 'result' | 'request'>;

export interface ApprovalsTabView extends Reader {
  /** To the account's row in the register. */
  link: MakeRowLink;
  typed: (row: ApprovalRow) => TypedAnswer;
  /** Its place among them. */
  rank: (row: ApprovalRow) => number;
  /** Rows of accounts whose proposal waits no more, kept for what was typed there. */
  kept: readonly ReadRow[];
}

interface ApprovalColumn {
  key: string;
  label: Text;
  /** Pixels. All of them fit a screen of 1440. */
  width: number;
  isHidden?: true;
  cell: (row: ApprovalRow, view: ApprovalsTabView) => SheetCell;
}

const heading = (key: keyof typeof APPROVAL_HEADINGS, width: number) => ({
  key,
  label: APPROVAL_HEADINGS[key],
  width,
});

const typedHeading = (key: keyof TypedAnswer, width: number) => ({ key, label: QUEUE_HEADINGS[key], width });

const COLUMNS: readonly ApprovalColumn[] = [
  {
    ...heading('name', 124),
    cell: ({ name, accountId }, { link }) => linkedTextCell(name, link(accountTarget(accountId))),
  },
  {
    ...heading('move', 120),
    cell: ({ from, facts }, reader) =>
      wrappedTextCell(`${statusLabel(reader, from)} → ${statusLabel(reader, facts.ifApproved)}`),
  },
  {
    ...heading('proposedBy', 76),
    cell: ({ facts }, reader) => wrappedTextCell(memberWords(reader, facts.proposedBy)),
  },
  { ...heading('proposedOn', 80), cell: ({ facts }) => dateCell(facts.proposedOn) },
  { ...heading('daysWaiting', 64), cell: ({ daysWaiting }) => countCell(daysWaiting) },
  {
    ...heading('reason', 142),
    cell: ({ facts }, reader) => wrappedTextCell(reasonLines(facts, reader)),
  },
  {
    ...heading('products', 110),
    cell: ({ facts }) =>
      wrappedTextCell(facts.products.map(({ product, isJudged }) => withMark(isJudged, product)).join('\n')),
  },
  {
    ...heading('contacts', 160),
    cell: ({ facts }, reader) => wrappedTextCell(contactLines(facts, reader)),
  },
  {
    ...heading('rule', 148),
    cell: ({ facts }, reader) => wrappedTextCell(ruleLines(facts, reader)),
  },
  { ...typedHeading('note', 110), cell: (row, { typed }) => typedCell(typed(row).note) },
  {
    ...typedHeading('result', 96),
    cell: (row, { typed, language }) => choiceCell(typed(row).result, resultChoices(row.basis), language),
  },
  { ...typedHeading('request', 142), cell: (row, { typed }) => typedCell(typed(row).request) },
  {
    key: 'basis',
    label: QUEUE_HEADINGS.basis,
    width: 120,
    isHidden: true,
    cell: (row, { typed, rank }) =>
      textCell(basisText(row.basis, { note: typed(row).note, rank: rank(row) })),
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

const ruleLines = ({ inEffect, guards, refusals, toJudge }: Facts, reader: Reader): string => {
  const isUnmet = guards.some(({ holds }) => !holds);
  const lacksProducts = toJudge.length > 0 && refusals.every((code) => code === 'FIT');
  const unmet = lacksProducts ? 'judgesProducts' : 'wouldBeRefused';
  const rule = inEffect ? 'inEffect' : isUnmet ? unmet : 'waits';
  return [APPROVAL_RULES[rule][reader.language], ...guardLines(reader, guards)].join('\n');
};

const KEY_ROW = 1;

export const approvalsPage = (approvals: readonly ApprovalRow[], view: ApprovalsTabView): TabPage => ({
  cells: [
    [
      {
        ...textCell(approvalsHead(approvals.length)[view.language]),
        userEnteredFormat: { textFormat: { bold: true } },
      },
    ],
    COLUMNS.map(({ key }) => textCell(key)),
    COLUMNS.map(({ label }) => ({ ...textCell(label[view.language]), userEnteredFormat: HEADER_FORMAT })),
    ...approvals.map((row) => COLUMNS.map(({ cell }) => cell(row, view))),
    ...view.kept.map((row) =>
      keptRowCells(
        COLUMNS.map(({ key }) => key),
        row,
        view,
      ),
    ),
  ],
  columns: COLUMNS,
  frozenRows: KEY_ROW + 2,
  frozenColumns: 1,
  hiddenRow: KEY_ROW,
});
