/** A window that waits for the team, on the page. */
import type { ComponentChild } from 'preact';
import { ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { t, type Viewer } from '../messages/viewer';
import type { WithTeamMessage, WithTeamState } from './with-team';

export const WithTeamView = <State, Message>({
  viewer,
  state,
  dispatch,
  window,
}: {
  viewer: Viewer;
  state: WithTeamState<State>;
  dispatch: Dispatch<WithTeamMessage<Message>>;
  window: (viewer: Viewer, state: State, dispatch: Dispatch<Message>) => ComponentChild;
}) => {
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{t(viewer, 'reading')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={() => dispatch({ type: 'readTeam' })} />;
    case 'open':
      return <>{window(state.viewer, state.window, (message) => dispatch({ type: 'window', message }))}</>;
    default:
      return state satisfies never;
  }
};
