/** The mending of one account, on the page: what it does is said before it is done. */
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tMend } from '../messages/mend-catalog';
import { t, type Viewer } from '../messages/viewer';
import type { MendMessage, MendState } from './mend';

export const MendView = ({
  viewer,
  state,
  dispatch,
}: {
  viewer: Pick<Viewer, 'language'>;
  state: MendState;
  dispatch: Dispatch<MendMessage>;
}) => {
  switch (state.kind) {
    case 'offered':
      return <ActionButton act={() => dispatch({ type: 'ask' })}>{`${tMend(viewer, 'mend')}…`}</ActionButton>;
    case 'asked':
      return (
        <div class="warning">
          <p>{tMend(viewer, 'mendExplained')}</p>
          <div class="buttons">
            <ActionButton act={() => dispatch({ type: 'mend' })} kind="primary">
              {tMend(viewer, 'mend')}
            </ActionButton>
            <ActionButton act={() => dispatch({ type: 'cancel' })}>{t(viewer, 'cancel')}</ActionButton>
          </div>
        </div>
      );
    case 'mending':
      return <QuietNote>{tMend(viewer, 'mending')}</QuietNote>;
    case 'answered': {
      const { mended, version } = state.answer;
      return <QuietNote>{tMend(viewer, mended ? 'mended' : 'wasReadable', { version })}</QuietNote>;
    }
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={() => dispatch({ type: 'mend' })} />;
    default:
      return state satisfies never;
  }
};
