/** The window of handing over many accounts, on the page. */

import { ErrorView, QuietNote } from '../kit/elements';
import { membersById } from '../kit/members-by-id';
import type { Dispatch } from '../kit/run-program';
import { tHandOver } from '../messages/hand-over-catalog';
import type { Viewer } from '../messages/viewer';
import { HandOverView } from './hand-over-view';
import { type HandOverWindowMessage, type HandOverWindowState, packageIds } from './hand-over-window';
import { PackagesView } from './packages-view';

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
      const known = { ...viewer, members: membersById(state.handOver.team) };
      return (
        <>
          <HandOverView
            viewer={known}
            state={state.handOver}
            dispatch={(message) => dispatch({ type: 'handOver', message })}
          />
          <PackagesView
            viewer={known}
            state={state.packages}
            ids={packageIds(state.handOver)}
            youId={state.handOver.team.you.id}
            dispatch={(message) => dispatch({ type: 'packages', message })}
          />
        </>
      );
    }
    default:
      return state satisfies never;
  }
};
