/** Imports a list in slices, which can be stopped and continued, and undoes a batch part by part. */
import type { ImportAnswer, ImportBatch, ImportUndoAnswer } from '../../../functions/contract/import';
import type { Result } from '../../script-api';
import { NO_RESULT } from '../kit/command-form';
import { askFunction, call, type Effect, focusOn, scrollTo, step } from '../kit/step';
import type {
  Imported,
  ImportInput,
  Importing,
  ImportMessage,
  ImportState,
  ImportStep,
} from './import-state';
import { withoutNulls } from './list-query';

const HEADING = '.list-result h3';
export const showHeading: readonly Effect<never>[] = [focusOn(HEADING), scrollTo(HEADING, 'start')];

/** `from` is the slice's first row; in a rehearsal, which writes nothing, the first row of the list. */
export const askForSlice = (
  { file, ...input }: ImportInput,
  slice: { dryRun: boolean; from: number; skipProblems: boolean },
  reply: (result: Result<ImportAnswer | ImportUndoAnswer>) => ImportMessage,
): Effect<ImportMessage> =>
  askFunction(
    'import',
    'POST',
    { query: withoutNulls({ ...input, ...slice, base64: file !== null }), csv: file ?? '' },
    reply,
  );

const importSlice = (state: ImportState, importing: Importing, next: number): ImportStep => {
  const { input, skipProblems, last } = importing;
  return step(
    { ...state, phase: { kind: 'importing', input, skipProblems, last, next, stopping: false } },
    askForSlice(input, { dryRun: false, from: next, skipProblems }, (result) => ({ type: 'sliced', result })),
  );
};

/** Shows imported or undone rows in the register at once; if that fails, the next refresh does. */
const refreshRows: Effect<ImportMessage> = call('refreshRows', [], () => ({
  type: 'registerRefreshed' as const,
}));

/** Nothing is being sent any more. */
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
    ...(last === null ? [focusOn('.list-result button'), scrollTo('.list-result button')] : showHeading),
  );
};

export const sliced = (state: ImportState, result: Result<ImportAnswer | ImportUndoAnswer>): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'importing') return step(state);
  if ('error' in result || 'undone' in result.value)
    return rest(state, phase, {
      next: phase.next,
      error: 'error' in result ? result.error : NO_RESULT,
      changes: phase.last?.changes ?? null,
    });
  const last = result.value;
  const { changes, next } = last;
  if (next === null) return step({ ...state, phase: { ...phase, last } }, refreshRows);
  return phase.stopping
    ? rest(state, { ...phase, last }, { next, error: null, changes })
    : importSlice(state, { ...phase, last }, next);
};

export const registerRefreshed = (state: ImportState): ImportStep => {
  const { phase } = state;
  if (phase.kind === 'imported' && phase.undo.kind === 'undoing')
    return step(
      { ...state, notice: null, phase: { kind: 'undone', count: phase.undo.count } },
      ...showHeading,
    );
  if (phase.kind !== 'importing' || phase.last === null) return step(state);
  const { batch, changes } = phase.last;
  return changes === null
    ? rest(state, phase, { next: null, error: null, changes })
    : step(
        state,
        askFunction('import', 'GET', { query: { batch } }, (read) => ({
          type: 'batchRead' as const,
          result: read,
        })),
      );
};

/** Reads the changes of the whole batch; if that fails, the last slice's are shown. */
export const batchRead = (state: ImportState, result: Result<ImportBatch>): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'importing') return step(state);
  const whole = 'error' in result ? null : result.value.changes;
  return rest(state, phase, { next: null, error: null, changes: whole ?? phase.last?.changes ?? null });
};

export const takeBackBatch = (state: ImportState): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'imported' || phase.last === null || phase.undo.kind === 'undoing') return step(state);
  const count = phase.undo.kind === 'failed' ? phase.undo.count : 0;
  return undoSome(state, phase, phase.last.batch, count);
};

const undoSome = (state: ImportState, phase: Imported, batch: string, count: number): ImportStep =>
  step(
    { ...state, phase: { ...phase, undo: { kind: 'undoing', count } } },
    askFunction('import', 'POST', { query: { undo: batch }, csv: '' }, (result) => ({
      type: 'undoneSome' as const,
      result,
    })),
  );

export const undoneSome = (
  state: ImportState,
  result: Result<ImportAnswer | ImportUndoAnswer>,
): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'imported' || phase.undo.kind !== 'undoing' || phase.last === null) return step(state);
  const { count } = phase.undo;
  if ('error' in result || !('undone' in result.value)) {
    const error = 'error' in result ? result.error : NO_RESULT;
    return step(
      { ...state, phase: { ...phase, undo: { kind: 'failed', count, error } } },
      focusOn('.undo .trouble button'),
    );
  }
  const all = count + result.value.undone;
  return result.value.finished
    ? step({ ...state, phase: { ...phase, undo: { kind: 'undoing', count: all } } }, refreshRows)
    : undoSome(state, phase, phase.last.batch, all);
};

/** Imports the rehearsed list from its first row. */
export const startSlices = (state: ImportState): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'rehearsed') return step(state);
  return withStopFocused(
    importSlice(state, { input: phase.input, skipProblems: phase.skipProblems, last: null }, 0),
  );
};

/** Continues with the row where it was stopped or where a slice failed. */
export const continueSlices = (state: ImportState): ImportStep => {
  const { phase } = state;
  return phase.kind === 'imported'
    ? withStopFocused(importSlice(state, phase, phase.next ?? 0))
    : step(state);
};

const withStopFocused = ({ state, effects }: ImportStep): ImportStep => ({
  state,
  effects: [focusOn('.list-result button'), ...effects],
});
