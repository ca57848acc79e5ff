/** What happened, in a sentence, with the way back. */
import type { SheetCommandResult } from '../../script-api';
import { statusLabel } from '../messages/change-text';
import { t, type Viewer } from '../messages/viewer';
import type { CommandSender } from './command-sender';
import { button, node, setChildren } from './dom';
import { errorView } from './error-view';
import { refusalView } from './refusal-view';
import type { CommandRequestBody } from './request-ids';

export interface ResultSummary {
  sentence: string;
  /** Beneath it: rows that were refused. */
  more?: Node | null;
  /** What was accepted: each can be taken back. */
  accepted: readonly SheetCommandResult[];
  /** After an undo. */
  onUndone?: () => void;
  /** Null where there is nothing to close. */
  close: { label: string; act: () => void } | null;
  next?: { label: string; act: () => void };
}

/** The row of an accepted wish tells the version that it made: the one to undo. */
export const undoRequestOf = ({ row }: SheetCommandResult): CommandRequestBody | null =>
  row === null
    ? null
    : { accountId: row.id, version: row.version, command: { type: 'undo', version: row.version } };

/** Nobody has to do anything about it: it is told. */
const sameNameView = (viewer: Viewer, same: SheetCommandResult['sameName']): HTMLElement | null => {
  if (same == null) return null;
  const names = same.accounts.map(({ name, status }) => `${name} (${statusLabel(viewer, status)})`);
  const more = same.count > names.length ? ['…'] : [];
  return node('p', {}, t(viewer, 'sameNameToo', { n: same.count, names: [...names, ...more].join(', ') }));
};

export const resultView = (
  viewer: Viewer,
  sender: CommandSender,
  { sentence, more, accepted, onUndone, close, next }: ResultSummary,
): HTMLElement => {
  const said = node('p', { class: 'sentence', 'aria-live': 'polite' }, sentence);
  const told = node('div', { 'aria-live': 'polite' });
  const undos = accepted.filter(sender.mayUndo).flatMap((result) => undoRequestOf(result) ?? []);
  const undo = button(t(viewer, 'undo'), async () => {
    if (undo.disabled) return;
    undo.disabled = true;
    const answer = await sender.send(undos);
    if ('error' in answer) {
      undo.disabled = false;
      setChildren(told, errorView(viewer, answer.error, null));
      return;
    }
    const refused = answer.value.flatMap(({ refusal }) => refusal ?? []);
    const [first] = refused;
    said.textContent = t(viewer, 'undoneCount', { n: answer.value.length - refused.length });
    setChildren(told, first === undefined ? null : refusalView(viewer, first, { reload: null }));
    undo.hidden = true;
    onUndone?.();
  });
  const element = node(
    'div',
    { class: 'outcome', tabindex: -1, role: 'status' },
    said,
    more ?? null,
    ...accepted.flatMap(({ sameName }) => sameNameView(viewer, sameName) ?? []),
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
export const showResult = (room: Element, view: HTMLElement): void => {
  setChildren(room, view);
  view.focus();
};
