/** Who is at the sidebar: told with the first account that is read, and asked for by a search before, whose answer has actions. */
import type { ScriptApi } from '../../script-api';
import { call, type Effect, step } from '../kit/step';
import type { SidebarMessage, SidebarStep, SidebarWindowState } from './sidebar-state';

export const readViewer = ({ viewer }: SidebarWindowState): Effect<SidebarMessage>[] =>
  viewer.you === null
    ? [call('readTeam', [], (result): SidebarMessage => ({ type: 'viewerRead', result }))]
    : [];

/** An error is told where the account is read, or by the search itself. */
export const viewerRead = (
  state: SidebarWindowState,
  result: ReturnType<ScriptApi['readTeam']>,
): SidebarStep =>
  step('error' in result ? state : { ...state, viewer: { ...state.viewer, ...result.value } });
