/** What happened, in a sentence, with the way back. */
import type { Fate } from '../told';
import { type Here, say } from './here';
import { statusWord } from './history-words';
import { button, fill, node } from './nodes';
import { refusalView } from './refusal-view';
import type { Given } from './request-ids';
import type { Sender } from './sending';
import { troubleView } from './trouble-view';

export interface Outcome {
  sentence: string;
  /** Beneath it: rows that were refused. */
  more?: Node | null;
  /** What was accepted: each can be taken back. */
  accepted: readonly Fate[];
  /** After an undo. */
  undone?: () => void;
  /** Null where there is nothing to close. */
  close: { label: string; act: () => void } | null;
  next?: { label: string; act: () => void };
}

/** The row of an accepted wish tells the version that it made: the one to undo. */
export const undoOf = ({ row }: Fate): Given | null =>
  row === null
    ? null
    : { accountId: row.id, version: row.version, command: { type: 'undo', version: row.version } };

/** Nobody has to do anything about it: it is told. */
const sameNameView = (here: Here, same: Fate['sameName']): HTMLElement | null => {
  if (same == null) return null;
  const names = same.accounts.map(({ name, status }) => `${name} (${statusWord(here, status)})`);
  const more = same.count > names.length ? ['…'] : [];
  return node('p', {}, say(here, 'sameNameToo', { n: same.count, names: [...names, ...more].join(', ') }));
};

export const outcomeView = (
  here: Here,
  sender: Sender,
  { sentence, more, accepted, undone, close, next }: Outcome,
): HTMLElement => {
  const said = node('p', { class: 'sentence', 'aria-live': 'polite' }, sentence);
  const told = node('div', { 'aria-live': 'polite' });
  const undos = accepted.filter(sender.mayUndo).flatMap((fate) => undoOf(fate) ?? []);
  const undo = button(say(here, 'undo'), async () => {
    if (undo.disabled) return;
    undo.disabled = true;
    const answer = await sender.give(undos);
    if ('trouble' in answer) {
      undo.disabled = false;
      fill(told, troubleView(here, answer.trouble, null));
      return;
    }
    const refused = answer.told.flatMap(({ refusal }) => refusal ?? []);
    const [first] = refused;
    said.textContent = say(here, 'undoneCount', { n: answer.told.length - refused.length });
    fill(told, first === undefined ? null : refusalView(here, first, { reload: null }));
    undo.hidden = true;
    undone?.();
  });
  const element = node(
    'div',
    { class: 'outcome', tabindex: -1, role: 'status' },
    said,
    more ?? null,
    ...accepted.flatMap(({ sameName }) => sameNameView(here, sameName) ?? []),
    told,
    node(
      'div',
      { class: 'buttons' },
      next === undefined ? null : button(next.label, next.act, 'primary'),
      undos.length === 0 ? null : undo,
      close === null ? null : button(close.label, close.act, next === undefined ? 'primary' : ''),
    ),
  );
  return element;
};

/** Shows it in the place of the form; the reader of the screen goes there. */
export const showOutcome = (room: Element, view: HTMLElement): void => {
  fill(room, view);
  view.focus();
};
