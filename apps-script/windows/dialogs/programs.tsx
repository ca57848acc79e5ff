/** What each dialog runs. */
import { mayWrite } from '../../../functions/domain/account/team';
import type { DialogView } from '../../script-api';
import { LookupView } from '../companies/lookup-view';
import {
  openRegisterForm,
  type RegisterMessage,
  type RegisterWindowState,
  updateRegister,
} from '../companies/register';
import { RegisterFormView } from '../companies/register-view';
import { ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch, Program } from '../kit/run-program';
import { CLOSE, step } from '../kit/step';
import { startImport, updateImport } from '../lists/import';
import type { ImportMessage, ImportState } from '../lists/import-state';
import { ImportView } from '../lists/import-view';
import { startLeads, updateLeads } from '../lists/leads';
import type { LeadsMessage, LeadsState } from '../lists/leads-state';
import { LeadsView } from '../lists/leads-view';
import { t } from '../messages/viewer';
import { type DialogProgram, withTeam } from './frames';
import { type LookUpDialogMessage, type LookUpDialogState, openLookUp, updateLookUp } from './look-up';
import { changeStatusDialog, logContactDialog, recordCheckDialog } from './row-programs';

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

/** Every key, for windows that ask before Escape closes them. */
const listenToKeys = (dispatch: Dispatch<{ type: 'keyPressed'; escape: boolean }>): void =>
  document.addEventListener('keydown', ({ key, isComposing }) =>
    dispatch({ type: 'keyPressed', escape: key === 'Escape' && !isComposing }),
  );

/** Null where the person may only read: nobody prepares a list that is refused then. */
const importDialog: DialogProgram = (viewer) => {
  const program = withTeam<ImportState | null, ImportMessage>(
    viewer,
    {
      open: (known) =>
        known.you !== null && mayWrite(known.you)
          ? startImport()
          : step<ImportState | null, ImportMessage>(null),
      update: (state, message) => {
        if (state !== null) return updateImport(state, message);
        const closes = message.type === 'keyPressed' && message.escape;
        return step<ImportState | null, ImportMessage>(state, closes ? CLOSE : null);
      },
    },
    (known, state, dispatch) =>
      state === null ? (
        <QuietNote>{t(known, 'readOnly')}</QuietNote>
      ) : (
        <ImportView viewer={known} state={state} dispatch={dispatch} />
      ),
  );
  return {
    ...program,
    listen: (dispatch) => listenToKeys((message) => dispatch({ type: 'window', message })),
  };
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
  changeStatus: changeStatusDialog,
  logContact: logContactDialog,
  recordCheck: recordCheckDialog,
  lookUp,
  register,
  import: importDialog,
  leads: leadsDialog,
};
