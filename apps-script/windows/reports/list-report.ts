/** Reports that are lists: the question of each, and its answer as items and as records of a file. */
import type { AsOfAnswer } from '../../../functions/contract/asof';
import type { ContactsAnswer } from '../../../functions/contract/contacts';
import type { CallInput } from '../../../functions/contract/contract';
import type { HistoryAnswer } from '../../../functions/contract/history';
import type { MovesAnswer } from '../../../functions/contract/moves';
import { COMMAND_LABELS } from '../../../functions/domain/commands/command-labels';
import { CHANNEL_LABELS } from '../../../functions/domain/history/account-labels';
import { AS_OF_KEYS, asOfCells } from '../../../functions/domain/history/as-of-columns';
import { MOVES_HEADINGS } from '../../../functions/domain/history/as-of-texts';
import { HISTORY_HEADINGS } from '../../../functions/domain/history/history-column-texts';
import { HISTORY_COLUMNS } from '../../../functions/domain/history/history-columns';
import { MOVES_COLUMNS } from '../../../functions/domain/history/moves-columns';
import { SHOWN_COLUMNS } from '../../../functions/domain/register/columns';
import { AS_OF_TAB, HISTORY_TAB, MOVES_TAB } from '../../../functions/domain/register/tabs';
import { CHANNELS } from '../../../functions/domain/status/code-lists';
import { STATUSES, type Status } from '../../../functions/domain/status/statuses';
import { keysOf } from '../../../functions/domain/status/table-keys';
import type { Result } from '../../script-api';
import { askFunction, type Effect } from '../kit/step';
import { tReports } from '../messages/reports-catalog';
import { formatDate, memberName, type Viewer } from '../messages/viewer';
import type { ReportFields } from './report-fields';

export type ListKind = 'history' | 'asOf' | 'moves' | 'contacts';

export interface ReportItem {
  key: string;
  accountId: string;
  /** The item's first text; a company links to its row. */
  title: string;
  status: Status | null;
  /** Shown beside the title. */
  facts: readonly string[];
  lines: readonly string[];
  record: readonly (string | number)[];
}

export interface ListPage {
  items: readonly ReportItem[];
  /** Cursor of the next page; null for the last one. */
  cursor: string | null;
  /** Number of documents left out because they cannot be read. */
  unreadable: number;
  /** Limits of the answer that the viewer should know. */
  remark: 'tooManyContacts' | 'contactsIncomplete' | null;
}

/** A report that can be written on a tab, and its message. */
export interface WrittenTab {
  sheetId: number;
  rows: number;
  /** Whether the tab leaves some of it out. */
  more: boolean;
}

export type ReportViewer = Pick<Viewer, 'language' | 'members' | 'today'>;

export interface ListReport {
  /** Headings of the file in the order of its records; null for a report without a file. */
  headings: ((viewer: ReportViewer) => string[]) | null;
  fileName: (fields: ReportFields) => string;
  /** The field that must be filled in before the report is asked for. */
  needs: keyof ReportFields | null;
  ask<Message>(
    viewer: ReportViewer,
    fields: ReportFields,
    page: { cursor: string | null; limit: number },
    reply: (result: Result<ListPage>) => Message,
  ): Effect<Message>;
  writeTab:
    | (<Message>(fields: ReportFields, reply: (result: Result<WrittenTab>) => Message) => Effect<Message>)
    | null;
}

const mapped = <From, To>(result: Result<From>, to: (value: From) => To): Result<To> =>
  'error' in result ? result : { value: to(result.value) };

const nonEmpty = (texts: readonly (string | null)[]): string[] =>
  texts.filter((one): one is string => one !== null && one !== '');

const given = <Key extends string>(key: Key, value: string): { [Name in Key]?: string } =>
  value === '' ? {} : ({ [key]: value } as { [Name in Key]: string });

const historyQuestion = (fields: ReportFields): CallInput<'history', 'POST'>['body'] => {
  const command = keysOf(COMMAND_LABELS).find((one) => one === fields.command);
  const channel = CHANNELS.find((one) => one === fields.channel);
  return {
    ...given('person', fields.person),
    ...given('account', fields.account),
    ...given('from', fields.from),
    ...given('to', fields.to),
    ...(command === undefined ? {} : { command }),
    ...(channel === undefined ? {} : { channel }),
  };
};

const historyItem = (viewer: ReportViewer, row: HistoryAnswer['rows'][number]): ReportItem => {
  const { time, person, sender, channel, what } = HISTORY_COLUMNS;
  const words = (column: (typeof HISTORY_COLUMNS)[keyof typeof HISTORY_COLUMNS]): string =>
    String(column(row, viewer));
  const sentBy = words(sender);
  return {
    key: `${row.entry.accountId}/${row.entry.version}`,
    accountId: row.entry.accountId,
    title: row.company === '' ? row.entry.accountId : row.company,
    status: null,
    facts: nonEmpty([
      words(time),
      words(person),
      words(channel),
      sentBy === '' ? '' : tReports(viewer, 'sentBy', { name: sentBy }),
    ]),
    // Its reasons are among them.
    lines: nonEmpty([words(what)]),
    record: keysOf(HISTORY_COLUMNS).map((key) => HISTORY_COLUMNS[key](row, viewer)),
  };
};

const history: ListReport = {
  headings: ({ language }) => keysOf(HISTORY_COLUMNS).map((key) => HISTORY_HEADINGS[key][language]),
  fileName: () => 'history',
  needs: null,
  ask: (viewer, fields, { cursor, limit }, reply) =>
    askFunction(
      'history',
      'GET',
      { query: { ...historyQuestion(fields), limit, ...(cursor === null ? {} : { cursor }) } },
      (result) =>
        reply(
          mapped(result, ({ rows, cursor: next, problems }) => ({
            items: rows.map((row) => historyItem(viewer, row)),
            ...{ cursor: next, unreadable: problems.length, remark: null },
          })),
        ),
    ),
  writeTab: (fields, reply) =>
    askFunction('history', 'POST', { body: historyQuestion(fields) }, (result) =>
      reply(mapped(result, ({ rows, more }) => ({ sheetId: HISTORY_TAB, rows, more }))),
    ),
};

const asOfQuestion = ({ day, status, owner }: ReportFields): CallInput<'asof', 'POST'>['body'] => {
  const known = STATUSES.find((one) => one === status);
  return {
    date: day,
    ...(known === undefined ? {} : { status: known }),
    ...given('ownerId', owner),
  };
};

const asOfItem = (viewer: ReportViewer, row: AsOfAnswer['rows'][number], day: string): ReportItem => {
  const cells = asOfCells(row, { language: viewer.language, members: viewer.members, today: day });
  return {
    key: row.id,
    accountId: row.id,
    title: row.name,
    status: row.status,
    facts: nonEmpty([
      memberName(viewer, row.ownerId),
      tReports(viewer, 'since', { date: formatDate(viewer, row.statusSince) }),
    ]),
    lines: nonEmpty([
      row.nextCheck === null
        ? ''
        : tReports(viewer, 'nextCheckOn', { date: formatDate(viewer, row.nextCheck) }),
      row.awaitedCondition,
    ]),
    record: AS_OF_KEYS.map((key) => cells[key]),
  };
};

const asOf: ListReport = {
  headings: ({ language }) => AS_OF_KEYS.map((key) => SHOWN_COLUMNS[key].label[language]),
  fileName: ({ day }) => `as-of-${day}`,
  needs: 'day',
  ask: (viewer, fields, { cursor, limit }, reply) =>
    askFunction(
      'asof',
      'GET',
      { query: { ...asOfQuestion(fields), limit, ...(cursor === null ? {} : { cursor }) } },
      (result) =>
        reply(
          mapped(result, ({ date, rows, cursor: next, problems }) => ({
            items: rows.map((row) => asOfItem(viewer, row, date)),
            ...{ cursor: next, unreadable: problems.length, remark: null },
          })),
        ),
    ),
  writeTab: (fields, reply) =>
    askFunction('asof', 'POST', { body: asOfQuestion(fields) }, (result) =>
      reply(mapped(result, ({ rows, more }) => ({ sheetId: AS_OF_TAB, rows, more }))),
    ),
};

const moveItem = (viewer: ReportViewer, row: MovesAnswer['moves'][number]): ReportItem => {
  const { steps, time, person, reason } = MOVES_COLUMNS;
  return {
    key: row.accountId,
    accountId: row.accountId,
    title: row.company,
    status: row.to,
    facts: nonEmpty([time(row, viewer), person(row, viewer)]),
    lines: nonEmpty([steps(row, viewer), reason(row, viewer)]),
    record: keysOf(MOVES_COLUMNS).map((key) => MOVES_COLUMNS[key](row, viewer)),
  };
};

const moves: ListReport = {
  headings: ({ language }) => keysOf(MOVES_COLUMNS).map((key) => MOVES_HEADINGS[key][language]),
  fileName: ({ from, to }) => `moves-${from}-${to}`,
  needs: 'from',
  ask: (viewer, { from, to }, { cursor, limit }, reply) =>
    askFunction(
      'moves',
      'GET',
      {
        query: {
          ...{ from, to: to === '' ? viewer.today : to, limit },
          ...(cursor === null ? {} : { cursor }),
        },
      },
      (result) =>
        reply(
          mapped(result, ({ moves: rows, cursor: next, problems }) => ({
            items: rows.map((row) => moveItem(viewer, row)),
            ...{ cursor: next, unreadable: problems.length, remark: null },
          })),
        ),
    ),
  writeTab: ({ from, to }, reply) =>
    askFunction('moves', 'POST', { body: { from, to } }, (result) =>
      reply(mapped(result, ({ rows, more }) => ({ sheetId: MOVES_TAB, rows, more }))),
    ),
};

const contactItem = (contact: ContactsAnswer['contacts'][number]): ReportItem => ({
  key: `${contact.account.id}/${contact.contactId}`,
  accountId: contact.account.id,
  title: contact.account.name,
  status: contact.account.status,
  facts: [],
  lines: [nonEmpty([contact.name, contact.department, contact.email, contact.phone]).join(' · ')],
  record: [],
});

/** Personal data stays in the window: it can be saved neither as a file nor on a tab. */
const contacts: ListReport = {
  headings: null,
  fileName: () => 'contacts',
  needs: 'contact',
  ask: (_viewer, { contact }, _page, reply) =>
    askFunction('contacts', 'POST', { body: { q: contact.trim() } }, (result) =>
      reply(
        mapped(result, ({ contacts: found, more, complete, problems }) => ({
          items: found.map(contactItem),
          ...{ cursor: null, unreadable: problems.length },
          remark: more ? 'tooManyContacts' : complete ? null : 'contactsIncomplete',
        })),
      ),
    ),
  writeTab: null,
};

export const LIST_REPORTS: Readonly<Record<ListKind, ListReport>> = { history, asOf, moves, contacts };

/** The values of a filter with their labels. */
export const COMMAND_CHOICES = keysOf(COMMAND_LABELS).map((value) => ({
  value,
  label: COMMAND_LABELS[value],
}));
export const CHANNEL_CHOICES = CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }));
