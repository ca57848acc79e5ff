/** The dialogs about selected rows: change of status, contacts, checks; of one account, or the same for many. */
import type { DialogInput, SelectedRow } from '../../script-api';
import { AccountWarnings } from '../account/account-warnings';
import type { BulkFormMessage, BulkFormState } from '../kit/bulk-form';
import { BulkFormView } from '../kit/bulk-form-view';
import type { CommandFormMessage, CommandFormState } from '../kit/command-form';
import type { FormValues } from '../kit/form-data';
import { CommandFormView } from '../kit/form-view';
import type { AnyProgram, Dispatch, Program } from '../kit/run-program';
import { CLOSE, step } from '../kit/step';
import type { Viewer } from '../messages/viewer';
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
import { closeWork, type FormWork, LOG_WORK, REVIEW_WORK } from './form-work';
import { type DialogProgram, oneOrMany, type RowsProgram, withRows, withTeam } from './frames';
import {
  openRecordCheck,
  type RecordCheckMessage,
  type RecordCheckState,
  updateRecordCheck,
} from './record-check';
import { RecordCheckView } from './record-check-view';

const STATUS_WORK = {
  gives: null,
  open: (viewer: Viewer, ...[accountView, draft]: [Parameters<typeof openChangeStatus>[1], StatusDraft]) =>
    openChangeStatus(viewer, accountView, draft),
  update: updateChangeStatus,
};

const changeOneStatus = (viewer: Viewer, { to, values }: DialogInput, row: SelectedRow): AnyProgram => {
  const program: Program<
    AccountDialogState<ChangeStatusState, StatusDraft>,
    AccountDialogMessage<ChangeStatusMessage>
  > = {
    start: openAccountDialog(viewer, row.id, { to, values }),
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

type FormDialogState = AccountDialogState<CommandFormState, FormValues>;
type FormDialogMessage = AccountDialogMessage<CommandFormMessage>;

/** The form of one account, below what is to be known before somebody acts on it. */
export const FormDialogView = ({
  state,
  dispatch,
}: {
  state: FormDialogState;
  dispatch: Dispatch<FormDialogMessage>;
}) => (
  <AccountDialogView<CommandFormState, CommandFormMessage, FormValues>
    state={state}
    dispatch={dispatch}
    work={(known, accountView, form, send) => (
      <CommandFormView
        viewer={known}
        state={form}
        dispatch={send}
        intro={<AccountWarnings viewer={known} accountView={accountView} />}
      />
    )}
  />
);

const formOfOne = (
  viewer: Viewer,
  accountId: string,
  { work, values }: { work: FormWork; values: FormValues },
): AnyProgram => {
  const program: Program<FormDialogState, FormDialogMessage> = {
    start: openAccountDialog(viewer, accountId, values),
    update: (state, message) => updateAccountDialog(work, state, message),
    view: (state, dispatch) => <FormDialogView state={state} dispatch={dispatch} />,
  };
  return program;
};

const logContacts = (viewer: Viewer, rows: readonly SelectedRow[]): AnyProgram =>
  withTeam<BulkFormState, BulkFormMessage>(viewer, logManyContacts(rows), (known, state, send) => (
    <BulkFormView viewer={known} state={state} dispatch={send} />
  ));

const checkRows: RowsProgram = (viewer, { values }, rows) => {
  const program: Program<RecordCheckState, RecordCheckMessage> = {
    start: openRecordCheck(viewer, rows, values),
    update: updateRecordCheck,
    view: (state, dispatch) => <RecordCheckView state={state} dispatch={dispatch} />,
  };
  return program;
};

export const changeStatusDialog = oneOrMany(changeOneStatus, changeManyStatuses);

export const logContactDialog = oneOrMany(
  (viewer, _, row) => formOfOne(viewer, row.id, { work: LOG_WORK, values: {} }),
  (viewer, _, rows) => logContacts(viewer, rows),
);

export const recordCheckDialog = withRows(checkRows);

/** Of the one row that asks for it: each has an answer of its own. */
const formOfAsked =
  (workFor: (input: DialogInput) => FormWork): DialogProgram =>
  (viewer, input) =>
    formOfOne(viewer, input.rows[0]?.id ?? '', { work: workFor(input), values: input.values });

export const reviewBadFitDialog = formOfAsked(() => REVIEW_WORK);

export const closeOpportunityDialog = formOfAsked(({ part }) => closeWork(part));
