/** The open form, over the pane of its account: what lies under it waits until it is sent, put aside or given up. */
import type { ComponentChild } from 'preact';
import type { AccountView } from '../../script-api';
import { CommandFormView } from '../kit/form-view';
import type { Dispatch } from '../kit/run-program';
import type { Viewer } from '../messages/viewer';
import { ChangeStatusView } from '../status/change-status-view';
import { AccountWarnings } from './account-warnings';
import { type Work, workTitle } from './account-work';
import { MergeView } from './merge-view';
import type { PaneMessage, PaneState } from './pane-state';

/** Of what is shown once the account is read. */
export interface ReadProps {
  state: PaneState;
  accountView: AccountView;
  dispatch: Dispatch<PaneMessage>;
}

/** What acts on the customer, or on what the company is to us: its owner may not know of it. */
const isWarnedOf = (work: Work): boolean =>
  work.kind === 'change' ||
  (work.kind === 'form' && (work.name.form === 'logContact' || work.name.form === 'recordCheck'));

const WorkForm = ({
  viewer,
  work,
  dispatch,
}: {
  viewer: Viewer;
  work: Work;
  dispatch: Dispatch<PaneMessage>;
}) => {
  switch (work.kind) {
    case 'form':
      return (
        <CommandFormView
          viewer={viewer}
          state={work.state}
          dispatch={(message) => dispatch({ type: 'work', message: { kind: 'form', message } })}
        />
      );
    case 'change':
      return (
        <ChangeStatusView
          viewer={viewer}
          state={work.state}
          dispatch={(message) => dispatch({ type: 'work', message: { kind: 'change', message } })}
        />
      );
    case 'merge':
      return (
        <MergeView
          viewer={viewer}
          state={work.state}
          dispatch={(message) => dispatch({ type: 'work', message: { kind: 'merge', message } })}
        />
      );
    default:
      return work satisfies never;
  }
};

/** Escape leaves it at once: what was typed stays, to be gone on with. `above` is what the window has to say meanwhile. */
export const WorkOverlay = ({
  state: { viewer, work },
  accountView,
  above,
  dispatch,
}: ReadProps & { above: ComponentChild }) => {
  if (work === null) return null;
  return (
    <div
      class="work"
      role="dialog"
      aria-modal="true"
      aria-label={`${workTitle(viewer, work)}: ${accountView.account.name}`}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        dispatch({ type: 'leaveWork' });
      }}
    >
      {above}
      {isWarnedOf(work) ? <AccountWarnings viewer={viewer} accountView={accountView} /> : null}
      <WorkForm viewer={viewer} work={work} dispatch={dispatch} />
    </div>
  );
};
