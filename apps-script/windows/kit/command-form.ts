/** A form that sends one command. Its field keys are checked against the command's input, and a refusal may add fields. */
import type { CommandResult } from '../../../functions/contract/commands';
import type { AccountView, ApiError, Result } from '../../script-api';
import { WINDOW_MESSAGES } from '../messages/catalog';
import type { FormContext } from './form-context';
import type { FormField, FormValue, FormValues, ValueTree } from './form-data';
import type { CommandBody, Entered, InputPath } from './form-input';
import {
  type FormMessage,
  type FormOut,
  type FormState,
  formFailed,
  formRefused,
  openForm,
  updateForm,
} from './form-state';
import { missingFields, refusalOf, type WindowRefusal } from './refusal-facts';
import type { CommandRequestBody } from './request-ids';
import type { AcceptedCommand } from './result-state';
import { type FormPlan, formValues } from './shown-fields';
import { call, type Effect, mapEffects, type PartStep, partStep, send } from './step';

/** The fields of a form; their keys are paths of its input. */
export interface FieldsPlan<Input> {
  about: FormContext;
  fields: readonly FormField<InputPath<Input>>[];
  more?(values: FormValuesOf<Input>): readonly FormField<InputPath<Input>>[];
  values?: FormValues | undefined;
  queries?: Readonly<Record<string, string>>;
}

export const formPlan = <Input>(plan: FieldsPlan<Input>): FormPlan => ({
  about: plan.about,
  fields: plan.fields,
  more: (values) => plan.more?.(values as FormValuesOf<Input>) ?? [],
  values: plan.values ?? {},
  queries: plan.queries ?? {},
});

/** `Input` is what the form's fields enter; `command` turns it into the command that is sent. */
export interface CommandFormPlan<Input> extends FieldsPlan<Input> {
  title: string | null;
  submit: string;
  command(input: Entered<Input>): CommandBody;
  /** The sentence for an accepted command. */
  sentence(result: CommandResult, input: Entered<Input>): string;
  /** Fields that a refusal adds beside those for missing data. */
  confirm?(refusal: WindowRefusal): readonly FormField<InputPath<Input>>[];
}

export type FormValuesOf<Input> = Readonly<Partial<Record<InputPath<Input>, FormValue>>>;

/** The plan without its input type, which only `commandForm` knows. */
export interface CommandForm extends FormPlan {
  title: string | null;
  submit: string;
  command(tree: ValueTree): CommandBody;
  sentence(result: CommandResult, tree: ValueTree): string;
  confirm(refusal: WindowRefusal): readonly FormField[];
}

/** All field keys are paths of `Input`, so that the entered values are a part of it. */
export const commandForm = <Input>(plan: CommandFormPlan<Input>): CommandForm => ({
  ...formPlan(plan),
  title: plan.title,
  submit: plan.submit,
  command: (tree) => plan.command(tree as Entered<Input>),
  sentence: (result, tree) => plan.sentence(result, tree as Entered<Input>),
  confirm: (refusal) => plan.confirm?.(refusal) ?? [],
});

/** The account as it was read; the command changes this one, whatever is selected meanwhile. */
export interface CommandTarget extends Pick<CommandRequestBody, 'accountId' | 'expectedVersion'> {
  /** Name of the company for the form's heading; null for a new one. */
  name: string | null;
}

export const targetOf = ({
  account: { id, version, name },
}: Pick<AccountView, 'account'>): CommandTarget => ({
  accountId: id,
  expectedVersion: version,
  name,
});

export const NEW_ACCOUNT: CommandTarget = { accountId: null, expectedVersion: 0, name: null };

export interface CommandFormState {
  target: CommandTarget;
  plan: CommandForm;
  form: FormState;
  refusal: WindowRefusal | null;
}

/** The heading with the action and the company, for windows that do not show these themselves. */
export const formHeading = ({ plan, target }: CommandFormState): FormHeading | null =>
  plan.title === null ? null : { title: plan.title, company: target.name };

export interface FormHeading {
  title: string;
  /** Null for a new company. */
  company: string | null;
}

export type CommandFormMessage =
  | FormMessage
  | {
      type: 'answered';
      request: CommandRequestBody;
      tree: ValueTree;
      result: Result<readonly CommandResult[]>;
    }
  | { type: 'reload' }
  | { type: 'goTo'; id: string }
  | { type: 'wentTo' };

export type CommandFormOut =
  | { kind: 'done'; accepted: AcceptedCommand; sentence: string }
  | { kind: 'cancel' }
  /** The account has to be read again; `values` are kept. */
  | { kind: 'reload'; values: FormValues };

type CommandFormStep = PartStep<CommandFormState, CommandFormMessage, CommandFormOut>;

const withForm = (
  state: CommandFormState,
  { state: form, effects }: PartStep<FormState, FormMessage, FormOut>,
): CommandFormStep =>
  partStep(
    { ...state, form },
    mapEffects(effects, (message) => message),
  );

export const openCommandForm = (
  target: CommandTarget,
  plan: CommandForm,
): PartStep<CommandFormState, CommandFormMessage, never> => {
  const { state: form, effects } = openForm(plan);
  return partStep(
    { target, plan, form, refusal: null },
    mapEffects(effects, (message) => message),
  );
};

const sendCommand = ({ target, plan }: CommandFormState, tree: ValueTree): Effect<CommandFormMessage> => {
  const { accountId, expectedVersion } = target;
  const request: CommandRequestBody = { accountId, expectedVersion, command: plan.command(tree) };
  return send([request], (result) => ({ type: 'answered' as const, request, tree, result }));
};

/** Handles the result of the form's single request. */
const answer = (
  state: CommandFormState,
  { request, tree, result: reply }: Extract<CommandFormMessage, { type: 'answered' }>,
): CommandFormStep => {
  if ('error' in reply) return withForm(state, formFailed(state.form, reply.error));
  const [result] = reply.value;
  if (result === undefined) return withForm(state, formFailed(state.form, NO_RESULT));
  const refusal = refusalOf(result);
  if (refusal !== null) {
    const missing = [...missingFields(result), ...state.plan.confirm(refusal)];
    return withForm({ ...state, refusal }, formRefused(state.form, missing));
  }
  const done = { ...state, form: { ...state.form, phase: 'editing' as const } };
  return partStep(done, [], {
    kind: 'done',
    accepted: { request, result },
    sentence: state.plan.sentence(result, tree),
  });
};

/** The answer had fewer results than requests. */
export const NO_RESULT: ApiError = { code: 'ODD_ANSWER', message: WINDOW_MESSAGES.oddAnswer };

export const updateCommandForm = (state: CommandFormState, message: CommandFormMessage): CommandFormStep => {
  switch (message.type) {
    case 'answered':
      return answer(state, message);
    case 'reload':
      return partStep(state, [], { kind: 'reload', values: formValues(state.form) });
    case 'goTo':
      return partStep(state, [call('goTo', [message.id], () => ({ type: 'wentTo' as const }))]);
    case 'wentTo':
      return partStep(state);
    default: {
      const next = updateForm(state.form, message);
      const { out } = next;
      const after = withForm(state, next);
      if (out === null) return after;
      if (out.kind === 'cancel') return partStep(after.state, after.effects, { kind: 'cancel' });
      return partStep(after.state, [...after.effects, sendCommand(after.state, out.tree)]);
    }
  }
};
