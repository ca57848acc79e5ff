/** A form made from fields: it grows by what a refusal asks for, keeps what was typed, and sends once. */
import { listed } from '../../functions/domain/account';
import type { Trouble } from '../told';
import { type About, type Control, controlOf } from './field';
import {
  type FormField,
  type FormValue,
  type FormValues,
  fieldOf,
  followUps,
  lacking,
  treeOf,
  union,
} from './form-data';
import { type Here, say } from './here';
import { button, fill, newId, node } from './nodes';
import { troubleView } from './trouble-view';

export type Tree = ReturnType<typeof treeOf>;

export interface Fields {
  element: HTMLElement;
  shown(): readonly FormField[];
  /** Adds what is missing, marks what was there and will not do, and goes to the first. */
  grow(fields: readonly FormField[]): void;
  values(): FormValues;
  write(values: FormValues): void;
  tree(): Tree;
  /** True when everything needed is there; else marks what is not. */
  isComplete(): boolean;
  isDirty(): boolean;
  changed(listener: () => void): void;
}

/** Each right behind the field that made it necessary. */
const withFollowUps = (fields: readonly FormField[], values: FormValues): FormField[] => {
  const all = [...fields];
  for (const key of followUps(values)) {
    if (all.some((field) => field.key === key)) continue;
    const at = all.findIndex((field) => `${field.key}Text` === key);
    const beside = at >= 0 ? at : all.findIndex((field) => key.startsWith(`${field.key.split('.')[0]}.`));
    all.splice(beside >= 0 ? beside + 1 : all.length, 0, fieldOf(key));
  }
  return all;
};

export const makeFields = (
  here: Here,
  about: About,
  first: readonly FormField[],
  more: (values: FormValues) => readonly FormField[] = () => [],
): Fields => {
  const contacts = about.account === null ? [] : listed(about.account.contacts);
  const contactList = newId();
  const names = node(
    'datalist',
    { id: contactList },
    ...contacts.map(({ name }) => node('option', { value: name })),
  );
  const room = node('div', { class: 'fields' });
  const controls = new Map<string, Control>();
  const listeners: (() => void)[] = [];
  const base: readonly FormField[] = first;
  /** What refusals asked for, of the answer that stands in the choices. */
  let grown: readonly FormField[] = [];
  let shown: readonly FormField[] = [];
  let dirty = false;

  const control = (field: FormField): Control => {
    const known = controls.get(field.key);
    if (known !== undefined) return known;
    const made = controlOf(here, field, { ...about, contactList });
    controls.set(field.key, made);
    return made;
  };
  const values = (): FormValues =>
    Object.fromEntries(shown.map(({ key }): [string, FormValue] => [key, controls.get(key)?.read() ?? '']));
  const show = (): void => {
    // What an answer makes necessary may itself have an answer that does: twice is enough for what there is.
    for (let round = 0; round < 2; round += 1) {
      const now = values();
      const wanted = withFollowUps(union([base, grown, more(now)]), now);
      const same = wanted.length === shown.length && wanted.every(({ key }, at) => key === shown[at]?.key);
      if (same) return;
      shown = wanted;
      const focused = document.activeElement;
      fill(room, ...shown.map((field) => control(field).element));
      if (focused instanceof HTMLElement && room.contains(focused)) focused.focus();
    }
  };
  const mark = (keys: readonly string[], words: string): void => {
    for (const { key } of shown) controls.get(key)?.complain(keys.includes(key) ? words : null);
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
    if (field !== undefined) controls.get(field.key)?.complain(null);
    changed();
  });
  room.addEventListener('change', changed);
  show();
  choices = chosen();
  return {
    element: node('div', {}, names, room),
    shown: () => shown,
    grow: (fields) => {
      const before = shown.map(({ key }) => key);
      grown = union([grown, fields]);
      show();
      choices = chosen();
      const asked = fields.map(({ key }) => key);
      const doubtful = asked.filter((key) => before.includes(key));
      mark(doubtful, say(here, 'asked'));
      focus(asked);
    },
    values,
    write: (given) => {
      for (const { key } of shown) if (given[key] !== undefined) controls.get(key)?.write(given[key]);
      show();
      choices = chosen();
    },
    tree: () => treeOf(shown, values(), contacts),
    isComplete: () => {
      const broken = shown.filter(({ key }) => controls.get(key)?.broken()).map(({ key }) => key);
      if (broken.length > 0) {
        mark(broken, say(here, 'notADate'));
        return false;
      }
      const empty = lacking(shown, values());
      mark(empty, say(here, 'fillThis'));
      return empty.length === 0;
    },
    isDirty: () => dirty,
    changed: (listener) => listeners.push(listener),
  };
};

/** What became of a form that was sent. */
export type Sent =
  | { trouble: Trouble }
  /** `missing` joins the form, and what was typed stays. */
  | { refused: Node; missing: readonly FormField[] }
  | { done: () => void };

export interface FormPlan {
  title: string | null;
  /** Above the fields. */
  intro?: Node | null;
  fields: Fields;
  submit: string;
  send(tree: Tree): Promise<Sent>;
  cancel: (() => void) | null;
}

export interface Form {
  element: HTMLFormElement;
  fields: Fields;
  isBusy(): boolean;
  rename(submit: string): void;
}

export const makeForm = (here: Here, plan: FormPlan): Form => {
  const { fields } = plan;
  const told = node('div', { 'aria-live': 'assertive' });
  const submit = node('button', { type: 'submit', class: 'primary' }, plan.submit);
  let label = plan.submit;
  let busy = false;
  let warned = false;
  const lock = (locked: boolean): void => {
    busy = locked;
    submit.disabled = locked;
    submit.textContent = locked ? say(here, 'sending') : label;
  };
  const send = async (): Promise<void> => {
    if (busy || !fields.isComplete()) return;
    fill(told);
    lock(true);
    const sent = await plan.send(fields.tree());
    lock(false);
    if ('done' in sent) {
      sent.done();
      return;
    }
    if ('trouble' in sent) {
      fill(told, troubleView(here, sent.trouble, send));
    } else {
      fill(told, sent.refused);
      fields.grow(sent.missing);
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
    fill(told, node('p', { class: 'hint', role: 'status' }, say(here, 'escapeAgain')));
  };
  fields.changed(() => {
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
      plan.cancel === null ? null : button(say(here, 'cancel'), plan.cancel),
    ),
  );
  return {
    element,
    fields,
    isBusy: () => busy,
    rename: (words) => {
      label = words;
      if (!busy) submit.textContent = words;
    },
  };
};
