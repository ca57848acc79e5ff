/** One field of a form on the page: its label, its control, what stands in it, what is wrong with it. */
import { type Account, openOpportunities, sortedById } from '../../../functions/domain/account/account';
import { mayWrite } from '../../../functions/domain/account/team';
import { LOST_REASONS, OPPORTUNITY_OUTCOMES } from '../../../functions/domain/status/code-lists';
import type { Text } from '../../../functions/domain/text/text';
import { companyPicker } from '../companies/lookup';
import { localize, t, type Viewer } from '../messages/viewer';
import { focusFirst, newId, node } from './dom';
import { alternativeTo, type FormField, type FormValue, TO_SUCCESSOR } from './form-data';

/** What a form knows of the account that it is about. */
export interface FormContext {
  account: Account | null;
  /** Lost reasons of the team, where the functions have told them. */
  lostReasons?: FormField['choices'];
  /** On file in favour of another account, to which open opportunities may go. */
  mayTransferOpportunities?: boolean;
  /** ID of the list of names that a field for a person offers. */
  contactList?: string;
}

export interface FormControl {
  element: HTMLElement;
  read(): FormValue;
  write(value: FormValue): void;
  focus(): void;
  /** Says what is wrong, or nothing any more. */
  showProblem(problem: string | null): void;
  /** True where something was typed that is no value, as half a date is. */
  isInvalid(): boolean;
}

const MAX_LENGTH = { text: 200, words: 2000 };

interface ControlParts {
  element: HTMLElement;
  /** What the label is bound to; null where the element is a group of its own. */
  target: HTMLElement | null;
  read(): FormValue;
  write(value: FormValue): void;
  isInvalid?(): boolean;
}

type ValueElement = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const valueControl = (element: ValueElement): ControlParts => ({
  element,
  target: element,
  read: () => element.value,
  write: (value) => {
    element.value = String(value);
  },
  isInvalid: () => element.validity.badInput,
});

const selectElement = (
  viewer: Viewer,
  choices: readonly { value: string; label: string }[],
): HTMLSelectElement =>
  node(
    'select',
    {},
    node('option', { value: '' }, t(viewer, 'choose')),
    ...choices.map(({ value, label }) => node('option', { value }, label)),
  );

const localizedChoices = (viewer: Viewer, choices: FormField['choices']) =>
  choices.map(({ value, label }) => ({ value, label: localize(viewer, label) }));

const memberChoices = (viewer: Viewer): { value: string; label: string }[] =>
  Object.values(viewer.members)
    .filter(mayWrite)
    .map(({ id, name }) => ({ value: id, label: id === viewer.you?.id ? t(viewer, 'you', { name }) : name }));

/** Those who are still there; `others` is what the choice of somebody else is called. */
const contactPicker = (viewer: Viewer, { account }: FormContext): ControlParts => {
  const present =
    account === null ? [] : sortedById(account.contacts).filter(({ state }) => state === 'present');
  const typed = node('input', { type: 'text', maxlength: MAX_LENGTH.text, autocomplete: 'off' });
  if (present.length === 0) return { ...valueControl(typed) };
  const chosen = selectElement(viewer, [
    ...present.map(({ id, name, department }) => ({
      value: id,
      label: department ? `${name} (${department})` : name,
    })),
    { value: '+', label: t(viewer, 'somebodyElse') },
  ]);
  typed.setAttribute('aria-label', t(viewer, 'nameOfPerson'));
  typed.placeholder = t(viewer, 'nameOfPerson');
  const show = (): void => {
    typed.hidden = chosen.value !== '+';
  };
  chosen.addEventListener('change', () => {
    show();
    if (!typed.hidden) typed.focus();
  });
  show();
  return {
    element: node('div', { class: 'stack' }, chosen, typed),
    target: chosen,
    read: () => (chosen.value === '+' ? typed.value : chosen.value),
    write: (value) => {
      const known = present.some(({ id }) => id === value);
      chosen.value = known ? String(value) : value === '' ? '' : '+';
      typed.value = known ? '' : String(value);
      show();
    },
  };
};

const checkboxGroup = (viewer: Viewer, { choices }: FormField): ControlParts => {
  const boxes = choices.map(({ value, label }) => {
    const box = node('input', { type: 'checkbox', value });
    return { box, line: node('label', { class: 'tick' }, box, localize(viewer, label)) };
  });
  return {
    element: node('div', { class: 'stack' }, ...boxes.map(({ line }) => line)),
    target: null,
    read: () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value),
    write: (value) => {
      for (const { box } of boxes)
        box.checked = Array.isArray(value) && (value as string[]).includes(box.value);
    },
  };
};

const radioGroup = (viewer: Viewer, { choices }: FormField): ControlParts => {
  const name = newId();
  const boxes = choices.map(({ value, label }) => {
    const box = node('input', { type: 'radio', name, value });
    return { box, line: node('label', { class: 'tick' }, box, localize(viewer, label)) };
  });
  return {
    element: node('div', { class: 'row' }, ...boxes.map(({ line }) => line)),
    target: null,
    read: () => boxes.find(({ box }) => box.checked)?.box.value ?? '',
    write: (value) => {
      for (const { box } of boxes) box.checked = box.value === value;
    },
  };
};

/** A choice of one is a tick. */
const singleCheckbox = (viewer: Viewer, value: string, label: Text): ControlParts => {
  const box = node('input', { type: 'checkbox' });
  return {
    element: node('label', { class: 'tick' }, box, localize(viewer, label)),
    target: null,
    read: () => (box.checked ? value : ''),
    write: (given) => {
      box.checked = given === value;
    },
  };
};

interface RowCell {
  key: string;
  label: string;
  control: ValueElement;
  /** Shown only where this holds of the row. */
  when?: (row: Record<string, string>) => boolean;
}

/** One entry for each part of the account: the part's name, and its cells. */
const rowGroups = (
  parts: readonly { idKey: string; id: string; name: string; cells: readonly RowCell[] }[],
): ControlParts => {
  const made = parts.map(({ idKey, id, name, cells }) => {
    const lines = cells.map(({ label, control }) => {
      const bound = newId();
      control.id = bound;
      return node('div', { class: 'field' }, node('label', { for: bound }, label), control);
    });
    const read = (): Record<string, string> =>
      Object.fromEntries([[idKey, id], ...cells.map(({ key, control }) => [key, control.value])]);
    const show = (): void =>
      cells.forEach(({ when }, at) => {
        const line = lines[at];
        if (line !== undefined) line.hidden = when !== undefined && !when(read());
      });
    const group = node('fieldset', { onchange: show }, node('legend', {}, name), ...lines);
    show();
    return { group, read, show, cells, id, idKey };
  });
  return {
    element: node('div', { class: 'stack' }, ...made.map(({ group }) => group)),
    target: null,
    read: () => made.map(({ read }) => read()),
    write: (value) => {
      if (!Array.isArray(value)) return;
      for (const { cells, id, idKey, show } of made) {
        const row = (value as Record<string, string>[]).find((one) => one[idKey] === id);
        for (const { key, control } of cells) if (row?.[key] !== undefined) control.value = row[key];
        show();
      }
    },
    isInvalid: () => made.some(({ cells }) => cells.some(({ control }) => control.validity.badInput)),
  };
};

const dateElement = (value = ''): HTMLInputElement =>
  node('input', { type: 'date', max: '2199-12-31', value });
const textAreaElement = (): HTMLTextAreaElement => node('textarea', { rows: 2, maxlength: MAX_LENGTH.words });

const closingRows = (
  viewer: Viewer,
  { account, lostReasons, mayTransferOpportunities }: FormContext,
): ControlParts => {
  const codes = lostReasons ?? Object.entries(LOST_REASONS).map(([value, label]) => ({ value, label }));
  const outcomes = [
    ...Object.entries(OPPORTUNITY_OUTCOMES).map(([value, label]) => ({
      value,
      label: localize(viewer, label),
    })),
    ...(mayTransferOpportunities ? [{ value: TO_SUCCESSOR, label: t(viewer, 'toSuccessor') }] : []),
  ];
  return rowGroups(
    (account === null ? [] : openOpportunities(account)).map(({ id, product }) => ({
      idKey: 'opportunityId',
      id,
      name: product,
      cells: [
        { key: 'outcome', label: t(viewer, 'outcome'), control: selectElement(viewer, outcomes) },
        { key: 'on', label: t(viewer, 'closedOn'), control: dateElement(viewer.today) },
        {
          key: 'lostReason',
          label: t(viewer, 'lostReason'),
          control: selectElement(viewer, localizedChoices(viewer, codes)),
          when: ({ outcome }) => outcome === 'lost',
        },
        { key: 'note', label: t(viewer, 'noteOptional'), control: textAreaElement() },
      ],
    })),
  );
};

/** What must have an end: everything live, and what ended without a reason (guard CHURNED). */
const churnRows = (viewer: Viewer, { account }: FormContext): ControlParts =>
  rowGroups(
    (account === null ? [] : sortedById(account.products))
      .filter(
        ({ state, endsOn, churnReason }) =>
          (state === 'live' || state === 'ended') &&
          (endsOn === null || endsOn > viewer.today || (churnReason ?? '').trim() === ''),
      )
      .map(({ id, product, endsOn }) => ({
        idKey: 'productId',
        id,
        name: product,
        cells: [
          { key: 'endsOn', label: t(viewer, 'endsOn'), control: dateElement(endsOn ?? '') },
          { key: 'reason', label: t(viewer, 'churnReason'), control: textAreaElement() },
        ],
      })),
  );

const createParts = (viewer: Viewer, field: FormField, about: FormContext): ControlParts => {
  const [only, ...more] = field.choices;
  switch (field.kind) {
    case 'text':
      return valueControl(
        node('input', {
          type: 'text',
          maxlength: MAX_LENGTH.text,
          autocomplete: 'off',
          list: field.key.endsWith('.with') ? about.contactList : null,
        }),
      );
    case 'words':
      return valueControl(textAreaElement());
    case 'number':
      return valueControl(node('input', { type: 'number', min: 0, step: 1, inputmode: 'numeric' }));
    case 'date':
      return valueControl(dateElement());
    case 'tick':
      return checkbox(localize(viewer, field.label));
    case 'member':
      return valueControl(selectElement(viewer, memberChoices(viewer)));
    case 'choice':
      return only !== undefined && more.length === 0
        ? singleCheckbox(viewer, only.value, only.label)
        : only === undefined
          ? valueControl(node('input', { type: 'text', maxlength: MAX_LENGTH.text, autocomplete: 'off' }))
          : valueControl(selectElement(viewer, localizedChoices(viewer, field.choices)));
    case 'radio':
      return radioGroup(viewer, field);
    case 'products':
      return checkboxGroup(viewer, field);
    case 'contact':
      return contactPicker(viewer, about);
    case 'account':
      return companyPicker(viewer, about.account?.id ?? null);
    case 'closings':
      return closingRows(viewer, about);
    case 'churns':
      return churnRows(viewer, about);
    default:
      return field.kind satisfies never;
  }
};

const checkbox = (label: string): ControlParts => {
  const box = node('input', { type: 'checkbox' });
  return {
    element: node('label', { class: 'tick' }, box, label),
    target: null,
    read: () => box.checked,
    write: (value) => {
      box.checked = value === true;
    },
  };
};

export const createControl = (viewer: Viewer, field: FormField, about: FormContext): FormControl => {
  const inner = createParts(viewer, field, about);
  const [id, told] = [newId(), newId()];
  const optional = field.optional === true && field.kind !== 'tick' ? t(viewer, 'optional') : null;
  const either = alternativeTo(field.key) === null ? null : t(viewer, 'oneIsEnough');
  const label = [localize(viewer, field.label), optional ?? either].filter((part) => part !== null);
  const problem = node('p', { class: 'problem', id: told, hidden: true });
  const hint = field.hint === undefined ? null : node('p', { class: 'hint' }, localize(viewer, field.hint));
  const name = [label[0] ?? '', label[1] ? node('small', {}, label[1]) : null];
  let element: HTMLElement;
  if (inner.target !== null) {
    inner.target.id = id;
    inner.target.setAttribute('aria-describedby', told);
    element = node(
      'div',
      { class: 'field' },
      node('label', { for: id }, ...name),
      inner.element,
      hint,
      problem,
    );
  } else if (field.kind === 'tick') {
    element = node('div', { class: 'field' }, inner.element, hint, problem);
  } else {
    element = node(
      'fieldset',
      { class: 'field', 'aria-describedby': told },
      node('legend', {}, ...name),
      inner.element,
      hint,
      problem,
    );
  }
  if (field.suggestion !== null)
    inner.write(field.kind === 'tick' ? field.suggestion === 'true' : field.suggestion);
  return {
    element,
    read: inner.read,
    write: inner.write,
    focus: () => {
      if (inner.target !== null) inner.target.focus();
      else focusFirst(element);
    },
    showProblem: (words) => {
      problem.textContent = words ?? '';
      problem.hidden = words === null;
      for (const one of element.querySelectorAll('input, select, textarea'))
        if (words === null) one.removeAttribute('aria-invalid');
        else one.setAttribute('aria-invalid', 'true');
    },
    isInvalid: () => inner.isInvalid?.() ?? false,
  };
};
