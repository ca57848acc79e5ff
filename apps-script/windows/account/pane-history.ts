/** The history in an account's pane: older entries are appended to those that are shown. */
import { call, partStep } from '../kit/step';
import type { PaneMessage, PaneState, PaneStep } from './pane-state';

export const readOlder = (state: PaneState): PaneStep => {
  const { history, id } = state;
  const before = history.entries[history.entries.length - 1]?.version ?? 1;
  return partStep({ ...state, history: { ...history, phase: { kind: 'reading' } } }, [
    call('readAccount', [id, before], (result) => ({ type: 'olderRead' as const, before, result })),
  ]);
};

export const olderRead = (
  state: PaneState,
  { before, result }: Extract<PaneMessage, { type: 'olderRead' }>,
): PaneStep => {
  const { entries } = state.history;
  // The account was read anew meanwhile, or these entries are there already.
  if (entries[entries.length - 1]?.version !== before) return partStep(state);
  return partStep({
    ...state,
    history:
      'error' in result
        ? { entries, phase: { kind: 'error', error: result.error } }
        : { entries: [...entries, ...result.value.history], phase: { kind: 'idle' } },
  });
};
