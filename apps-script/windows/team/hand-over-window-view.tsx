/** The window of handing over many accounts, on the page. */
import { ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tHandOver } from '../messages/hand-over-catalog';
import type { Viewer } from '../messages/viewer';
import { HandOverView } from './hand-over-view';
import type { HandOverWindowMessage, HandOverWindowState } from './hand-over-window';

export const HandOverWindowView = ({
  viewer,
  state,
  dispatch,
}: {
  viewer: Pick<Viewer, 'language'>;
  state: HandOverWindowState;
  dispatch: Dispatch<HandOverWindowMessage>;
}) => {
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{tHandOver(viewer, 'readingAccounts', { n: 0 })}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={() => dispatch({ type: 'read' })} />;
    case 'refused':
      return <QuietNote>{tHandOver(viewer, 'readOnly')}</QuietNote>;
    case 'open': {
      const { members } = state.handOver.team;
      return (
        <HandOverView
          viewer={{ ...viewer, members: Object.fromEntries(members.map((member) => [member.id, member])) }}
          state={state.handOver}
          dispatch={(message) => dispatch({ type: 'handOver', message })}
        />
      );
    }
    default:
      return state satisfies never;
  }
};
