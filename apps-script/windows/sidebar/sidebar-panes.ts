/** The panes of the sidebar: which account is shown, and which panes are kept because something was typed. */

import { isPaneInUse, openPane, openPaneWork, updatePane } from '../account/account-pane';
import type { NextWork } from '../account/account-work';
import type { PaneMessage, PaneState, PaneStep } from '../account/pane-state';
import { call, mapEffects, step } from '../kit/step';
import type { SidebarMessage, SidebarStep, SidebarWindowState } from './sidebar-state';

/** Continues with the state of a step, and keeps its effects. */
export const andThen = (
  before: SidebarStep,
  next: (state: SidebarWindowState) => SidebarStep,
): SidebarStep => {
  const after = next(before.state);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
};

export const shownPane = ({ stage, panes }: SidebarWindowState): PaneState | null =>
  stage.kind === 'account' ? (panes[stage.id] ?? null) : null;

/** Drops the visible pane, unless something was typed in it. */
const keptPanes = (state: SidebarWindowState): SidebarWindowState['panes'] => {
  const shown = shownPane(state);
  return Object.fromEntries(
    Object.entries(state.panes).filter(([id, pane]) => id !== shown?.id || isPaneInUse(pane)),
  );
};

const withPane = (
  state: SidebarWindowState,
  id: string,
  { state: pane, effects, out }: PaneStep,
): SidebarStep => {
  const next: SidebarWindowState = {
    ...state,
    panes: { ...state.panes, [id]: pane },
    viewer: out?.kind === 'team' ? out.viewer : state.viewer,
  };
  const after = step<SidebarWindowState, SidebarMessage>(
    next,
    ...mapEffects(effects, (message): SidebarMessage => ({ type: 'pane', id, message })),
  );
  return out?.kind === 'look' ? andThen(after, (now) => goToAccount(now, out.id, '')) : after;
};

export const updatePaneOf = (state: SidebarWindowState, id: string, message: PaneMessage): SidebarStep => {
  const pane = state.panes[id];
  return pane === undefined ? step(state) : withPane(state, id, updatePane(pane, message));
};

export const refreshShown = (state: SidebarWindowState): SidebarStep => {
  const pane = shownPane(state);
  return pane === null ? step(state) : updatePaneOf(state, pane.id, { type: 'refresh' });
};

const showAccount = (state: SidebarWindowState, id: string, name: string): SidebarStep => {
  if (shownPane(state)?.id === id) return step(state);
  const panes = keptPanes(state);
  const next: SidebarWindowState = { ...state, panes, stage: { kind: 'account', id }, elsewhere: null };
  return panes[id] === undefined
    ? withPane(next, id, openPane(state.viewer, { id, name }, state))
    : updatePaneOf(next, id, { type: 'refresh' });
};

export const showSelection = (state: SidebarWindowState): SidebarStep => {
  const { selection } = state;
  return selection.kind === 'account'
    ? showAccount(state, selection.id, selection.name)
    : step({ ...state, panes: keptPanes(state), stage: { kind: 'row' }, elsewhere: null });
};

export const goToAccount = (state: SidebarWindowState, id: string, name: string): SidebarStep =>
  andThen(showAccount(state, id, name), (now) =>
    step(
      now,
      call('goTo', [id], (result) => ({ type: 'wentTo' as const, id, name, result })),
    ),
  );

/** Shows the account with that form. */
export const showWork = (
  state: SidebarWindowState,
  { id, name }: { id: string; name: string },
  next: NextWork,
): SidebarStep =>
  andThen(showAccount(state, id, name), (now) => {
    const pane = now.panes[id];
    return pane === undefined ? step(now) : withPane(now, id, openPaneWork(pane, next));
  });
