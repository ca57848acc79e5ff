/** Records checks of the selected rows: one after the other, or the same result for all. */
import type { SelectedRow } from '../../script-api';
import { recordCheckForm } from '../account/record-check-form';
import type { BulkFormMessage, BulkFormState } from '../kit/bulk-form';
import type { CommandFormMessage, CommandFormState } from '../kit/command-form';
import type { FormValues } from '../kit/form-data';
import { focusWithin, mapEffects, type Step, step } from '../kit/step';
import type { Viewer } from '../messages/viewer';
import {
  type AccountDialogMessage,
  type AccountDialogState,
  openAccountDialog,
  updateAccountDialog,
} from './account-dialog';
import { checkMany } from './bulk-windows';
import { formWork } from './form-work';
import { beginWithTeam, updateWithTeam, type WithTeamMessage, type WithTeamState } from './with-team';

type SingleState = AccountDialogState<CommandFormState, FormValues>;
type SingleMessage = AccountDialogMessage<CommandFormMessage>;

export interface RecordCheckState {
  viewer: Viewer;
  /** Accounts with a quarterly check. */
  running: readonly SelectedRow[];
  /** Selected accounts without one. */
  others: readonly SelectedRow[];
  phase:
    | { kind: 'none' }
    | { kind: 'choosing' }
    /** `serial` distinguishes consecutive dialogs. */
    | { kind: 'single'; serial: number; dialog: SingleState; rest: readonly SelectedRow[] }
    | { kind: 'together'; window: WithTeamState<BulkFormState> };
}

export type RecordCheckMessage =
  | { type: 'oneByOne' }
  | { type: 'together' }
  | { type: 'next' }
  | { type: 'single'; serial: number; message: SingleMessage }
  | { type: 'bulk'; message: WithTeamMessage<BulkFormMessage> };

type RecordCheckStep = Step<RecordCheckState, RecordCheckMessage>;

const checkWork = formWork('recordCheck', recordCheckForm);

const openSingle = (
  state: RecordCheckState,
  [row, ...rest]: readonly SelectedRow[],
  serial: number,
  values: FormValues = {},
): RecordCheckStep => {
  if (row === undefined) return step(state);
  const { state: dialog, effects } = openAccountDialog<CommandFormState, CommandFormMessage, FormValues>(
    state.viewer,
    row.id,
    values,
  );
  return step(
    { ...state, phase: { kind: 'single', serial, dialog, rest } },
    ...mapEffects(effects, (message): RecordCheckMessage => ({ type: 'single', serial, message })),
  );
};

/** `values` are for a single account's form: what its row says already. */
export const openRecordCheck = (
  viewer: Viewer,
  rows: readonly SelectedRow[],
  values: FormValues = {},
): RecordCheckStep => {
  const running = rows.filter(({ status }) => status === 'QUARTERLY_CHECK');
  const others = rows.filter(({ status }) => status !== 'QUARTERLY_CHECK');
  const state: RecordCheckState = { viewer, running, others, phase: { kind: 'choosing' } };
  if (running.length === 0) return step({ ...state, phase: { kind: 'none' } });
  return running.length === 1 && others.length === 0
    ? openSingle(state, running, 0, values)
    : step(state, focusWithin('#root'));
};

export const updateRecordCheck = (state: RecordCheckState, message: RecordCheckMessage): RecordCheckStep => {
  const { phase } = state;
  switch (message.type) {
    case 'oneByOne':
      return openSingle(state, state.running, 0);
    case 'next':
      return phase.kind === 'single' ? openSingle(state, phase.rest, phase.serial + 1) : step(state);
    case 'together': {
      const { state: window, effects } = beginWithTeam<BulkFormState, BulkFormMessage>();
      return step(
        { ...state, phase: { kind: 'together', window } },
        ...mapEffects(effects, (one): RecordCheckMessage => ({ type: 'bulk', message: one })),
      );
    }
    case 'single': {
      const { serial } = message;
      if (phase.kind !== 'single' || phase.serial !== serial) return step(state);
      const { state: dialog, effects } = updateAccountDialog(checkWork, phase.dialog, message.message);
      return step(
        { ...state, phase: { ...phase, dialog } },
        ...mapEffects(effects, (one): RecordCheckMessage => ({ type: 'single', serial, message: one })),
      );
    }
    case 'bulk': {
      if (phase.kind !== 'together') return step(state);
      const next = updateWithTeam(
        checkMany(state.running, state.others),
        state.viewer,
        phase.window,
        message.message,
      );
      return step(
        { ...state, phase: { kind: 'together', window: next.state } },
        ...mapEffects(next.effects, (one): RecordCheckMessage => ({ type: 'bulk', message: one })),
      );
    }
    default:
      return message satisfies never;
  }
};
