/** An import slice by slice, which can be stopped and go on; and the batch taken back, part by part. */
import type { ImportAnswer, ImportBatch } from '../../../functions/contract/import';
import type { Result } from '../../script-api';
import { call, type Effect, focusOn, scrollTo, step } from '../kit/step';
import type { Imported, Importing, ImportState, ImportStep } from './import-state';

const HEADING = '.list-result h3';
export const showHeading: readonly Effect<never>[] = [focusOn(HEADING), scrollTo(HEADING, 'start')];

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
    ...(last === null ? [focusOn('.list-result button'), scrollTo('.list-result button')] : showHeading),
  );
};

export const sliced = (state: ImportState, result: Result<ImportAnswer>): ImportStep => {
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
    call('undoImport', [batch], (result) => ({ type: 'undoneSome' as const, result })),
  );

export const undoneSome = (
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

/** The rehearsed list, from its first row. */
export const startSlices = (state: ImportState): ImportStep => {
  const { phase } = state;
  if (phase.kind !== 'rehearsed') return step(state);
  return withStopFocused(
    importSlice(state, { input: phase.input, skipProblems: phase.skipProblems, last: null }, 0),
  );
};

/** From the row where it was stopped, or where a slice brought no answer. */
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
