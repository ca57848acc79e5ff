/** Import of a list: rehearsed first, then in slices that can be stopped and go on; the batch can be taken back. */
import type { ImportAnswer, ImportBatch, ImportMode, ListChanges } from '../../../functions/contract/import';
import type { ApiError, ImportRequest, Result } from '../../script-api';
import { CLOSE, call, type Effect, focusOn, mapEffects, type Step, scrollTo, step, task } from '../kit/step';
import type { ListMessageKey } from '../messages/list-catalog';
import {
  type ColumnsMessage,
  type ColumnsState,
  columnReading,
  noColumns,
  showColumns,
  updateColumns,
} from './columns';
import { type ListFileText, readListFile } from './list-file';
import { type RowLinkMessage, type RowLinks, updateRowLinks } from './row-links';

const MAX_NAME_LENGTH = 60;

/** What was rehearsed, and is imported exactly so in every slice. */
export type ImportInput = Omit<ImportRequest, 'dryRun' | 'from' | 'skipProblems'>;
export type Encoding = Extract<ListFileText, { text: string }>['encoding'];
export type ImportFieldName = 'file' | 'tab' | 'list' | 'product';

interface Importing {
  input: ImportInput;
  skipProblems: boolean;
  /** As the last slice answered; null before the first. */
  last: ImportAnswer | null;
}

/** A batch of which no slice is on its way: finished where `next` is null. */
export interface Imported extends Importing {
  kind: 'imported';
  next: number | null;
  error: ApiError | null;
  /** With what the slices before have changed. */
  changes: ListChanges | null;
  undo:
    | { kind: 'idle' }
    | { kind: 'undoing'; count: number }
    | { kind: 'failed'; count: number; error: ApiError };
}

export type ImportPhase =
  | { kind: 'setup' }
  | { kind: 'problem'; field: ImportFieldName; key: ListMessageKey }
  | { kind: 'rehearsing' }
  | { kind: 'failed'; error: ApiError }
  | {
      kind: 'rehearsed';
      answer: ImportAnswer;
      input: ImportInput;
      encoding: Encoding | null;
      skipProblems: boolean;
    }
  | ({ kind: 'importing'; next: number; stopping: boolean } & Importing)
  | Imported
  | { kind: 'undone'; count: number };

export interface ImportState {
  fromTab: boolean;
  file: File | null;
  /** Titles of the tabs of this spreadsheet. */
  tabs:
    | { kind: 'reading' }
    | { kind: 'failed'; error: ApiError }
    | { kind: 'read'; titles: readonly string[] };
  tab: string;
  list: string;
  /** The name that was proposed last: what was typed is not replaced. */
  proposed: string;
  areClients: boolean;
  product: string;
  columns: ColumnsState;
  /** As the person chose it; null leaves it to the functions. */
  mode: ImportMode | null;
  links: RowLinks;
  phase: ImportPhase;
  /** Why Escape did not close the window. */
  notice: 'stopFirst' | 'unfinishedEscape' | 'escapeAgain' | null;
  warned: boolean;
}

export type ImportMessage =
  | { type: 'readTabs' }
  | { type: 'tabsRead'; result: Result<string[]> }
  | { type: 'chooseSource'; fromTab: boolean }
  | { type: 'chooseFile'; file: File | null }
  | { type: 'chooseTab'; tab: string }
  | { type: 'nameList'; list: string }
  | { type: 'setClients'; areClients: boolean }
  | { type: 'nameProduct'; product: string }
  | { type: 'chooseMode'; mode: ImportMode }
  | { type: 'columns'; message: ColumnsMessage }
  | { type: 'links'; message: RowLinkMessage }
  | { type: 'rehearse' }
  | { type: 'fileRead'; read: ListFileText }
  | { type: 'rehearsed'; input: ImportInput; encoding: Encoding | null; result: Result<ImportAnswer> }
  | { type: 'skipProblems'; skip: boolean }
  | { type: 'start' }
  | { type: 'sliced'; result: Result<ImportAnswer> }
  | { type: 'stop' }
  | { type: 'batchRead'; result: Result<ImportBatch> }
  | { type: 'goOn' }
  | { type: 'undo' }
  | { type: 'undoneSome'; result: Result<{ undone: number; next: number | null }> }
  | { type: 'backToForm' }
  | { type: 'keyPressed'; escape: boolean }
  | { type: 'close' };

type ImportStep = Step<ImportState, ImportMessage>;

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

/** The list or its undo is on its way: the window must stay open. */
const isRunning = ({ phase }: ImportState): boolean =>
  phase.kind === 'importing' || (phase.kind === 'imported' && phase.undo.kind === 'undoing');

export const isImportBusy = (state: ImportState): boolean =>
  state.phase.kind === 'rehearsing' || isRunning(state);

/** What is typed, until an import begins. */
export const isSetupShown = ({ phase }: ImportState): boolean =>
  !['importing', 'imported', 'undone'].includes(phase.kind);

/** What was rehearsed is not what stands there now. */
const stale = (state: ImportState): ImportState => ({ ...state, phase: { kind: 'setup' }, warned: false });

const otherSource = (state: ImportState): ImportState => stale({ ...state, mode: null, columns: noColumns });

/** A name for the list, unless the person has typed one. */
const withProposal = (state: ImportState, name: string): ImportState => {
  if (state.list.trim() !== '' && state.list !== state.proposed) return state;
  const proposed = name.slice(0, MAX_NAME_LENGTH);
  return { ...state, proposed, list: proposed };
};

const problemIn = (state: ImportState): [ImportFieldName, ListMessageKey] | null => {
  const { fromTab, tab, file, list, areClients, product } = state;
  if (fromTab && tab === '') return ['tab', 'chooseTab'];
  if (!fromTab && file === null) return ['file', 'chooseFile'];
  if (list.trim() === '') return ['list', 'nameTheList'];
  return areClients && product.trim() === '' ? ['product', 'nameTheProduct'] : null;
};

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

/** What is typed and chosen before the list is read. */
const updateSetup = (state: ImportState, message: ImportMessage): ImportStep => {
  switch (message.type) {
    case 'chooseSource':
      return step(otherSource({ ...state, fromTab: message.fromTab }));
    case 'chooseFile': {
      const { file } = message;
      const next = otherSource({ ...state, file });
      return step(file === null ? next : withProposal(next, file.name.replace(/\.[^.]*$/, '')));
    }
    case 'chooseTab':
      return step(withProposal(otherSource({ ...state, tab: message.tab }), message.tab));
    case 'nameList':
      return step(stale({ ...state, list: message.list, mode: null }));
    case 'setClients': {
      const { areClients } = message;
      const next = stale({ ...state, areClients });
      return areClients ? step(next, focusOn('#import-product')) : step(next);
    }
    case 'nameProduct':
      return step(stale({ ...state, product: message.product }));
    case 'columns': {
      const next = { ...state, columns: updateColumns(state.columns, message.message) };
      return step(message.message.type === 'toggled' ? next : stale(next));
    }
    default:
      return step(state);
  }
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
      return updateSetup(state, message);
  }
};

const withStopFocused = ({ state, effects }: ImportStep): ImportStep => ({
  state,
  effects: [focusOn('.told button'), ...effects],
});
