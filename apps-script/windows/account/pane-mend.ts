/** In the pane of an account that cannot be read: who is here is read, and a manager may have the account mended. */
import type { ScriptApi } from '../../script-api';
import { call, type Effect, mapEffects, partStep } from '../kit/step';
import { updateMend } from './mend';
import type { PaneMessage, PaneState, PaneStep } from './pane-state';

/** Whether what the pane tells is that the stored account cannot be read. */
export const isPaneUnreadable = ({ notice, accountView }: PaneState): boolean =>
  accountView === null && notice?.kind === 'error' && notice.error.code === 'DOCUMENT_UNREADABLE';

/** Whether the person may mend it depends on the role, which comes with an account that can be read. */
export const readTeamIfUnreadable = (state: PaneState): readonly Effect<PaneMessage>[] =>
  isPaneUnreadable(state) && state.viewer.you === null
    ? [call('readTeam', [], (result) => ({ type: 'teamRead' as const, result }))]
    : [];

export const teamRead = (state: PaneState, result: ReturnType<ScriptApi['readTeam']>): PaneStep =>
  partStep('error' in result ? state : { ...state, viewer: { ...state.viewer, ...result.value } });

/** `readAgain` shows the account once it is mended. */
export const mendInPane = (
  state: PaneState,
  { message }: Extract<PaneMessage, { type: 'mend' }>,
  readAgain: (state: PaneState) => PaneStep,
): PaneStep => {
  const { state: mend, effects } = updateMend(state.id, state.mend, message);
  const after = { ...state, mend };
  if (mend.kind === 'answered') return readAgain(after);
  return partStep(
    after,
    mapEffects(effects, (one): PaneMessage => ({ type: 'mend', message: one })),
  );
};
