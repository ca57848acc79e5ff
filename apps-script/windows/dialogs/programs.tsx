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
import { step } from '../kit/step';
import { t } from '../messages/viewer';
import { type DialogProgram, withTeam } from './frames';
import { type LookUpDialogMessage, type LookUpDialogState, openLookUp, updateLookUp } from './look-up';
import {
  changeStatusDialog,
  closeOpportunityDialog,
  FormDialogView,
  logContactDialog,
  recordCheckDialog,
  reviewBadFitDialog,
} from './row-programs';

const lookUp: DialogProgram = (viewer, { name }) =>
  withTeam<LookUpDialogState, LookUpDialogMessage>(
    viewer,
    { open: (known) => openLookUp(known, name), update: updateLookUp },
    (known, { lookup, notice, work }, send) =>
      work !== null ? (
        <FormDialogView state={work.dialog} dispatch={(message) => send({ type: 'work', message })} />
      ) : (
        <>
          <LookupView
            viewer={known}
            state={lookup}
            mayRegister={known.you !== null && mayWrite(known.you)}
            mayAct={known.you !== null && mayWrite(known.you)}
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

export const DIALOGS: Readonly<Record<DialogView, DialogProgram>> = {
  changeStatus: changeStatusDialog,
  logContact: logContactDialog,
  recordCheck: recordCheckDialog,
  reviewBadFit: reviewBadFitDialog,
  closeOpportunity: closeOpportunityDialog,
  lookUp,
  register,
};
