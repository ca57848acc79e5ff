/** The sidebar as a program. */
import type { SidebarInput } from '../../script-api';
import type { Program } from '../kit/run-program';
import type { SidebarMessage, SidebarWindowState } from './sidebar-state';
import { startSidebar, updateSidebar } from './sidebar-update';
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
