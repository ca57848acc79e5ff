/** A dialog about one account, on the page. */
import type { ComponentChild } from 'preact';
import type { AccountView } from '../../script-api';
import { ErrorView, QuietNote, StatusChip } from '../kit/elements';
import { ResultView } from '../kit/result-view';
import type { Dispatch } from '../kit/run-program';
import { t, type Viewer } from '../messages/viewer';
import type { AccountDialogMessage, AccountDialogState } from './account-dialog';

interface Props<State, Message, Draft> {
  state: AccountDialogState<State, Draft>;
  dispatch: Dispatch<AccountDialogMessage<Message>>;
  work: (
    viewer: Viewer,
    accountView: AccountView,
    state: State,
    dispatch: Dispatch<Message>,
  ) => ComponentChild;
  next?: { label: string; act: () => void } | null;
}

export const AccountDialogView = <State, Message, Draft>({
  state: { viewer, phase },
  dispatch,
  work,
  next = null,
}: Props<State, Message, Draft>) => {
  switch (phase.kind) {
    case 'reading':
      return <QuietNote>{t(viewer, 'reading')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'readAgain' })} />;
    case 'readOnly':
      return <QuietNote>{t(viewer, 'readOnly')}</QuietNote>;
    case 'work': {
      const { account } = phase.accountView;
      return (
        <>
          <div class="account-line">
            <strong class="name">{account.name}</strong>
            <StatusChip viewer={viewer} status={account.status} />
          </div>
          {work(viewer, phase.accountView, phase.work, (message) => dispatch({ type: 'work', message }))}
        </>
      );
    }
    case 'done':
      return (
        <ResultView
          viewer={viewer}
          state={phase.result}
          dispatch={(message) => dispatch({ type: 'result', message })}
          close={{ label: t(viewer, 'close'), act: () => dispatch({ type: 'close' }) }}
          next={next}
        />
      );
    default:
      return phase satisfies never;
  }
};
