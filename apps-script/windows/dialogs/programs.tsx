/** What each dialog runs. */
import { mayWrite } from '../../../functions/domain/account/team';
import type { DialogInput, DialogView, SelectedRow } from '../../script-api';
import { logContactForm, overlapWarning } from '../account/log-contact-form';
import { LookupView } from '../companies/lookup-view';
import {
  openRegisterForm,
  type RegisterMessage,
  type RegisterWindowState,
  updateRegister,
} from '../companies/register';
import { RegisterFormView } from '../companies/register-view';
import type { BulkFormMessage, BulkFormState } from '../kit/bulk-form';
import { BulkFormView } from '../kit/bulk-form-view';
import type { CommandFormMessage, CommandFormState } from '../kit/command-form';
import { ErrorView, QuietNote } from '../kit/elements';
import type { FormValues } from '../kit/form-data';
import { CommandFormView } from '../kit/form-view';
import type { AnyProgram, Dispatch, Program } from '../kit/run-program';
import { CLOSE, step } from '../kit/step';
import { startImport, updateImport } from '../lists/import';
import type { ImportMessage, ImportState } from '../lists/import-state';
import { ImportView } from '../lists/import-view';
import { type LeadsMessage, type LeadsState, startLeads, updateLeads } from '../lists/leads';
import { LeadsView } from '../lists/leads-view';
import { t, type Viewer } from '../messages/viewer';
import {
  type BulkChangeMessage,
  type BulkChangeState,
  openBulkChange,
  updateBulkChange,
} from '../status/bulk-change-status';
import { BulkChangeStatusView } from '../status/bulk-change-status-view';
import {
  type ChangeStatusMessage,
  type ChangeStatusState,
  openChangeStatus,
  type StatusDraft,
  updateChangeStatus,
} from '../status/change-status';
import { ChangeStatusView } from '../status/change-status-view';
import {
  type AccountDialogMessage,
  type AccountDialogState,
  openAccountDialog,
  updateAccountDialog,
} from './account-dialog';
import { AccountDialogView } from './account-dialog-view';
import { logManyContacts } from './bulk-windows';
import { formWork } from './form-work';
import { type LookUpDialogMessage, type LookUpDialogState, openLookUp, updateLookUp } from './look-up';
import {
  openRecordCheck,
  type RecordCheckMessage,
  type RecordCheckState,
  updateRecordCheck,
} from './record-check';
import { RecordCheckView } from './record-check-view';
import {
  openSelectedRows,
  type SelectedRowsMessage,
  type SelectedRowsState,
  updateSelectedRows,
} from './selected-rows';
import { SelectedRowsView } from './selected-rows-view';
import {
  beginWithTeam,
  type TeamWindow,
  updateWithTeam,
  type WithTeamMessage,
  type WithTeamState,
} from './with-team';
import { WithTeamView } from './with-team-view';

type RowsProgram = (viewer: Viewer, input: DialogInput, rows: readonly SelectedRow[]) => AnyProgram;
type DialogProgram = (viewer: Viewer, input: DialogInput) => AnyProgram;

const withRows =
  (programFor: RowsProgram): DialogProgram =>
  (viewer, input) => {
    const windowFor = (rows: readonly SelectedRow[]): AnyProgram => programFor(viewer, input, rows);
    const program: Program<SelectedRowsState, SelectedRowsMessage> = {
      start: openSelectedRows(windowFor, input),
      update: (state, message) => updateSelectedRows(windowFor, state, message),
      view: (state, dispatch) => (
        <SelectedRowsView
          viewer={viewer}
          input={input}
          state={state}
          dispatch={dispatch}
          window={(rows, inner, send) => windowFor(rows).view(inner, send)}
        />
      ),
    };
    return program;
  };

const withTeam = <State, Message>(
  viewer: Viewer,
  window: TeamWindow<State, Message>,
  view: Parameters<typeof WithTeamView<State, Message>>[0]['window'],
): AnyProgram => {
  const program: Program<WithTeamState<State>, WithTeamMessage<Message>> = {
    start: beginWithTeam(),
    update: (state, message) => updateWithTeam(window, viewer, state, message),
    view: (state, dispatch) => (
      <WithTeamView<State, Message> viewer={viewer} state={state} dispatch={dispatch} window={view} />
    ),
  };
  return program;
};

const STATUS_WORK = {
  open: (viewer: Viewer, ...[accountView, draft]: [Parameters<typeof openChangeStatus>[1], StatusDraft]) =>
    openChangeStatus(viewer, accountView, draft),
  update: updateChangeStatus,
};

const changeOneStatus = (viewer: Viewer, { to }: DialogInput, row: SelectedRow): AnyProgram => {
  const program: Program<
    AccountDialogState<ChangeStatusState, StatusDraft>,
    AccountDialogMessage<ChangeStatusMessage>
  > = {
    start: openAccountDialog(viewer, row.id, { to, values: {} }),
    update: (state, message) => updateAccountDialog(STATUS_WORK, state, message),
    view: (state, dispatch) => (
      <AccountDialogView<ChangeStatusState, ChangeStatusMessage, StatusDraft>
        state={state}
        dispatch={dispatch}
        work={(known, _, work, send) => <ChangeStatusView viewer={known} state={work} dispatch={send} />}
      />
    ),
  };
  return program;
};

const changeManyStatuses = (viewer: Viewer, { to }: DialogInput, rows: readonly SelectedRow[]): AnyProgram =>
  withTeam<BulkChangeState, BulkChangeMessage>(
    viewer,
    {
      open: (known) => openBulkChange(known, rows, to),
      update: (state, message) => {
        const { state: next, effects, out } = updateBulkChange(state, message);
        return step(next, ...effects, out === 'cancel' ? CLOSE : null);
      },
    },
    (_, state, send) => <BulkChangeStatusView state={state} dispatch={send} />,
  );

const LOG_WORK = formWork(logContactForm);

const logOneContact = (viewer: Viewer, row: SelectedRow): AnyProgram => {
  const program: Program<
    AccountDialogState<CommandFormState, FormValues>,
    AccountDialogMessage<CommandFormMessage>
  > = {
    start: openAccountDialog(viewer, row.id, {}),
    update: (state, message) => updateAccountDialog(LOG_WORK, state, message),
    view: (state, dispatch) => (
      <AccountDialogView<CommandFormState, CommandFormMessage, FormValues>
        state={state}
        dispatch={dispatch}
        work={(known, accountView, form, send) => {
          const overlap = overlapWarning(known, accountView);
          return (
            <CommandFormView
              viewer={known}
              state={form}
              dispatch={send}
              intro={overlap === null ? null : <p class="warning">{overlap}</p>}
            />
          );
        }}
      />
    ),
  };
  return program;
};

const logContacts = (viewer: Viewer, rows: readonly SelectedRow[]): AnyProgram =>
  withTeam<BulkFormState, BulkFormMessage>(viewer, logManyContacts(rows), (known, state, send) => (
    <BulkFormView viewer={known} state={state} dispatch={send} />
  ));

const recordChecks: RowsProgram = (viewer, _, rows) => {
  const program: Program<RecordCheckState, RecordCheckMessage> = {
    start: openRecordCheck(viewer, rows),
    update: updateRecordCheck,
    view: (state, dispatch) => <RecordCheckView state={state} dispatch={dispatch} />,
  };
  return program;
};

const lookUp: DialogProgram = (viewer, { name }) =>
  withTeam<LookUpDialogState, LookUpDialogMessage>(
    viewer,
    { open: () => openLookUp(name), update: updateLookUp },
    (known, { lookup, notice }, send) => (
      <>
        <LookupView
          viewer={known}
          state={lookup}
          mayRegister={known.you !== null && mayWrite(known.you)}
          dispatch={(message) => send({ type: 'lookup', message })}
        />
        <div aria-live="polite">
          {notice === null ? null : notice.kind === 'error' ? (
            <ErrorView viewer={known} error={notice.error} again={null} />
          ) : (
            <QuietNote>{t(known, notice.kind, { name: notice.name })}</QuietNote>
          )}
        </div>
      </>
    ),
  );

/** Null where the person may only read. */
const register: DialogProgram = (viewer, { name }) =>
  withTeam<RegisterWindowState | null, RegisterMessage>(
    viewer,
    {
      open: (known) =>
        known.you !== null && mayWrite(known.you)
          ? openRegisterForm(known, name)
          : step<RegisterWindowState | null, RegisterMessage>(null),
      update: (state, message) =>
        state === null
          ? step<RegisterWindowState | null, RegisterMessage>(state)
          : updateRegister(state, message),
    },
    (known, state, send) =>
      state === null ? (
        <QuietNote>{t(known, 'readOnly')}</QuietNote>
      ) : (
        <RegisterFormView state={state} dispatch={send} />
      ),
  );

/** One account alone, or the same for all of them. */
const oneOrMany = (
  one: (viewer: Viewer, input: DialogInput, row: SelectedRow) => AnyProgram,
  many: RowsProgram,
): DialogProgram =>
  withRows((viewer, input, rows) => {
    const [only, ...more] = rows;
    return only !== undefined && more.length === 0 ? one(viewer, input, only) : many(viewer, input, rows);
  });

/** Every key, for windows that ask before Escape closes them. */
const listenToKeys = (dispatch: Dispatch<{ type: 'keyPressed'; escape: boolean }>): void =>
  document.addEventListener('keydown', ({ key, isComposing }) =>
    dispatch({ type: 'keyPressed', escape: key === 'Escape' && !isComposing }),
  );

const importDialog: DialogProgram = (viewer) => {
  const program: Program<ImportState, ImportMessage> = {
    start: startImport(),
    update: updateImport,
    view: (state, dispatch) => <ImportView viewer={viewer} state={state} dispatch={dispatch} />,
    listen: listenToKeys,
  };
  return program;
};

const leadsDialog: DialogProgram = (viewer) => {
  const program: Program<LeadsState, LeadsMessage> = {
    start: startLeads(viewer),
    update: updateLeads,
    view: (state, dispatch) => <LeadsView state={state} dispatch={dispatch} />,
    listen: listenToKeys,
  };
  return program;
};

export const DIALOGS: Readonly<Record<DialogView, DialogProgram>> = {
  changeStatus: oneOrMany(changeOneStatus, changeManyStatuses),
  logContact: oneOrMany(
    (viewer, _, row) => logOneContact(viewer, row),
    (viewer, _, rows) => logContacts(viewer, rows),
  ),
  recordCheck: withRows(recordChecks),
  lookUp,
  register,
  import: importDialog,
  leads: leadsDialog,
};
