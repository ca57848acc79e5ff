/** Modal boxes: nothing else can be reached until they are answered; the focus goes in and comes back. */
import { element, elementById } from './element';

export interface Modal {
  dialog: HTMLDialogElement;
  /** Puts it away and gives the focus back. */
  close(): void;
}

/** `onEscape`: what Escape and the close button mean. */
export function openModal(title: string, onEscape: () => void, modal = true): Modal {
  const before = document.activeElement;
  const id = `title-${crypto.randomUUID()}`;
  const heading = element('h2', { id }, title);
  const dialog = element('dialog', { 'aria-labelledby': id, class: 'box' }, heading);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onEscape();
  });
  // What is typed here is not for the sheet behind it.
  for (const kind of ['keydown', 'keyup', 'keypress'] as const)
    dialog.addEventListener(kind, (event) => event.stopPropagation());
  elementById('layer').append(dialog);
  if (modal) dialog.showModal();
  else dialog.show();
  return {
    dialog,
    close() {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
  };
}

export interface ModalChoice<T> {
  label: string;
  value: T;
}

export interface ModalQuestion<T> {
  title: string;
  text: string;
  /** The first is what Enter means. */
  choices: readonly ModalChoice<T>[];
  /** What Escape means. */
  closed: T;
  /** Between the text and the buttons. */
  more?: readonly HTMLElement[];
}

export interface PendingAnswer<T> {
  answer: Promise<T>;
  /** Nobody waits for the answer any more. */
  withdraw(): void;
}

export function askQuestion<T>({
  title,
  text,
  choices,
  closed,
  more = [],
}: ModalQuestion<T>): PendingAnswer<T> {
  let settle: (value: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => {
    settle = resolve;
  });
  const box = openModal(title, () => done(closed));
  const done = (value: T): void => {
    box.close();
    settle(value);
  };
  const form = element('form', { method: 'dialog' });
  const buttons = choices.map(({ label, value }, index) => {
    const button = element(
      'button',
      { type: index === 0 ? 'submit' : 'button', class: index === 0 ? 'main' : '' },
      label,
    );
    if (index > 0) button.onclick = () => done(value);
    return button;
  });
  form.onsubmit = (event) => {
    event.preventDefault();
    const [first] = choices;
    if (first) done(first.value);
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
