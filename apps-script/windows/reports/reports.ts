/** The window of reports, which share their fields; it reads the team before it opens. */
import type { BadFitsAnswer } from '../../../functions/contract/bad-fits';
import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { MembersAnswer } from '../../../functions/contract/members';
import { isManager, type Member } from '../../../functions/domain/account/team';
import type { ApiError, Language, Result } from '../../script-api';
import { newSearch, type SearchState, searchAnswered, searchLater, searchNow } from '../kit/search';
import { askFunction, mapEffects, type Step, step } from '../kit/step';
import {
  type CalendarLinkMessage,
  type CalendarLinkState,
  newCalendarLink,
  updateCalendarLink,
} from './calendar-link';
import type { ListKind } from './list-report';
import { type ListMessage, type ListState, newList, updateList } from './list-state';
import { firstFields, type ReportFields } from './report-fields';

export type ReportName = ListKind | 'badFits' | 'calendarLink';

/** Only for managers: the functions refuse others. */
const MANAGERS_REPORTS: readonly ReportName[] = ['contacts', 'badFits'];
const REPORT_NAMES: readonly ReportName[] = [
  'history',
  'asOf',
  'moves',
  'contacts',
  'badFits',
  'calendarLink',
];

export const reportNames = (you: Member): ReportName[] =>
  REPORT_NAMES.filter((name) => isManager(you) || !MANAGERS_REPORTS.includes(name));

export interface OpenReports {
  kind: 'open';
  language: Language;
  today: string;
  /** IANA time zone of the team. */
  zone: string;
  members: Readonly<Record<string, Member>>;
  you: Member;
  report: ReportName;
  fields: ReportFields;
  /** The search for the company whose history is shown. */
  search: SearchState;
  lists: Readonly<Record<ListKind, ListState>>;
  badFits:
    | { kind: 'reading' }
    | { kind: 'read'; answer: BadFitsAnswer }
    | { kind: 'failed'; error: ApiError };
  calendarLink: CalendarLinkState;
}

export type ReportsState =
  | { kind: 'reading'; language: Language }
  | { kind: 'failed'; language: Language; error: ApiError }
  | OpenReports;

export type ReportsMessage =
  | { type: 'read' }
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'choose'; report: ReportName }
  | { type: 'enter'; fields: Partial<ReportFields> }
  | { type: 'searchFor'; query: string; now: boolean }
  | { type: 'searchDue' }
  | { type: 'companiesRead'; serial: number; result: Result<LookupAnswer> }
  | { type: 'askBadFits' }
  | { type: 'badFitsRead'; result: Result<BadFitsAnswer> }
  | { type: 'list'; kind: ListKind; message: ListMessage }
  | { type: 'calendarLink'; message: CalendarLinkMessage };

/** Escape takes back a question about a calendar link before it closes the window. */
export const reportsTakeBack = (state: ReportsState): ReportsMessage | null =>
  state.kind === 'open' && state.report === 'calendarLink' && state.calendarLink.confirming !== null
    ? { type: 'calendarLink', message: { type: 'cancel' } }
    : null;

type ReportsStep = Step<ReportsState, ReportsMessage>;

export const startReports = (language: Language): ReportsStep =>
  step<ReportsState, ReportsMessage>(
    { kind: 'reading', language },
    askFunction('members', 'GET', { query: {} }, (result) => ({ type: 'membersRead' as const, result })),
  );

const open = (language: Language, { you, members, team: { today, zone } }: MembersAnswer): ReportsStep => {
  const state: OpenReports = {
    ...{ kind: 'open', language, today, zone, you, report: 'history' },
    members: Object.fromEntries(members.map((member) => [member.id, member])),
    fields: firstFields(today),
    search: newSearch,
    lists: {
      history: newList('history'),
      asOf: newList('asOf'),
      moves: newList('moves'),
      contacts: newList('contacts'),
    },
    badFits: { kind: 'reading' },
    calendarLink: newCalendarLink,
  };
  return updateOneList(state, 'history', { type: 'ask', fields: state.fields });
};

const updateOneList = (state: OpenReports, kind: ListKind, message: ListMessage): ReportsStep => {
  const { state: list, effects } = updateList(state, state.lists[kind], message);
  return step<ReportsState, ReportsMessage>(
    { ...state, lists: { ...state.lists, [kind]: list } },
    ...mapEffects(effects, (one): ReportsMessage => ({ type: 'list', kind, message: one })),
  );
};

const updateCalendar = (state: OpenReports, message: CalendarLinkMessage): ReportsStep => {
  const { state: calendarLink, effects } = updateCalendarLink(state.calendarLink, message);
  return step<ReportsState, ReportsMessage>(
    { ...state, calendarLink },
    ...mapEffects(effects, (one): ReportsMessage => ({ type: 'calendarLink', message: one })),
  );
};

const askBadFits = (state: OpenReports): ReportsStep =>
  step<ReportsState, ReportsMessage>(
    { ...state, badFits: { kind: 'reading' } },
    askFunction('bad-fits', 'GET', {}, (result) => ({ type: 'badFitsRead' as const, result })),
  );

/** A report without required fields is asked for at once. */
const choose = (state: OpenReports, report: ReportName): ReportsStep => {
  const chosen = { ...state, report };
  if (report === 'badFits') return askBadFits(chosen);
  if (report === 'calendarLink') return updateCalendar(chosen, { type: 'read' });
  return step(chosen);
};

const companiesRead = (serial: number, result: Result<LookupAnswer>): ReportsMessage => ({
  ...{ type: 'companiesRead', serial, result },
});

/** Another search text removes the chosen company. */
const searchFor = (state: OpenReports, query: string, now: boolean): ReportsStep => {
  const { state: search, effects } = now
    ? searchNow<ReportsMessage>(state.search, query, companiesRead)
    : searchLater<ReportsMessage>(state.search, query, 'company', { type: 'searchDue' });
  return step<ReportsState, ReportsMessage>(
    { ...state, search, fields: { ...state.fields, account: '' } },
    ...effects,
  );
};

const updateOpen = (state: OpenReports, message: ReportsMessage): ReportsStep => {
  switch (message.type) {
    case 'choose':
      return choose(state, message.report);
    case 'enter':
      return step({ ...state, fields: { ...state.fields, ...message.fields } });
    case 'searchFor':
      return searchFor(state, message.query, message.now);
    case 'searchDue':
      return searchFor(state, state.search.query, true);
    case 'companiesRead':
      return step({ ...state, search: searchAnswered(state.search, message.serial, message.result) });
    case 'askBadFits':
      return askBadFits(state);
    case 'badFitsRead': {
      const { result } = message;
      const badFits: OpenReports['badFits'] =
        'error' in result ? { kind: 'failed', error: result.error } : { kind: 'read', answer: result.value };
      return step({ ...state, badFits });
    }
    case 'list':
      return updateOneList(state, message.kind, message.message);
    case 'calendarLink':
      return updateCalendar(state, message.message);
    default:
      return step(state);
  }
};

export const updateReports = (state: ReportsState, message: ReportsMessage): ReportsStep => {
  switch (message.type) {
    case 'read':
      return startReports(state.language);
    case 'membersRead':
      return 'error' in message.result
        ? step({ kind: 'failed', language: state.language, error: message.result.error })
        : open(state.language, message.result.value);
    default:
      return state.kind === 'open' ? updateOpen(state, message) : step(state);
  }
};
