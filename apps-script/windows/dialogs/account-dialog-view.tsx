/** A dialog about one account, on the page. */
import type { ComponentChild } from 'preact';
import type { AccountView } from '../../script-api';
import { ErrorView, QuietNote, StatusChip } from '../kit/elements';
import { whomToAsk } from '../kit/member-rights';
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

const AccountLine = ({ viewer, accountView: { account } }: { viewer: Viewer; accountView: AccountView }) => (
  <div class="account-line">
    <strong class="name">{account.name}</strong>
    <StatusChip viewer={viewer} status={account.status} />
  </div>
);

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
    case 'partGone':
      return <QuietNote>{t(viewer, phase.kind)}</QuietNote>;
    case 'notPermitted':
      return (
        <>
          <AccountLine viewer={viewer} accountView={phase.accountView} />
          <QuietNote>{whomToAsk(viewer, phase.gives, phase.accountView.account)}</QuietNote>
        </>
      );
    case 'work':
      return (
        <>
          <AccountLine viewer={viewer} accountView={phase.accountView} />
          {work(viewer, phase.accountView, phase.work, (message) => dispatch({ type: 'work', message }))}
        </>
      );
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
