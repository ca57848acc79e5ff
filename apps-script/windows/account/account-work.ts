/** The one thing that a person works on in an account's pane: a form, a change of status, or a merge. */
import type { AccountView } from '../../script-api';
import {
  type CommandFormMessage,
  type CommandFormState,
  openCommandForm,
  targetOf,
  updateCommandForm,
} from '../kit/command-form';
import type { FormValues } from '../kit/form-data';
import { isFormBusy } from '../kit/form-state';
import { mapEffects, type PartStep, partStep } from '../kit/step';
import { tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import {
  type ChangeStatusMessage,
  type ChangeStatusState,
  isBusy,
  isTouched,
  openChangeStatus,
  type StatusDraft,
  updateChangeStatus,
  type WorkOut,
} from '../status/change-status';
import { accountForm, type FormName } from './form-names';
import {
  isMergeBusy,
  isMergeTouched,
  type MergeMessage,
  type MergeState,
  openMerge,
  updateMerge,
} from './merge';
import type { MergeChoice } from './merge-form';

export type Work =
  | { kind: 'form'; name: FormName; state: CommandFormState }
  | { kind: 'change'; state: ChangeStatusState }
  | { kind: 'merge'; state: MergeState };

/** What to open, with what was typed before. */
export type WorkDraft =
  | { kind: 'form'; name: FormName; values: FormValues }
  | { kind: 'change'; draft: StatusDraft }
  | { kind: 'merge'; choice: Partial<MergeChoice> };

export type WorkMessage =
  | { kind: 'form'; message: CommandFormMessage }
  | { kind: 'change'; message: ChangeStatusMessage }
  | { kind: 'merge'; message: MergeMessage };

/** What to open once the account is read; the functions are asked first for the fields of what is to be filled in. */
export type NextWork = WorkDraft | { kind: 'fillIn' };

type WorkStep = PartStep<Work, WorkMessage, WorkOut<WorkDraft>>;

/** The title that the form has above its fields. */
export const workTitle = (viewer: Viewer, work: Work): string => {
  switch (work.kind) {
    case 'form':
      return work.state.plan.title ?? '';
    case 'change':
      return work.state.form?.plan.title ?? tAccount(viewer, 'changeStatus');
    case 'merge':
      return tAccount(viewer, 'mergeInto');
    default:
      return work satisfies never;
  }
};

export const isWorkTouched = (work: Work): boolean => {
  switch (work.kind) {
    case 'form':
      return work.state.form.touched;
    case 'change':
      return isTouched(work.state);
    case 'merge':
      return isMergeTouched(work.state);
    default:
      return work satisfies never;
  }
};

export const isWorkBusy = (work: Work): boolean => {
  switch (work.kind) {
    case 'form':
      return isFormBusy(work.state.form);
    case 'change':
      return isBusy(work.state);
    case 'merge':
      return isMergeBusy(work.state);
    default:
      return work satisfies never;
  }
};

const ofForm = (message: CommandFormMessage): WorkMessage => ({ kind: 'form', message });
const ofChange = (message: ChangeStatusMessage): WorkMessage => ({ kind: 'change', message });
const ofMerge = (message: MergeMessage): WorkMessage => ({ kind: 'merge', message });

/** Null where the part that it is about no longer exists. */
export const openWork = (viewer: Viewer, accountView: AccountView, draft: WorkDraft): WorkStep | null => {
  switch (draft.kind) {
    case 'form': {
      const { name, values } = draft;
      const plan = accountForm(viewer, accountView, name);
      if (plan === null) return null;
      const { state, effects } = openCommandForm(targetOf(accountView), {
        ...plan,
        values: { ...plan.values, ...values },
      });
      return partStep({ kind: 'form', name, state }, mapEffects(effects, ofForm));
    }
    case 'change': {
      const { state, effects } = openChangeStatus(viewer, accountView, draft.draft, { hasChoice: false });
      return partStep({ kind: 'change', state }, mapEffects(effects, ofChange));
    }
    case 'merge': {
      const { state, effects } = openMerge(viewer, accountView, draft.choice);
      return partStep({ kind: 'merge', state }, mapEffects(effects, ofMerge));
    }
    default:
      return draft satisfies never;
  }
};

/** A message for work that was closed meanwhile is ignored. */
export const updateWork = (work: Work, message: WorkMessage): WorkStep => {
  if (work.kind === 'form' && message.kind === 'form') {
    const { state, effects, out } = updateCommandForm(work.state, message.message);
    const { name } = work;
    return partStep(
      { ...work, state },
      mapEffects(effects, ofForm),
      out?.kind === 'reload' ? { kind: 'reload', draft: { kind: 'form', name, values: out.values } } : out,
    );
  }
  if (work.kind === 'change' && message.kind === 'change') {
    const { state, effects, out } = updateChangeStatus(work.state, message.message);
    return partStep(
      { ...work, state },
      mapEffects(effects, ofChange),
      out?.kind === 'reload' ? { kind: 'reload', draft: { kind: 'change', draft: out.draft } } : out,
    );
  }
  if (work.kind === 'merge' && message.kind === 'merge') {
    const { state, effects, out } = updateMerge(work.state, message.message);
    return partStep(
      { ...work, state },
      mapEffects(effects, ofMerge),
      out?.kind === 'reload' ? { kind: 'reload', draft: { kind: 'merge', choice: out.draft } } : out,
    );
  }
  return partStep(work);
};
