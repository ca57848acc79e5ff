/** The sidebar as a program. */
import type { SidebarInput } from '../../script-api';
import type { Program } from '../kit/run-program';
import { type SidebarMessage, type SidebarWindowState, startSidebar, updateSidebar } from './sidebar-state';
import { SidebarView } from './sidebar-view';

export const sidebarProgram = (input: SidebarInput): Program<SidebarWindowState, SidebarMessage> => ({
  start: startSidebar(input),
  update: updateSidebar,
  view: (state, dispatch) => <SidebarView state={state} dispatch={dispatch} />,
  listen: (dispatch) =>
    document.addEventListener('visibilitychange', () =>
      dispatch({ type: 'visible', visible: document.visibilityState === 'visible' }),
    ),
});
