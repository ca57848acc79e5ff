/** A dialog whose work is one form. */
import type { CallerCommandType } from '../../../functions/domain/commands/command-rights';
import type { AccountView } from '../../script-api';
import {
  type CommandForm,
  type CommandFormMessage,
  type CommandFormState,
  openCommandForm,
  targetOf,
  updateCommandForm,
} from '../kit/command-form';
import type { FormValues } from '../kit/form-data';
import { partStep } from '../kit/step';
import type { Viewer } from '../messages/viewer';
import type { AccountWork } from './account-dialog';

export type FormWork = AccountWork<CommandFormState, CommandFormMessage, FormValues>;

export const formWork = (
  gives: CallerCommandType,
  formFor: (viewer: Viewer, accountView: AccountView, values: FormValues) => CommandForm,
): FormWork => ({
  gives,
  open: (viewer, accountView, values) =>
    openCommandForm(targetOf(accountView), formFor(viewer, accountView, values)),
  update: (state, message) => {
    const { state: next, effects, out } = updateCommandForm(state, message);
    return partStep(next, effects, out?.kind === 'reload' ? { kind: 'reload', draft: out.values } : out);
  },
});
