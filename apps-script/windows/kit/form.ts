/** A form made from fields: it grows by what a refusal asks for, keeps what was typed, and sends once. */
import { sortedById } from '../../../functions/domain/account/account';
import type { ApiError } from '../../script-api';
import { t, type Viewer } from '../messages/viewer';
import { button, newId, node, setChildren } from './dom';
import { errorView } from './error-view';
import { createControl, type FormContext, type FormControl } from './form-control';
import {
  type FormField,
  type FormValue,
  type FormValues,
  fieldByKey,
  followUpKeys,
  mergeFields,
  missingKeys,
  valuesToTree,
} from './form-data';

export type FormTree = ReturnType<typeof valuesToTree>;

export interface FormFields {
  element: HTMLElement;
  visibleFields(): readonly FormField[];
  /** Adds what is missing, marks what was there and will not do, and goes to the first. */
  addFields(fields: readonly FormField[]): void;
  values(): FormValues;
  write(values: FormValues): void;
  tree(): FormTree;
  /** True when everything needed is there; else marks what is not. */
  isComplete(): boolean;
  isDirty(): boolean;
  onChange(listener: () => void): void;
}

/** Each right behind the field that made it necessary. */
const withFollowUps = (fields: readonly FormField[], values: FormValues): FormField[] => {
  const all = [...fields];
  for (const key of followUpKeys(values)) {
    if (all.some((field) => field.key === key)) continue;
    const at = all.findIndex((field) => `${field.key}Text` === key);
    const beside = at >= 0 ? at : all.findIndex((field) => key.startsWith(`${field.key.split('.')[0]}.`));
    all.splice(beside >= 0 ? beside + 1 : all.length, 0, fieldByKey(key));
  }
  return all;
};

export const createFields = (
  viewer: Viewer,
  about: FormContext,
  first: readonly FormField[],
  more: (values: FormValues) => readonly FormField[] = () => [],
): FormFields => {
  const contacts = about.account === null ? [] : sortedById(about.account.contacts);
  const contactList = newId();
  const names = node(
    'datalist',
    { id: contactList },
    ...contacts.map(({ name }) => node('option', { value: name })),
  );
  const room = node('div', { class: 'fields' });
  const controls = new Map<string, FormControl>();
  const listeners: (() => void)[] = [];
  const base: readonly FormField[] = first;
  /** What refusals asked for, of the answer that stands in the choices. */
  let grown: readonly FormField[] = [];
  let shown: readonly FormField[] = [];
  let dirty = false;

  const control = (field: FormField): FormControl => {
    const known = controls.get(field.key);
    if (known !== undefined) return known;
    const made = createControl(viewer, field, { ...about, contactList });
    controls.set(field.key, made);
    return made;
  };
  const values = (): FormValues =>
    Object.fromEntries(shown.map(({ key }): [string, FormValue] => [key, controls.get(key)?.read() ?? '']));
  const show = (): void => {
    // What an answer makes necessary may itself have an answer that does: twice is enough for what there is.
    for (let round = 0; round < 2; round += 1) {
      const now = values();
      const wanted = withFollowUps(mergeFields([base, grown, more(now)]), now);
      const same = wanted.length === shown.length && wanted.every(({ key }, at) => key === shown[at]?.key);
      if (same) return;
      shown = wanted;
      const focused = document.activeElement;
      setChildren(room, ...shown.map((field) => control(field).element));
      if (focused instanceof HTMLElement && room.contains(focused)) focused.focus();
    }
  };
  const mark = (keys: readonly string[], words: string): void => {
    for (const { key } of shown) controls.get(key)?.showProblem(keys.includes(key) ? words : null);
    focus(keys);
  };
  const focus = (keys: readonly string[]): void => {
    const [foremost] = shown.filter(({ key }) => keys.includes(key));
    if (foremost !== undefined) controls.get(foremost.key)?.focus();
  };
  const chosen = (): string =>
    JSON.stringify(
      shown.filter(({ kind }) => kind === 'radio').map(({ key }) => [key, controls.get(key)?.read()]),
    );
  let choices = '';
  const changed = (): void => {
    dirty = true;
    const now = chosen();
    // Another choice may need other things.
    if (now !== choices) grown = grown.filter(({ kind }) => kind === 'radio');
    show();
    choices = chosen();
    for (const listener of listeners) listener();
  };
  room.addEventListener('input', (event) => {
    const field = shown.find(({ key }) => controls.get(key)?.element.contains(event.target as Node));
    if (field !== undefined) controls.get(field.key)?.showProblem(null);
    changed();
  });
  room.addEventListener('change', changed);
  show();
  choices = chosen();
  return {
    element: node('div', {}, names, room),
    visibleFields: () => shown,
    addFields: (fields) => {
      const before = shown.map(({ key }) => key);
      grown = mergeFields([grown, fields]);
      show();
      choices = chosen();
      const asked = fields.map(({ key }) => key);
      const doubtful = asked.filter((key) => before.includes(key));
      mark(doubtful, t(viewer, 'asked'));
      focus(asked);
    },
    values,
    write: (given) => {
      for (const { key } of shown) if (given[key] !== undefined) controls.get(key)?.write(given[key]);
      show();
      choices = chosen();
    },
    tree: () => valuesToTree(shown, values(), contacts),
    isComplete: () => {
      const broken = shown.filter(({ key }) => controls.get(key)?.isInvalid()).map(({ key }) => key);
      if (broken.length > 0) {
        mark(broken, t(viewer, 'notADate'));
        return false;
      }
      const empty = missingKeys(shown, values());
      mark(empty, t(viewer, 'fillThis'));
      return empty.length === 0;
    },
    isDirty: () => dirty,
    onChange: (listener) => listeners.push(listener),
  };
};

/** What became of a form that was sent. */
export type FormResult =
  | { error: ApiError }
  /** `missing` joins the form, and what was typed stays. */
  | { refused: Node; missing: readonly FormField[] }
  | { done: () => void };

export interface FormOptions {
  title: string | null;
  /** Above the fields. */
  intro?: Node | null;
  fields: FormFields;
  submit: string;
  send(tree: FormTree): Promise<FormResult>;
  cancel: (() => void) | null;
}

export interface Form {
  element: HTMLFormElement;
  fields: FormFields;
  isBusy(): boolean;
  setSubmitLabel(submit: string): void;
}

export const createForm = (viewer: Viewer, plan: FormOptions): Form => {
  const { fields } = plan;
  const told = node('div', { 'aria-live': 'assertive' });
  const submit = node('button', { type: 'submit', class: 'primary' }, plan.submit);
  let label = plan.submit;
  let busy = false;
  let warned = false;
  const lock = (locked: boolean): void => {
    busy = locked;
    submit.disabled = locked;
    submit.textContent = locked ? t(viewer, 'sending') : label;
  };
  const send = async (): Promise<void> => {
    if (busy || !fields.isComplete()) return;
    setChildren(told);
    lock(true);
    const sent = await plan.send(fields.tree());
    lock(false);
    if ('done' in sent) {
      sent.done();
      return;
    }
    if ('error' in sent) {
      setChildren(told, errorView(viewer, sent.error, send));
    } else {
      setChildren(told, sent.refused);
      fields.addFields(sent.missing);
    }
    told.scrollIntoView({ block: 'nearest' });
  };
  const leave = (): void => {
    if (plan.cancel === null || busy) return;
    if (!fields.isDirty() || warned) {
      plan.cancel();
      return;
    }
    warned = true;
    setChildren(told, node('p', { class: 'hint', role: 'status' }, t(viewer, 'escapeAgain')));
  };
  fields.onChange(() => {
    warned = false;
  });
  const element = node(
    'form',
    {
      class: 'form',
      novalidate: true,
      autocomplete: 'off',
      onsubmit: (event) => {
        event.preventDefault();
        void send();
      },
      onkeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || event.isComposing) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          leave();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      },
    },
    plan.title === null ? null : node('h3', {}, plan.title),
    plan.intro ?? null,
    told,
    fields.element,
    node(
      'div',
      { class: 'buttons' },
      submit,
      plan.cancel === null ? null : button(t(viewer, 'cancel'), plan.cancel),
    ),
  );
  return {
    element,
    fields,
    isBusy: () => busy,
    setSubmitLabel: (words) => {
      label = words;
      if (!busy) submit.textContent = words;
    },
  };
};
