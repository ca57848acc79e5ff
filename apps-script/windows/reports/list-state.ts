/** The state of one list report: asking for it, reading on, saving it as a file, writing it on its tab. */
import { csvFile } from '../../../functions/domain/text/csv-file';
import type { ApiError, Result } from '../../script-api';
import { call, focusOn, type Step, step } from '../kit/step';
import {
  LIST_REPORTS,
  type ListKind,
  type ListPage,
  type ReportItem,
  type ReportViewer,
  type WrittenTab,
} from './list-report';
import type { ReportFields } from './report-fields';

export interface ListState {
  kind: ListKind;
  /** The question that the items answer; null before the first. */
  asked: ReportFields | null;
  /** Number of the newest question; answers to older ones are dropped. */
  serial: number;
  items: readonly ReportItem[];
  /** Number of items that the page shows. */
  shown: number;
  cursor: string | null;
  unreadable: number;
  remark: ListPage['remark'];
  phase:
    | { kind: 'ready' | 'reading' | 'missing' }
    /** All pages are being read for the file. */
    | { kind: 'collecting' }
    | { kind: 'failed'; error: ApiError };
  /** The file offered last; its text can be copied where a frame blocks downloads. */
  file: { text: string; rows: number; isWhole: boolean; copied: boolean | null } | null;
  tab:
    | { kind: 'none' | 'writing' }
    /** `isHere`: the tab is in this spreadsheet, and is shown now. */
    | { kind: 'written'; tab: WrittenTab; isHere: boolean }
    | { kind: 'failed'; error: ApiError };
  /** The outcome of following a link to an account's row. */
  went: { key: string; kind: 'noRow' | 'wentTo' } | { key: string; kind: 'error'; error: ApiError } | null;
}

export type ListMessage =
  | { type: 'ask'; fields: ReportFields }
  | { type: 'again' }
  | { type: 'pageRead'; serial: number; result: Result<ListPage> }
  | { type: 'more' }
  | { type: 'saveFile' }
  | { type: 'copyFile' }
  | { type: 'copied'; done: boolean }
  | { type: 'writeTab' }
  | { type: 'tabWritten'; result: Result<WrittenTab> }
  | { type: 'tabShown'; tab: WrittenTab; result: Result<boolean> }
  | { type: 'goTo'; item: ReportItem }
  | { type: 'went'; key: string; result: Result<boolean> };

type ListStep = Step<ListState, ListMessage>;

/** Items that are shown at a time. */
const SHOWN_ROWS = 100;
/** Items of a page that is read for the file. */
const FILE_PAGE = 1000;
/** Nobody reads a longer file to its end, and the window has to hold it in memory. */
export const MAX_FILE_ROWS = 5000;

export const FILE_FIELD = 'report-file';

export const newList = (kind: ListKind): ListState => ({
  ...{
    kind,
    asked: null,
    serial: 0,
    items: [],
    shown: SHOWN_ROWS,
    cursor: null,
    unreadable: 0,
    remark: null,
  },
  ...{ phase: { kind: 'ready' }, file: null, tab: { kind: 'none' }, went: null },
});

export const isListBusy = ({ phase, tab }: ListState): boolean =>
  phase.kind === 'reading' || phase.kind === 'collecting' || tab.kind === 'writing';

const readPage = (viewer: ReportViewer, state: ListState, fields: ReportFields, limit: number): ListStep => {
  const serial = state.serial + 1;
  return step<ListState, ListMessage>(
    { ...state, asked: fields, serial },
    LIST_REPORTS[state.kind].ask(viewer, fields, { cursor: state.cursor, limit }, (result) => ({
      ...{ type: 'pageRead' as const, serial, result },
    })),
  );
};

const ask = (viewer: ReportViewer, state: ListState, fields: ReportFields): ListStep => {
  const { needs } = LIST_REPORTS[state.kind];
  const begun = { ...newList(state.kind), serial: state.serial + 1 };
  if (needs !== null && fields[needs].trim() === '') return step({ ...begun, phase: { kind: 'missing' } });
  return readPage(viewer, { ...begun, phase: { kind: 'reading' } }, fields, SHOWN_ROWS);
};

const readOn = (viewer: ReportViewer, state: ListState, phase: 'reading' | 'collecting'): ListStep => {
  if (state.asked === null) return step(state);
  const limit = phase === 'collecting' ? FILE_PAGE : SHOWN_ROWS;
  return readPage(viewer, { ...state, phase: { kind: phase } }, state.asked, limit);
};

/** Offers the items read so far as a file. */
const offerFile = (viewer: ReportViewer, state: ListState): ListStep => {
  const { headings, fileName } = LIST_REPORTS[state.kind];
  if (headings === null || state.asked === null) return step(state);
  const rows = state.items.slice(0, MAX_FILE_ROWS);
  const text = csvFile([headings(viewer), ...rows.map(({ record }) => record)]);
  const isWhole = state.cursor === null && rows.length === state.items.length;
  return step<ListState, ListMessage>(
    { ...state, phase: { kind: 'ready' }, file: { text, rows: rows.length, isWhole, copied: null } },
    { kind: 'saveFile', name: `${fileName(state.asked)}.csv`, mediaType: 'text/csv', text },
    focusOn(`#${FILE_FIELD}`),
  );
};

const collect = (viewer: ReportViewer, state: ListState): ListStep =>
  state.cursor === null || state.items.length >= MAX_FILE_ROWS
    ? offerFile(viewer, state)
    : readOn(viewer, state, 'collecting');

const pageRead = (
  viewer: ReportViewer,
  state: ListState,
  { serial, result }: Extract<ListMessage, { type: 'pageRead' }>,
): ListStep => {
  if (serial !== state.serial) return step(state);
  if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
  const { items, cursor, unreadable, remark } = result.value;
  const read = {
    ...state,
    ...{ items: [...state.items, ...items], cursor, remark, unreadable: state.unreadable + unreadable },
  };
  return state.phase.kind === 'collecting'
    ? collect(viewer, read)
    : step({ ...read, phase: { kind: 'ready' } });
};

const showMore = (viewer: ReportViewer, state: ListState): ListStep => {
  const shown = state.shown + SHOWN_ROWS;
  return state.items.length >= shown || state.cursor === null
    ? step({ ...state, shown })
    : readOn(viewer, { ...state, shown }, 'reading');
};

const writeTab = (state: ListState): ListStep => {
  const { writeTab: write } = LIST_REPORTS[state.kind];
  if (write === null || state.asked === null) return step(state);
  return step<ListState, ListMessage>(
    { ...state, tab: { kind: 'writing' } },
    write(state.asked, (result) => ({ type: 'tabWritten' as const, result })),
  );
};

const updateOpen = (viewer: ReportViewer, state: ListState, message: ListMessage): ListStep => {
  switch (message.type) {
    case 'ask':
      return ask(viewer, state, message.fields);
    case 'again':
      return state.asked === null ? step(state) : readOn(viewer, state, 'reading');
    case 'more':
      return showMore(viewer, state);
    case 'saveFile':
      return collect(viewer, { ...state, file: null });
    case 'writeTab':
      return writeTab(state);
    default:
      return step(state);
  }
};

/** No question is repeated while its answer is awaited. */
export const updateList = (viewer: ReportViewer, state: ListState, message: ListMessage): ListStep => {
  switch (message.type) {
    case 'pageRead':
      return pageRead(viewer, state, message);
    case 'copyFile':
      return step<ListState, ListMessage>(state, {
        kind: 'copy',
        selector: `#${FILE_FIELD}`,
        reply: (done) => ({ type: 'copied' as const, done }),
      });
    case 'copied':
      return step(state.file === null ? state : { ...state, file: { ...state.file, copied: message.done } });
    case 'tabWritten': {
      const { result } = message;
      if ('error' in result) return step({ ...state, tab: { kind: 'failed', error: result.error } });
      const tab = result.value;
      return step<ListState, ListMessage>(
        { ...state, tab: { kind: 'written', tab, isHere: false } },
        call('activateTab', [tab.sheetId], (shown) => ({ type: 'tabShown' as const, tab, result: shown })),
      );
    }
    case 'tabShown': {
      const isHere = 'value' in message.result && message.result.value;
      return step({ ...state, tab: { kind: 'written', tab: message.tab, isHere } });
    }
    case 'goTo': {
      const { key, accountId } = message.item;
      return step<ListState, ListMessage>(
        { ...state, went: null },
        call('goTo', [accountId], (result) => ({ type: 'went' as const, key, result })),
      );
    }
    case 'went': {
      const { key, result } = message;
      if ('error' in result) return step({ ...state, went: { key, kind: 'error', error: result.error } });
      return step({ ...state, went: { key, kind: result.value ? 'wentTo' : 'noRow' } });
    }
    default:
      return isListBusy(state) && message.type !== 'ask' ? step(state) : updateOpen(viewer, state, message);
  }
};
