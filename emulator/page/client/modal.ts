/** Modal dialogs: nothing else can be reached until they are closed; then the focus goes back. */
import { element, elementById } from './element';

export interface Modal {
  dialog: HTMLDialogElement;
  /** Closes the dialog and gives the focus back. */
  close(): void;
}

/** `onEscape` is called for Escape; it has to close the dialog. */
export function openModal(title: string, onEscape: () => void, modal = true): Modal {
  const focusedBefore = document.activeElement;
  const id = `title-${crypto.randomUUID()}`;
  const heading = element('h2', { id }, title);
  const dialog = element('dialog', { 'aria-labelledby': id, class: 'box' }, heading);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onEscape();
  });
  // What is typed into the dialog must not reach the sheet behind it.
  for (const kind of ['keydown', 'keyup', 'keypress'] as const)
    dialog.addEventListener(kind, (event) => event.stopPropagation());
  elementById('layer').append(dialog);
  if (modal) {
    dialog.showModal();
    keepTabWithin(dialog);
  } else dialog.show();
  return {
    dialog,
    close() {
      dialog.close();
      dialog.remove();
      if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected) focusedBefore.focus();
    },
  };
}

const FOCUSABLE = 'button, input, textarea, select, a[href], iframe';

/**
 * Tab goes round within the dialog: behind its last control, which may be one of a frame, it would leave the page. Backwards the
 * browser goes from behind the last control: a frame that is given the focus has it where it was.
 */
function keepTabWithin(dialog: HTMLDialogElement): void {
  let isPassing = false;
  const edge = (toFirst: boolean): HTMLElement => {
    const stop = element('span', { tabindex: '0' });
    stop.onfocus = () => {
      if (isPassing) return;
      const all = dialog.querySelectorAll<HTMLElement>(FOCUSABLE);
      all[toFirst ? 0 : all.length - 1]?.focus();
    };
    return stop;
  };
  dialog.prepend(edge(false));
  // Stays the last one, whatever is put into the dialog afterwards.
  const last = edge(true);
  new MutationObserver(() => {
    if (dialog.lastElementChild !== last) dialog.append(last);
  }).observe(dialog, { childList: true });
  dialog.append(last);
  dialog.addEventListener('keydown', ({ key, shiftKey, target }) => {
    if (key !== 'Tab' || !shiftKey || target !== dialog.querySelector(FOCUSABLE)) return;
    isPassing = true;
    last.focus();
    isPassing = false;
  });
}

export interface ModalChoice<T> {
  label: string;
  value: T;
}

export interface ModalQuestion<T> {
  title: string;
  text: string;
  /** Enter chooses the first. */
  choices: readonly ModalChoice<T>[];
  /** The answer for Escape. */
  closed: T;
  /** Between the text and the buttons. */
  more?: readonly HTMLElement[];
}

export interface PendingAnswer<T> {
  answer: Promise<T>;
  /** Closes the question without an answer. */
  withdraw(): void;
}

export function askQuestion<T>({
  title,
  text,
  choices,
  closed,
  more = [],
}: ModalQuestion<T>): PendingAnswer<T> {
  let resolveAnswer: (value: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => {
    resolveAnswer = resolve;
  });
  const box = openModal(title, () => choose(closed));
  const choose = (value: T): void => {
    box.close();
    resolveAnswer(value);
  };
  const form = element('form', { method: 'dialog' });
  const buttons = choices.map(({ label, value }, index) => {
    const button = element(
      'button',
      { type: index === 0 ? 'submit' : 'button', class: index === 0 ? 'main' : '' },
      label,
    );
    if (index > 0) button.onclick = () => choose(value);
    return button;
  });
  form.onsubmit = (event) => {
    event.preventDefault();
    const [first] = choices;
    if (first) choose(first.value);
  };
  form.append(
    element('p', { class: 'text' }, text),
    ...more,
    element('div', { class: 'buttons' }, ...buttons),
  );
  box.dialog.append(form);
  const field = form.querySelector<HTMLElement>('input:not([type=checkbox]), textarea') ?? buttons[0];
  field?.focus();
  return { answer, withdraw: box.close };
}
