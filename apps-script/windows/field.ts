/** One field of a form on the page: its label, its control, what stands in it, what is wrong with it. */
import { type Account, listed, openOpportunities } from '../../functions/domain/account';
import { LOST_REASONS, OUTCOMES } from '../../functions/domain/code-lists';
import { mayWrite } from '../../functions/domain/team';
import type { Text } from '../../functions/domain/text';
import { type FormField, type FormValue, partnerOf, TO_SUCCESSOR } from './form-data';
import { type Here, of, say } from './here';
import { companyField } from './lookup';
import { focusIn, newId, node } from './nodes';

/** What a form knows of the account that it is about. */
export interface About {
  account: Account | null;
  /** Lost reasons of the team, where the functions have told them. */
  lostReasons?: FormField['choices'];
  /** On file in favour of another account, to which open opportunities may go. */
  mayPassOn?: boolean;
  /** ID of the list of names that a field for a person offers. */
  contactList?: string;
}

export interface Control {
  element: HTMLElement;
  read(): FormValue;
  write(value: FormValue): void;
  focus(): void;
  /** Says what is wrong, or nothing any more. */
  complain(problem: string | null): void;
  /** True where something was typed that is no value, as half a date is. */
  broken(): boolean;
}

const LONGEST = { text: 200, words: 2000 };

interface Inner {
  element: HTMLElement;
  /** What the label is bound to; null where the element is a group of its own. */
  target: HTMLElement | null;
  read(): FormValue;
  write(value: FormValue): void;
  broken?(): boolean;
}

type Valued = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const valued = (element: Valued): Inner => ({
  element,
  target: element,
  read: () => element.value,
  write: (value) => {
    element.value = String(value);
  },
  broken: () => element.validity.badInput,
});

const select = (here: Here, choices: readonly { value: string; label: string }[]): HTMLSelectElement =>
  node(
    'select',
    {},
    node('option', { value: '' }, say(here, 'choose')),
    ...choices.map(({ value, label }) => node('option', { value }, label)),
  );

const labelled = (here: Here, choices: FormField['choices']) =>
  choices.map(({ value, label }) => ({ value, label: of(here, label) }));

const members = (here: Here): { value: string; label: string }[] =>
  Object.values(here.members)
    .filter(mayWrite)
    .map(({ id, name }) => ({ value: id, label: id === here.you?.id ? say(here, 'you', { name }) : name }));

/** Those who are still there; `others` is what the choice of somebody else is called. */
const contactInner = (here: Here, { account }: About): Inner => {
  const present = account === null ? [] : listed(account.contacts).filter(({ state }) => state === 'present');
  const typed = node('input', { type: 'text', maxlength: LONGEST.text, autocomplete: 'off' });
  if (present.length === 0) return { ...valued(typed) };
  const chosen = select(here, [
    ...present.map(({ id, name, department }) => ({
      value: id,
      label: department ? `${name} (${department})` : name,
    })),
    { value: '+', label: say(here, 'somebodyElse') },
  ]);
  typed.setAttribute('aria-label', say(here, 'nameOfPerson'));
  typed.placeholder = say(here, 'nameOfPerson');
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

const ticks = (here: Here, { choices }: FormField): Inner => {
  const boxes = choices.map(({ value, label }) => {
    const box = node('input', { type: 'checkbox', value });
    return { box, line: node('label', { class: 'tick' }, box, of(here, label)) };
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

const radios = (here: Here, { choices }: FormField): Inner => {
  const name = newId();
  const boxes = choices.map(({ value, label }) => {
    const box = node('input', { type: 'radio', name, value });
    return { box, line: node('label', { class: 'tick' }, box, of(here, label)) };
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
const single = (here: Here, value: string, label: Text): Inner => {
  const box = node('input', { type: 'checkbox' });
  return {
    element: node('label', { class: 'tick' }, box, of(here, label)),
    target: null,
    read: () => (box.checked ? value : ''),
    write: (given) => {
      box.checked = given === value;
    },
  };
};

interface Cell {
  key: string;
  label: string;
  control: Valued;
  /** Shown only where this holds of the row. */
  when?: (row: Record<string, string>) => boolean;
}

/** One entry for each part of the account: the part's name, and its cells. */
const rows = (
  parts: readonly { idKey: string; id: string; name: string; cells: readonly Cell[] }[],
): Inner => {
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
    broken: () => made.some(({ cells }) => cells.some(({ control }) => control.validity.badInput)),
  };
};

const dateInput = (value = ''): HTMLInputElement => node('input', { type: 'date', max: '2199-12-31', value });
const wordsInput = (): HTMLTextAreaElement => node('textarea', { rows: 2, maxlength: LONGEST.words });

const closings = (here: Here, { account, lostReasons, mayPassOn }: About): Inner => {
  const codes = lostReasons ?? Object.entries(LOST_REASONS).map(([value, label]) => ({ value, label }));
  const outcomes = [
    ...Object.entries(OUTCOMES).map(([value, label]) => ({ value, label: of(here, label) })),
    ...(mayPassOn ? [{ value: TO_SUCCESSOR, label: say(here, 'toSuccessor') }] : []),
  ];
  return rows(
    (account === null ? [] : openOpportunities(account)).map(({ id, product }) => ({
      idKey: 'opportunityId',
      id,
      name: product,
      cells: [
        { key: 'outcome', label: say(here, 'outcome'), control: select(here, outcomes) },
        { key: 'on', label: say(here, 'closedOn'), control: dateInput(here.today) },
        {
          key: 'lostReason',
          label: say(here, 'lostReason'),
          control: select(here, labelled(here, codes)),
          when: ({ outcome }) => outcome === 'lost',
        },
        { key: 'note', label: say(here, 'noteOptional'), control: wordsInput() },
      ],
    })),
  );
};

/** What must have an end: everything live, and what ended without a reason (guard CHURNED). */
const churns = (here: Here, { account }: About): Inner =>
  rows(
    (account === null ? [] : listed(account.products))
      .filter(
        ({ state, endsOn, churnReason }) =>
          (state === 'live' || state === 'ended') &&
          (endsOn === null || endsOn > here.today || (churnReason ?? '').trim() === ''),
      )
      .map(({ id, product, endsOn }) => ({
        idKey: 'productId',
        id,
        name: product,
        cells: [
          { key: 'endsOn', label: say(here, 'endsOn'), control: dateInput(endsOn ?? '') },
          { key: 'reason', label: say(here, 'churnReason'), control: wordsInput() },
        ],
      })),
  );

const innerOf = (here: Here, field: FormField, about: About): Inner => {
  const [only, ...more] = field.choices;
  switch (field.kind) {
    case 'text':
      return valued(
        node('input', {
          type: 'text',
          maxlength: LONGEST.text,
          autocomplete: 'off',
          list: field.key.endsWith('.with') ? about.contactList : null,
        }),
      );
    case 'words':
      return valued(wordsInput());
    case 'number':
      return valued(node('input', { type: 'number', min: 0, step: 1, inputmode: 'numeric' }));
    case 'date':
      return valued(dateInput());
    case 'tick':
      return tick(of(here, field.label));
    case 'member':
      return valued(select(here, members(here)));
    case 'choice':
      return only !== undefined && more.length === 0
        ? single(here, only.value, only.label)
        : only === undefined
          ? valued(node('input', { type: 'text', maxlength: LONGEST.text, autocomplete: 'off' }))
          : valued(select(here, labelled(here, field.choices)));
    case 'radio':
      return radios(here, field);
    case 'products':
      return ticks(here, field);
    case 'contact':
      return contactInner(here, about);
    case 'account':
      return companyField(here, about.account?.id ?? null);
    case 'closings':
      return closings(here, about);
    case 'churns':
      return churns(here, about);
    default:
      return field.kind satisfies never;
  }
};

const tick = (label: string): Inner => {
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

export const controlOf = (here: Here, field: FormField, about: About): Control => {
  const inner = innerOf(here, field, about);
  const [id, told] = [newId(), newId()];
  const optional = field.optional === true && field.kind !== 'tick' ? say(here, 'optional') : null;
  const either = partnerOf(field.key) === null ? null : say(here, 'oneIsEnough');
  const label = [of(here, field.label), optional ?? either].filter((part) => part !== null);
  const problem = node('p', { class: 'problem', id: told, hidden: true });
  const hint = field.hint === undefined ? null : node('p', { class: 'hint' }, of(here, field.hint));
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
      else focusIn(element);
    },
    complain: (words) => {
      problem.textContent = words ?? '';
      problem.hidden = words === null;
      for (const one of element.querySelectorAll('input, select, textarea'))
        if (words === null) one.removeAttribute('aria-invalid');
        else one.setAttribute('aria-invalid', 'true');
    },
    broken: () => inner.broken?.() ?? false,
  };
};
