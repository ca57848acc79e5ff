/** The pane of one account on the page: its head, what was told last, its parts, and over them the form that is open. */

import type { ComponentChild, ComponentChildren } from 'preact';
import { isManager } from '../../../functions/domain/account/team';
import type { ApiError } from '../../script-api';
import { ActionButton, ErrorView } from '../kit/elements';
import { RefusalDetails } from '../kit/refusal-details';
import { ResultView } from '../kit/result-view';
import type { Dispatch } from '../kit/run-program';
import { type AccountMessageKey, tAccount } from '../messages/account-catalog';
import { tMend } from '../messages/mend-catalog';
import { AccountHead } from './account-head';
import { AccountPanel } from './account-panel';
import { workTitle } from './account-work';
import { HistoryView } from './history-view';
import { MendView } from './mend-view';
import { isPaneUnreadable } from './pane-mend';
import type { PaneMessage, PaneState, PaneTab } from './pane-state';
import { WorkOverlay } from './work-overlay';

interface Props {
  state: PaneState;
  dispatch: Dispatch<PaneMessage>;
}

/** A manager has it mended; others are told so. */
const Unreadable = ({ state, error, dispatch }: Props & { error: ApiError }) => {
  const { viewer, mend } = state;
  return (
    <>
      <ErrorView viewer={viewer} error={error} again={() => dispatch({ type: 'refresh' })} />
      {viewer.you === null ? null : isManager(viewer.you) ? (
        <MendView viewer={viewer} state={mend} dispatch={(message) => dispatch({ type: 'mend', message })} />
      ) : (
        <p class="hint">{tMend(viewer, 'mendByManager')}</p>
      )}
    </>
  );
};

const Notice = ({ state, dispatch }: Props) => {
  const { viewer, notice } = state;
  switch (notice?.kind) {
    case 'sending':
    case 'reading':
      return <p class="quiet">{tAccount(viewer, notice.kind)}</p>;
    case 'finishFirst':
      return (
        <p class="warning" role="alert">
          {tAccount(viewer, 'finishFirst')}
        </p>
      );
    case 'error':
      if (isPaneUnreadable(state))
        return <Unreadable state={state} error={notice.error} dispatch={dispatch} />;
      return <ErrorView viewer={viewer} error={notice.error} again={() => dispatch(notice.again)} />;
    case 'refusal':
      return (
        <RefusalDetails
          viewer={viewer}
          refusal={notice.refusal}
          reload={() => dispatch({ type: 'refresh' })}
          goTo={(id) => dispatch({ type: 'goTo', id })}
        />
      );
    case 'result':
      return (
        <ResultView
          viewer={viewer}
          state={notice.result}
          dispatch={(message) => dispatch({ type: 'result', message })}
          close={{ label: tAccount(viewer, 'close'), act: () => dispatch({ type: 'dismissNotice' }) }}
        />
      );
    default:
      return null;
  }
};

/** Over the account: what went wrong is closed as what was done is. */
const ToldNotice = (props: Props) => {
  const { viewer, accountView, notice } = props.state;
  const isFailure = notice?.kind === 'error' || notice?.kind === 'refusal';
  if (accountView === null || !isFailure) return <Notice {...props} />;
  return (
    <div class="failure">
      <Notice {...props} />
      <ActionButton act={() => props.dispatch({ type: 'dismissNotice' })}>
        {tAccount(viewer, 'close')}
      </ActionButton>
    </div>
  );
};

const TABS = { account: 'tabAccount', history: 'tabHistory' } as const satisfies Record<
  PaneTab,
  AccountMessageKey
>;
const TAB_NAMES: readonly PaneTab[] = ['account', 'history'];

const Tabs = ({ state: { viewer, tab }, dispatch }: Props) => (
  <div
    role="tablist"
    class="tabs"
    onKeyDown={({ key }) => {
      if (key === 'ArrowLeft' || key === 'ArrowRight')
        dispatch({ type: 'showTab', tab: tab === 'account' ? 'history' : 'account', focus: true });
    }}
  >
    {TAB_NAMES.map((one) => (
      <button
        key={one}
        type="button"
        role="tab"
        id={`tab-${one}`}
        aria-controls={`panel-${one}`}
        aria-selected={one === tab}
        tabIndex={one === tab ? 0 : -1}
        onClick={() => dispatch({ type: 'showTab', tab: one, focus: false })}
      >
        {tAccount(viewer, TABS[one])}
      </button>
    ))}
  </div>
);

const TabPanel = ({
  state,
  tab,
  children,
}: Omit<Props, 'dispatch'> & { tab: PaneTab; children: ComponentChildren }) => (
  <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} hidden={state.tab !== tab}>
    {children}
  </div>
);

/** What was typed and put aside. */
const Draft = ({ state: { viewer, work, isWorkAside }, dispatch }: Props) =>
  work === null || !isWorkAside ? null : (
    <div class="draft" role="status">
      <p>{tAccount(viewer, 'draftKept', { what: workTitle(viewer, work) })}</p>
      <div class="buttons">
        <ActionButton act={() => dispatch({ type: 'resumeWork' })} kind="primary">
          {tAccount(viewer, 'resumeDraft')}
        </ActionButton>
        <ActionButton act={() => dispatch({ type: 'discardWork' })}>
          {tAccount(viewer, 'discardDraft')}
        </ActionButton>
      </div>
    </div>
  );

/** `above` is what the window has to say of the account; it stands over an open form, too. */
export const AccountPaneView = ({ above, ...props }: Props & { above: ComponentChild }) => {
  const { state, dispatch } = props;
  const { viewer, accountView, name, readAt, work, isWorkAside } = state;
  const isCovered = work !== null && !isWorkAside;
  return (
    <article class="pane">
      {isCovered ? null : above}
      <div inert={isCovered}>
        {accountView === null ? (
          <>
            <h2 class="name">{name}</h2>
            <p class="quiet">{tAccount(viewer, 'reading')}</p>
          </>
        ) : (
          <AccountHead viewer={viewer} accountView={accountView} now={readAt} dispatch={dispatch} />
        )}
        <Draft {...props} />
        {accountView === null ? null : (
          <>
            <Tabs {...props} />
            <TabPanel state={state} tab="account">
              <AccountPanel {...props} accountView={accountView} />
            </TabPanel>
            <TabPanel state={state} tab="history">
              <HistoryView state={state} accountView={accountView} dispatch={dispatch} />
            </TabPanel>
          </>
        )}
      </div>
      {accountView === null || !isCovered ? null : (
        <WorkOverlay
          {...props}
          accountView={accountView}
          above={
            <>
              {above}
              <Notice {...props} />
            </>
          }
        />
      )}
      <div class={accountView === null ? '' : 'toast'} aria-live="polite">
        {isCovered ? null : <ToldNotice {...props} />}
      </div>
    </article>
  );
};
