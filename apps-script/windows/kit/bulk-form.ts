/** One form for many accounts, sent in one call. Missing data is asked for once for all; other refusals are shown row by row. */

import type { CommandResult } from '../../../functions/contract/commands';
import type { Status } from '../../../functions/domain/status/statuses';
import type { DialogView, Result, SelectedRow } from '../../script-api';
import { type FieldsPlan, formPlan, NO_RESULT } from './command-form';
import {
  type FormField,
  fieldFromNeed,
  isSingleAccountField,
  mergeFields,
  type ValueTree,
} from './form-data';
import type { CommandBody, Entered } from './form-input';
import {
  type FormMessage,
  type FormOut,
  type FormState,
  formFailed,
  formRefused,
  openForm,
  updateForm,
} from './form-state';
import { refusalOf, type WindowRefusal } from './refusal-facts';
import type { CommandRequestBody } from './request-ids';
import {
  type AcceptedCommand,
  newResult,
  type ResultMessage,
  type ResultState,
  updateResult,
} from './result-state';
import type { FormPlan } from './shown-fields';
import { CLOSE, call, focusOn, mapEffects, type PartStep, partStep, send } from './step';

interface BulkPlan {
  /** Selected rows to which the command does not apply; they are shown and left unchanged. */
  excluded: readonly { row: SelectedRow; why: string }[];
  hint: string;
  /** The dialog of a single account, for refusals that can only be solved one by one. */
  alone: { view: DialogView; to: Status | null };
  submit(n: number): string;
  /** `n` is the number of accepted commands. */
  sentence(n: number): string;
}

/** `Input` is what the form's fields enter; `command` turns it into the command for one row. */
interface TypedBulkPlan<Input> extends BulkPlan, FieldsPlan<Input> {
  command(row: SelectedRow, input: Entered<Input>): CommandBody;
}

/** The plan without its input type, which only `bulkForm` knows. */
export interface BulkFormPlan extends BulkPlan, FormPlan {
  command(row: SelectedRow, tree: ValueTree): CommandBody;
}

/** All field keys are paths of `Input`, so that the entered values are a part of it. */
export const bulkForm = <Input>(plan: TypedBulkPlan<Input>): BulkFormPlan => ({
  ...plan,
  ...formPlan(plan),
  command: (row, tree) => plan.command(row, tree as Entered<Input>),
});

export interface RefusedRow {
  row: SelectedRow;
  refusal: WindowRefusal;
}

export interface BulkFormState {
  plan: BulkFormPlan;
  waiting: readonly SelectedRow[];
  accepted: readonly AcceptedCommand[];
  /** Rows refused for something that no form can correct. */
  refused: readonly RefusedRow[];
  phase: { kind: 'form'; form: FormState; notice: BulkNotice | null } | { kind: 'done'; result: ResultState };
}

export type BulkNotice =
  | { kind: 'nothingAccepted'; rows: readonly RefusedRow[] }
  | { kind: 'someAccepted'; rows: readonly RefusedRow[] };

export type BulkFormMessage =
  | { type: 'form'; message: FormMessage }
  | {
      type: 'answered';
      requests: readonly CommandRequestBody[];
      result: Result<readonly CommandResult[]>;
    }
  | { type: 'result'; message: ResultMessage }
  | { type: 'openAlone'; id: string }
  | { type: 'openedAlone' }
  | { type: 'close' };

export type BulkFormOut = 'cancel' | 'finished';
type BulkStep = PartStep<BulkFormState, BulkFormMessage, BulkFormOut>;

const missingOf = ({ refusal }: RefusedRow): FormField[] => (refusal.missing ?? []).map(fieldFromNeed);

/** It can be sent again once the form has the missing data. */
const canBeCompleted = (refused: RefusedRow): boolean => {
  const missing = missingOf(refused);
  return missing.length > 0 && !missing.some(isSingleAccountField);
};

const withForm = (
  state: BulkFormState,
  { state: form, effects }: PartStep<FormState, FormMessage, FormOut>,
  notice: BulkNotice | null,
): BulkStep => partStep({ ...state, phase: { kind: 'form', form, notice } }, mapEffects(effects, ofForm));

const ofForm = (message: FormMessage): BulkFormMessage => ({ type: 'form', message });

export const openBulkForm = (plan: BulkFormPlan, rows: readonly SelectedRow[]): BulkStep => {
  const { state: form, effects } = openForm(plan);
  return partStep(
    { plan, waiting: rows, accepted: [], refused: [], phase: { kind: 'form', form, notice: null } },
    mapEffects(effects, ofForm),
  );
};

const answer = (
  state: BulkFormState,
  form: FormState,
  requests: readonly CommandRequestBody[],
  results: readonly CommandResult[],
): BulkStep => {
  const accepted = [...state.accepted];
  const refusedNow: RefusedRow[] = [];
  for (const [at, row] of state.waiting.entries()) {
    const [request, result] = [requests[at], results[at]];
    if (request === undefined || result === undefined) continue;
    const refusal = refusalOf(result);
    if (refusal !== null) refusedNow.push({ row, refusal });
    else accepted.push({ request, result });
  }
  const completable = refusedNow.filter(canBeCompleted);
  const refused = [...state.refused, ...refusedNow.filter((one) => !canBeCompleted(one))];
  if (completable.length > 0)
    return withForm(
      { ...state, accepted, refused, waiting: completable.map(({ row }) => row) },
      formRefused(form, mergeFields(completable.map(missingOf))),
      { kind: 'someAccepted', rows: [...completable, ...refused] },
    );
  // Nothing was changed, so the form stays to be corrected and sent again.
  if (accepted.length === 0)
    return withForm(state, formRefused(form, []), { kind: 'nothingAccepted', rows: refused });
  const result = newResult(state.plan.sentence(accepted.length), accepted);
  return partStep(
    { ...state, accepted, refused, waiting: [], phase: { kind: 'done', result } },
    [focusOn('.outcome')],
    'finished',
  );
};

const updateOpenForm = (
  state: BulkFormState,
  { form, notice }: Extract<BulkFormState['phase'], { kind: 'form' }>,
  message: BulkFormMessage,
): BulkStep => {
  if (message.type === 'answered') {
    const { requests, result } = message;
    if ('error' in result) return withForm(state, formFailed(form, result.error), notice);
    if (result.value.length < requests.length) return withForm(state, formFailed(form, NO_RESULT), notice);
    return answer(state, form, requests, result.value);
  }
  if (message.type !== 'form') return partStep(state);
  const next = updateForm(form, message.message);
  const after = withForm(state, next, notice);
  if (next.out === null) return after;
  if (next.out.kind === 'cancel') return partStep(after.state, after.effects, 'cancel');
  const { tree } = next.out;
  const requests = state.waiting.map((row) => ({
    accountId: row.id,
    expectedVersion: row.version,
    command: state.plan.command(row, tree),
  }));
  return partStep(after.state, [
    ...after.effects,
    send(requests, (result) => ({ type: 'answered' as const, requests, result })),
  ]);
};

export const updateBulkForm = (state: BulkFormState, message: BulkFormMessage): BulkStep => {
  if (message.type === 'close') return partStep(state, [CLOSE]);
  if (message.type === 'openAlone') {
    const { view, to } = state.plan.alone;
    return partStep(state, [
      call('openDialog', [view, [message.id], to, ''], () => ({ type: 'openedAlone' as const })),
    ]);
  }
  if (state.phase.kind === 'form') return updateOpenForm(state, state.phase, message);
  if (message.type !== 'result') return partStep(state);
  const { state: result, effects } = updateResult(state.phase.result, message.message);
  return partStep(
    { ...state, phase: { kind: 'done', result } },
    mapEffects(effects, (one) => ({ type: 'result', message: one })),
  );
};
