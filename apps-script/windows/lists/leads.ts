/** Finds wasted leads: companies of a list that the register knows already, and what they would cost again. */
import type { LeadsAnswer } from '../../../functions/contract/leads';
import type { Result } from '../../script-api';
import { askFunction, CLOSE, type Effect, focusOn, mapEffects, scrollTo, step, task } from '../kit/step';
import { leadsCsv, parsePrice } from '../messages/leads-text';
import type { ListMessageKey } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import { addLeads } from './add-leads';
import { columnReading, noColumns, showColumns, updateColumns } from './columns';
import { startImport, updateImport } from './import';
import type { ImportMessage, ImportState } from './import-state';
import {
  type BegunMatch,
  isLeadsBusy,
  type LeadsInput,
  type LeadsMessage,
  type LeadsState,
  type LeadsStep,
  type MatchedLeads,
} from './leads-state';
import { encodeListFile } from './list-file';
import { withoutNulls } from './list-query';
import { updateRowLinks } from './row-links';

/** Rows added to the table at a time. */
const ROWS_PER_PAGE = 50;

export const startLeads = (viewer: Viewer): LeadsStep =>
  step({
    viewer,
    file: null,
    price: '',
    list: '',
    columns: noColumns,
    links: {},
    phase: { kind: 'setup' },
    importing: null,
    notice: false,
    warned: false,
  });

/** Other choices would give another answer. */
const stale = (state: LeadsState): LeadsState => ({ ...state, phase: { kind: 'setup' }, warned: false });

const withProblem = (state: LeadsState, field: 'file' | 'price', key: ListMessageKey): LeadsStep =>
  step({ ...state, phase: { kind: 'problem', field, key } }, focusOn(`#leads-${field}`));

const match = (state: LeadsState): LeadsStep => {
  if (isLeadsBusy(state)) return step(state);
  const { file } = state;
  if (file === null) return withProblem(state, 'file', 'chooseFile');
  const price = parsePrice(state.price);
  if (price === 'wrong') return withProblem(state, 'price', 'leadPriceWrong');
  if (state.phase.kind === 'failed' && state.phase.begun !== null)
    return goOnMatching(state, state.phase.begun);
  return step(
    { ...state, phase: { kind: 'matching', before: null } },
    task(
      () => encodeListFile(file),
      (read) => ({ type: 'fileRead' as const, price, read }),
    ),
  );
};

const fileRead = (
  state: LeadsState,
  { price, read }: Extract<LeadsMessage, { type: 'fileRead' }>,
): LeadsStep => {
  if ('problem' in read) return withProblem(state, 'file', read.problem);
  const name = state.list.trim();
  const input: LeadsInput = {
    file: read.base64,
    price,
    list: name === '' ? null : name,
    ...columnReading(state.columns),
  };
  return step(
    state,
    askForLeads(input, 0, (result) => ({ type: 'matched', input, result })),
  );
};

const askForLeads = (
  { file, ...input }: LeadsInput,
  from: number,
  reply: (result: Result<LeadsAnswer>) => LeadsMessage,
): Effect<LeadsMessage> =>
  askFunction('leads', 'POST', { query: withoutNulls({ ...input, from, base64: true }), csv: file }, reply);

const goOnMatching = (state: LeadsState, { input, before }: BegunMatch): LeadsStep =>
  step(
    { ...state, phase: { kind: 'matching', before } },
    askForLeads(input, before.next ?? 0, (result) => ({ type: 'matched', input, result })),
  );

const HEADING = '.list-result [tabindex="-1"]';

const matched = (
  state: LeadsState,
  { input, result }: Extract<LeadsMessage, { type: 'matched' }>,
): LeadsStep => {
  const before = state.phase.kind === 'matching' ? state.phase.before : null;
  if ('error' in result) {
    const begun = before === null ? null : { input, before };
    const phase = { kind: 'failed' as const, error: result.error, begun };
    return step({ ...state, phase }, focusOn('.list-result button'));
  }
  const answer = addLeads(before, result.value);
  if (answer.next !== null) return goOnMatching(state, { input, before: answer });
  const { rows, total } = answer;
  return step(
    {
      ...state,
      columns: showColumns(state.columns, answer, total === 0),
      phase: {
        kind: 'matched',
        input,
        answer,
        shown: Math.min(rows.length, ROWS_PER_PAGE),
        csv: null,
      },
    },
    focusOn(HEADING),
    scrollTo(HEADING, 'start'),
  );
};

const showMore = (state: LeadsState, phase: MatchedLeads): LeadsStep => {
  const shown = Math.min(phase.answer.rows.length, phase.shown + ROWS_PER_PAGE);
  return step({ ...state, phase: { ...phase, shown } });
};

const CSV_FIELD = '#leads-csv';
/** Makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

const saveCsv = (state: LeadsState, phase: MatchedLeads): LeadsStep => {
  const text = leadsCsv(state.viewer, phase.answer.rows);
  return step(
    { ...state, phase: { ...phase, csv: { text, copied: null } } },
    { kind: 'saveFile', name: 'leads.csv', mediaType: 'text/csv', text: BYTE_ORDER_MARK + text },
    focusOn(CSV_FIELD),
  );
};

const updateMatched = (state: LeadsState, phase: MatchedLeads, message: LeadsMessage): LeadsStep => {
  switch (message.type) {
    case 'showMore':
      return showMore(state, phase);
    case 'saveCsv':
      return saveCsv(state, phase);
    case 'copyCsv':
      return step(state, {
        kind: 'copy',
        selector: CSV_FIELD,
        reply: (done) => ({ type: 'copied' as const, done }),
      });
    case 'copied':
      return phase.csv === null
        ? step(state)
        : step({ ...state, phase: { ...phase, csv: { ...phase.csv, copied: message.done } } });
    default:
      return step(state);
  }
};

/** Imports the same file, read in the same way. */
const importThese = (state: LeadsState): LeadsStep => {
  const { file, list, columns } = state;
  if (file === null) return step(state);
  const { state: setup } = updateImport(startImport().state, { type: 'chooseFile', file });
  const name = list.trim();
  const importing: ImportState = {
    ...setup,
    tabs: { kind: 'read', titles: [] },
    columns,
    ...(name === '' ? {} : { list: name }),
  };
  return passToImport({ ...state, importing }, importing, { type: 'rehearse' });
};

const passToImport = (state: LeadsState, importing: ImportState, message: ImportMessage): LeadsStep => {
  const { state: next, effects } = updateImport(importing, message);
  return step(
    { ...state, importing: next },
    ...mapEffects(effects, (one): LeadsMessage => ({ type: 'import', message: one })),
  );
};

/** Escape discards corrected columns only at the second press. */
const keyPressed = (state: LeadsState, isEscape: boolean): LeadsStep => {
  if (!isEscape) return step({ ...state, notice: false });
  if (state.warned || !state.columns.corrected) return step(state, CLOSE);
  return step({ ...state, warned: true, notice: true });
};

export const updateLeads = (state: LeadsState, message: LeadsMessage): LeadsStep => {
  const { importing } = state;
  if (importing !== null) {
    if (message.type === 'import') return passToImport(state, importing, message.message);
    return message.type === 'keyPressed' ? passToImport(state, importing, message) : step(state);
  }
  switch (message.type) {
    case 'importThese':
      return importThese(state);
    case 'chooseFile':
      return step(stale({ ...state, file: message.file, columns: noColumns }));
    case 'setPrice':
      return step(stale({ ...state, price: message.price }));
    case 'nameList':
      return step(stale({ ...state, list: message.list }));
    case 'columns': {
      const next = { ...state, columns: updateColumns(state.columns, message.message) };
      return step(message.message.type === 'toggled' ? next : stale(next));
    }
    case 'links': {
      const { state: links, effects } = updateRowLinks(state.links, message.message);
      return step(
        { ...state, links },
        ...mapEffects(effects, (one): LeadsMessage => ({ type: 'links', message: one })),
      );
    }
    case 'match':
      return match(state);
    case 'fileRead':
      return fileRead(state, message);
    case 'matched':
      return matched(state, message);
    case 'keyPressed':
      return keyPressed(state, message.escape);
    default:
      return state.phase.kind === 'matched' ? updateMatched(state, state.phase, message) : step(state);
  }
};
