/** Import of a list: rehearsed first, then in slices that can be stopped and go on; the batch can be taken back. */
import type { ImportAnswer, ImportBatch } from '../../../functions/contract/import';
import type { Result } from '../../script-api';
import { CLOSE, call, type Effect, focusOn, mapEffects, scrollTo, step, task } from '../kit/step';
import type { ListMessageKey } from '../messages/list-catalog';
import { columnReading, noColumns, showColumns } from './columns';
import { problemIn, stale, updateImportSetup } from './import-setup';
import {
  type Encoding,
  type Imported,
  type ImportFieldName,
  type ImportInput,
  type Importing,
  type ImportMessage,
  type ImportState,
  type ImportStep,
  isImportBusy,
  isRunning,
  isSetupShown,
} from './import-state';
import { readListFile } from './list-file';
import { updateRowLinks } from './row-links';

const HEADING = '.told h3';
const showHeading: readonly Effect<never>[] = [focusOn(HEADING), scrollTo(HEADING, 'start')];

const readTabs = (state: ImportState): ImportStep =>
  step(
    { ...state, tabs: { kind: 'reading' } },
    call('listTabs', [], (result) => ({ type: 'tabsRead' as const, result })),
  );

export const startImport = (): ImportStep =>
  readTabs({
    fromTab: false,
    file: null,
    tabs: { kind: 'reading' },
    tab: '',
    list: '',
    proposed: '',
    areClients: false,
    product: '',
    columns: noColumns,
    mode: null,
    links: {},
    phase: { kind: 'setup' },
    notice: null,
    warned: false,
  });

const withProblem = (state: ImportState, field: ImportFieldName, key: ListMessageKey): ImportStep =>
  step({ ...state, phase: { kind: 'problem', field, key } }, focusOn(`#import-${field}`));

const rehearse = (state: ImportState): ImportStep => {
  if (isImportBusy(state)) return step(state);
  const problem = problemIn(state);
  if (problem !== null) return withProblem(state, ...problem);
  const next: ImportState = { ...state, phase: { kind: 'rehearsing' } };
  const { fromTab, file } = state;
  return fromTab || file === null
    ? callRehearsal(next, null, null)
    : step(
        next,
        task(
          () => readListFile(file),
          (read) => ({ type: 'fileRead' as const, read }),
        ),
      );
};

const callRehearsal = (state: ImportState, text: string | null, encoding: Encoding | null): ImportStep => {
  const { list, fromTab, tab, areClients, product, mode, columns } = state;
  const input: ImportInput = {
    list: list.trim(),
    text,
    tab: fromTab ? tab : null,
    product: areClients ? product.trim() : null,
    mode,
    ...columnReading(columns),
  };
  return step(
    state,
    call('importList', [{ ...input, dryRun: true, from: 0, skipProblems: false }], (result) => ({
      type: 'rehearsed' as const,
      input,
      encoding,
      result,
    })),
  );
};

const rehearsed = (
  state: ImportState,
  { input, encoding, result }: Extract<ImportMessage, { type: 'rehearsed' }>,
): ImportStep => {
  if ('error' in result)
    return step(
      { ...state, phase: { kind: 'failed', error: result.error } },
      focusOn('.told button'),
      scrollTo('.told button'),
    );
  const answer = result.value;
  return step(
    {
      ...state,
      notice: null,
      columns: showColumns(state.columns, answer, answer.total === 0),
      phase: {
        kind: 'rehearsed',
        answer,
        input: { ...input, mode: answer.mode },
        encoding,
        skipProblems: false,
      },
    },
    ...showHeading,
  );
};

const importSlice = (state: ImportState, importing: Importing, next: number): ImportStep => {
  const { input, skipProblems, last } = importing;
  return step(
    { ...state, phase: { kind: 'importing', input, skipProblems, last, next, stopping: false } },
    call('importList', [{ ...input, dryRun: false, from: next, skipProblems }], (result) => ({
      type: 'sliced' as const,
      result,
    })),
  );
};

/** No slice is on its way any more. */
const rest = (
  state: ImportState,
  importing: Importing,
  over: Pick<Imported, 'next' | 'error' | 'changes'>,
): ImportStep => {
  const { input, skipProblems, last } = importing;
  return step(
    {
      ...state,
      notice: null,
      phase: { kind: 'imported', input, skipProblems, last, undo: { kind: 'idle' }, ...over },
    },
    ...(last === null ? [focusOn('.told button'), scrollTo('.told button')] : showHeading),
  );
};

const sliced = (state: ImportState, result: Result<ImportAnswer>): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'importing') return step(state);
  if ('error' in result)
    return rest(state, phase, {
      next: phase.next,
      error: result.error,
      changes: phase.last?.changes ?? null,
    });
  const last = result.value;
  const { changes, next, batch } = last;
  if (next !== null && phase.stopping) return rest(state, { ...phase, last }, { next, error: null, changes });
  if (next !== null) return importSlice(state, { ...phase, last }, next);
  if (changes === null) return rest(state, { ...phase, last }, { next, error: null, changes });
  return step(
    { ...state, phase: { ...phase, last } },
    call('readBatch', [batch], (read) => ({ type: 'batchRead' as const, result: read })),
  );
};

/** The changes of the whole batch; where they cannot be told now, the last slice says enough. */
const batchRead = (state: ImportState, result: Result<ImportBatch>): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'importing') return step(state);
  const whole = 'error' in result ? null : result.value.changes;
  return rest(state, phase, { next: null, error: null, changes: whole ?? phase.last?.changes ?? null });
};

const undo = (state: ImportState): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'imported' || phase.last === null || phase.undo.kind === 'undoing') return step(state);
  const count = phase.undo.kind === 'failed' ? phase.undo.count : 0;
  return undoSome(state, phase, phase.last.batch, count);
};

const undoSome = (state: ImportState, phase: Imported, batch: string, count: number): ImportStep =>
  step(
    { ...state, phase: { ...phase, undo: { kind: 'undoing', count } } },
    call('undoImport', [batch], (result) => ({ type: 'undoneSome' as const, result })),
  );

const undoneSome = (
  state: ImportState,
  result: Result<{ undone: number; next: number | null }>,
): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'imported' || phase.undo.kind !== 'undoing' || phase.last === null) return step(state);
  const { count } = phase.undo;
  if ('error' in result)
    return step(
      { ...state, phase: { ...phase, undo: { kind: 'failed', count, error: result.error } } },
      focusOn('.undo .trouble button'),
    );
  const all = count + result.value.undone;
  return result.value.next === null
    ? step({ ...state, notice: null, phase: { kind: 'undone', count: all } }, ...showHeading)
    : undoSome(state, phase, phase.last.batch, all);
};

/** What was chosen is not thrown away by a slip of the finger, and nothing is left half done unseen. */
const keyPressed = (state: ImportState, isEscape: boolean): ImportStep => {
  if (!isEscape) return step(state.notice === null ? state : { ...state, notice: null });
  if (isRunning(state)) return step({ ...state, notice: 'stopFirst' });
  const isUnfinished = state.phase.kind === 'imported' && state.phase.next !== null;
  const isDirty = isSetupShown(state) && (state.columns.corrected || state.product.trim() !== '');
  if (state.warned || !(isDirty || isUnfinished)) return step(state, CLOSE);
  return step({ ...state, warned: true, notice: isUnfinished ? 'unfinishedEscape' : 'escapeAgain' });
};

export const updateImport = (state: ImportState, message: ImportMessage): ImportStep => {
  const { phase } = state;
  switch (message.type) {
    case 'readTabs':
      return readTabs(state);
    case 'tabsRead': {
      const { result } = message;
      return step({
        ...state,
        tabs:
          'error' in result
            ? { kind: 'failed', error: result.error }
            : { kind: 'read', titles: result.value },
      });
    }
    case 'rehearse':
      return rehearse(state);
    case 'chooseMode':
      return rehearse({ ...state, mode: message.mode });
    case 'fileRead': {
      const { read } = message;
      return 'problem' in read
        ? withProblem(state, 'file', read.problem)
        : callRehearsal(state, read.text, read.encoding);
    }
    case 'rehearsed':
      return rehearsed(state, message);
    case 'skipProblems':
      return step(
        phase.kind === 'rehearsed' ? { ...state, phase: { ...phase, skipProblems: message.skip } } : state,
      );
    case 'start':
      if (phase.kind !== 'rehearsed') return step(state);
      return withStopFocused(
        importSlice(state, { input: phase.input, skipProblems: phase.skipProblems, last: null }, 0),
      );
    case 'goOn':
      if (phase.kind !== 'imported') return step(state);
      return withStopFocused(importSlice(state, phase, phase.next ?? 0));
    case 'sliced':
      return sliced(state, message.result);
    case 'stop':
      return step(phase.kind === 'importing' ? { ...state, phase: { ...phase, stopping: true } } : state);
    case 'batchRead':
      return batchRead(state, message.result);
    case 'undo':
      return undo(state);
    case 'undoneSome':
      return undoneSome(state, message.result);
    case 'backToForm':
      return step(stale(state), focusOn('#import-list'));
    case 'links': {
      const { state: links, effects } = updateRowLinks(state.links, message.message);
      return step(
        { ...state, links },
        ...mapEffects(effects, (one): ImportMessage => ({ type: 'links', message: one })),
      );
    }
    case 'keyPressed':
      return keyPressed(state, message.escape);
    case 'close':
      return step(state, CLOSE);
    default:
      return updateImportSetup(state, message);
  }
};

const withStopFocused = ({ state, effects }: ImportStep): ImportStep => ({
  state,
  effects: [focusOn('.told button'), ...effects],
});
