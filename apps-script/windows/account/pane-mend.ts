/** For an account that cannot be read, the pane reads who the viewer is, and lets a manager restore it. */
import type { ScriptApi } from '../../script-api';
import { call, type Effect, mapEffects, partStep } from '../kit/step';
import { updateMend } from './mend';
import type { PaneMessage, PaneState, PaneStep } from './pane-state';

/** Whether the pane shows that the stored account cannot be read. */
export const isPaneUnreadable = ({ notice, accountView }: PaneState): boolean =>
  accountView === null && notice?.kind === 'error' && notice.error.code === 'DOCUMENT_UNREADABLE';

/** Who may restore it depends on the viewer's role, which otherwise comes with a readable account. */
export const readTeamIfUnreadable = (state: PaneState): readonly Effect<PaneMessage>[] =>
  isPaneUnreadable(state) && state.viewer.you === null
    ? [call('readTeam', [], (result) => ({ type: 'teamRead' as const, result }))]
    : [];

export const teamRead = (state: PaneState, result: ReturnType<ScriptApi['readTeam']>): PaneStep =>
  partStep('error' in result ? state : { ...state, viewer: { ...state.viewer, ...result.value } });

/** `readAgain` shows the account once it is restored. */
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
