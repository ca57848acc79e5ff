/** A form on the page: what it is about, what was told of it, its fields, and its buttons. */
import type { ComponentChild } from 'preact';
import { sortedById } from '../../../functions/domain/account/account';
import { localize, t, type Viewer } from '../messages/viewer';
import {
  type CommandFormMessage,
  type CommandFormState,
  type FormHeading,
  formHeading,
} from './command-form';
import { ActionButton, ErrorView } from './elements';
import { CONTACT_LIST, FieldView } from './field-view';
import type { FormField } from './form-data';
import { type FieldProblem, type FormMessage, type FormState, isFormBusy } from './form-state';
import { RefusalDetails } from './refusal-details';
import type { Dispatch } from './run-program';
import { newSearch } from './search';
import { formValues, shownFields } from './shown-fields';

interface Props {
  viewer: Viewer;
  form: FormState;
  dispatch: Dispatch<FormMessage>;
  heading: FormHeading | null;
  submit: string;
  intro?: ComponentChild;
  /** In the notice of a refusal. */
  refused: ComponentChild;
  hasCancel?: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Keys of fields in which half a date stands, or no number: the page knows it, the values do not. */
const unreadableKeys = (form: HTMLFormElement): string[] =>
  [...form.querySelectorAll<Control>('input, select, textarea')]
    .filter(({ validity }) => validity.badInput)
    .flatMap((control) => control.closest<HTMLElement>('.field[data-field]')?.dataset.field ?? []);

const Notice = ({ viewer, form: { notice }, refused, again }: Props & { again: () => void }) => {
  switch (notice?.kind) {
    case 'error':
      return <ErrorView viewer={viewer} error={notice.error} again={again} />;
    case 'refused':
      return <>{refused}</>;
    case 'escapeAgain':
      return (
        <p class="hint" role="status">
          {t(viewer, 'escapeAgain')}
        </p>
      );
    default:
      return null;
  }
};

const Fields = ({ viewer, form, dispatch }: Pick<Props, 'viewer' | 'form' | 'dispatch'>) => {
  const { about } = form.plan;
  const values = formValues(form);
  const contacts = about.account === null ? [] : sortedById(about.account.contacts);
  return (
    <div>
      <datalist id={CONTACT_LIST}>
        {contacts.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <div class="fields">
        {shownFields(form).map((field) =>
          field.kind === 'answer' ? null : (
            <FieldView
              key={field.key}
              viewer={viewer}
              field={field}
              about={about}
              value={values[field.key] ?? ''}
              problem={form.problems[field.key] ?? null}
              search={form.searches[field.key] ?? newSearch}
              dispatch={dispatch}
            />
          ),
        )}
      </div>
    </div>
  );
};

/** The question that is left when all is filled in: to answer it is to send the form. */
const Answers = ({
  viewer,
  question: { key, label, choices },
  problem,
  busy,
  send,
}: {
  viewer: Viewer;
  question: FormField;
  problem: FieldProblem | null;
  busy: boolean;
  send: (form: HTMLFormElement, answer: { key: string; value: string }) => void;
}) => (
  <fieldset class="answers" data-field={key}>
    <legend>{localize(viewer, label)}</legend>
    {problem === null ? null : <p class="problem">{t(viewer, problem)}</p>}
    {choices.map(({ value, label: answer }, index) => (
      <button
        key={value}
        type="button"
        class={index === 0 ? 'primary' : ''}
        disabled={busy}
        onClick={({ currentTarget }) => {
          if (currentTarget.form !== null) send(currentTarget.form, { key, value });
        }}
      >
        {localize(viewer, answer)}
      </button>
    ))}
  </fieldset>
);

export const FormView = (props: Props) => {
  const { viewer, form, dispatch, heading, submit, intro, hasCancel = true } = props;
  const busy = isFormBusy(form);
  const question = shownFields(form).find(({ kind }) => kind === 'answer');
  const send = (element: HTMLFormElement, answer?: { key: string; value: string }): void =>
    dispatch({
      type: 'submitted',
      unreadable: unreadableKeys(element),
      ...(answer === undefined ? {} : { answer }),
    });
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLFormElement }): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (hasCancel) dispatch({ type: 'escaped' });
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event.currentTarget);
  };
  return (
    <form
      class="form"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
      onKeyDown={onKeyDown}
    >
      {heading === null ? null : (
        <div class="form-heading">
          <h3>{heading.title}</h3>
          {heading.company === null ? null : <p class="company">{heading.company}</p>}
        </div>
      )}
      {intro}
      <div class="form-notice" aria-live="assertive">
        <Notice {...props} again={() => dispatch({ type: 'submitted', unreadable: [] })} />
      </div>
      <Fields viewer={viewer} form={form} dispatch={dispatch} />
      <div class="buttons">
        {question === undefined ? (
          <button type="submit" class="primary" disabled={busy}>
            {busy ? t(viewer, 'sending') : submit}
          </button>
        ) : (
          <Answers
            viewer={viewer}
            question={question}
            problem={form.problems[question.key] ?? null}
            busy={busy}
            send={send}
          />
        )}
        {hasCancel ? (
          <ActionButton act={() => dispatch({ type: 'cancelled' })}>{t(viewer, 'cancel')}</ActionButton>
        ) : null}
      </div>
    </form>
  );
};

export const CommandFormView = ({
  viewer,
  state,
  dispatch,
  intro,
}: {
  viewer: Viewer;
  state: CommandFormState;
  dispatch: Dispatch<CommandFormMessage>;
  intro?: ComponentChild;
}) => (
  <FormView
    viewer={viewer}
    form={state.form}
    dispatch={dispatch}
    heading={formHeading(state)}
    submit={state.plan.submit}
    intro={intro}
    refused={
      state.refusal === null ? null : (
        <RefusalDetails
          viewer={viewer}
          refusal={state.refusal}
          reload={() => dispatch({ type: 'reload' })}
          goTo={(id) => dispatch({ type: 'goTo', id })}
        />
      )
    }
  />
);
