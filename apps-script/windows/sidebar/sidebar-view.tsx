/** The sidebar on the page: the search, what waits, what was told, and the pane of the selected row. */
import { mayWrite } from '../../../functions/domain/account/team';
import type { RefusedCell } from '../../script-api';
import { AccountPaneView } from '../account/account-pane-view';
import { workTitle } from '../account/account-work';
import { LookupView } from '../companies/lookup-view';
import { ActionButton, ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tAccount } from '../messages/account-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { DayView } from './day-view';
import { refusalLabel, refusedColumn } from './refused-cells';
import { RowNote } from './row-note';
import { shownPane } from './sidebar-panes';
import type { SidebarMessage, SidebarWindowState } from './sidebar-state';

interface Props {
  state: SidebarWindowState;
  dispatch: Dispatch<SidebarMessage>;
}

const PendingBar = ({ state: { viewer, pending }, dispatch }: Props) => (
  <div class="unsent" hidden={pending.count === 0}>
    <ActionButton act={() => dispatch({ type: 'send' })} disabled={pending.sending}>
      {pending.sending ? tAccount(viewer, 'sending') : tAccount(viewer, 'sendPending', { n: pending.count })}
    </ActionButton>
  </div>
);

const MAX_REFUSALS = 20;

/** What came back, to be gone through one by one. */
const Refusals = ({
  viewer,
  refusals,
  dispatch,
}: Pick<Props, 'dispatch'> & { viewer: Viewer; refusals: readonly RefusedCell[] }) => (
  <>
    <ul class="plain items">
      {refusals.slice(0, MAX_REFUSALS).map((refused) => (
        <li key={`${refused.id} ${refused.key}`}>
          <b>{refused.name}</b> <small>{localize(viewer, refusedColumn(refused.key))}</small>
          <p>{localize(viewer, refused.words).split('\n')[0]}</p>
          <ActionButton act={() => dispatch({ type: 'openRefusal', refused })}>
            {tAccount(viewer, refusalLabel(refused))}
          </ActionButton>
        </li>
      ))}
    </ul>
    {refusals.length > MAX_REFUSALS ? (
      <p class="hint">{tAccount(viewer, 'dayMore', { n: refusals.length - MAX_REFUSALS })}</p>
    ) : null}
  </>
);

const Report = ({ state: { viewer, report }, dispatch }: Props) => {
  switch (report?.kind) {
    case 'error': {
      const { error, again } = report;
      return (
        <ErrorView viewer={viewer} error={error} again={again === null ? null : () => dispatch(again)} />
      );
    }
    case 'sent':
      return (
        <div class={report.isComplete ? 'report' : 'warning'}>
          <p>{localize(viewer, report.message)}</p>
          <Refusals viewer={viewer} refusals={report.refusals} dispatch={dispatch} />
          <ActionButton act={() => dispatch({ type: 'closeReport' })}>
            {tAccount(viewer, 'close')}
          </ActionButton>
        </div>
      );
    case 'noRow':
      return <p class="quiet">{tAccount(viewer, 'noRow', { name: report.name })}</p>;
    default:
      return null;
  }
};

/** Another row was selected while a form is open. */
const Elsewhere = ({ state: { viewer, elsewhere }, dispatch }: Props) => (
  <div class="elsewhere" aria-live="polite" hidden={elsewhere === null}>
    {elsewhere === null ? null : (
      <>
        <p>{tAccount(viewer, 'selectionMoved', { name: elsewhere })}</p>
        <ActionButton act={() => dispatch({ type: 'showSelection' })}>
          {tAccount(viewer, 'showThat')}
        </ActionButton>
      </>
    )}
  </div>
);

/** What was typed for other accounts and waits. */
const OtherDrafts = ({ state, dispatch }: Props) => {
  const { viewer, panes } = state;
  const shown = shownPane(state);
  return (
    <>
      {Object.values(panes).map(({ id, name, work }) =>
        work === null || id === shown?.id ? null : (
          <p key={id} class="draft">
            <ActionButton act={() => dispatch({ type: 'goTo', id, name })} kind="link">
              {tAccount(viewer, 'draftOf', { name, what: workTitle(viewer, work) })}
            </ActionButton>
          </p>
        ),
      )}
    </>
  );
};

const Stage = ({ state, dispatch }: Props) => {
  const { viewer, stage, selection } = state;
  const pane = shownPane(state);
  if (pane !== null)
    return (
      <AccountPaneView
        key={pane.id}
        state={pane}
        above={<Elsewhere state={state} dispatch={dispatch} />}
        dispatch={(message) => dispatch({ type: 'pane', id: pane.id, message })}
      />
    );
  if (stage.kind === 'reading' || selection.kind === 'account')
    return <p class="quiet">{tAccount(viewer, 'reading')}</p>;
  return (
    <RowNote viewer={viewer} selection={selection} registering={state.registering} dispatch={dispatch} />
  );
};

export const SidebarView = (props: Props) => {
  const { state, dispatch } = props;
  const { viewer, connection, day } = state;
  const pane = shownPane(state);
  const isCovered = !day.isOpen && pane !== null && pane.work !== null && !pane.isWorkAside;
  return (
    <>
      <div inert={isCovered}>
        <LookupView
          viewer={viewer}
          state={state.lookup}
          mayRegister={viewer.you === null || mayWrite(viewer.you)}
          mayAct={viewer.you !== null && mayWrite(viewer.you)}
          dispatch={(message) => dispatch({ type: 'lookup', message })}
        />
        <p class="wire" role="status">
          {connection === null ? '' : localize(viewer, connection)}
        </p>
        <PendingBar {...props} />
        <div aria-live="polite">
          <Report {...props} />
        </div>
        <OtherDrafts {...props} />
        <div class="day-bar">
          <ActionButton act={() => dispatch({ type: 'toggleDay' })} kind="link">
            {tAccount(viewer, day.isOpen ? 'backToAccount' : 'myDay')}
          </ActionButton>
          {/* In a browser with several Google accounts it may be another one than one thinks. */}
          {viewer.you === null ? null : (
            <span class="quiet" title={viewer.you.email}>
              {viewer.you.email}
            </span>
          )}
        </div>
      </div>
      <div class="stage">
        {day.isOpen ? <DayView viewer={viewer} day={day} dispatch={dispatch} /> : <Stage {...props} />}
      </div>
    </>
  );
};
