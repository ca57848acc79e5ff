/** What is said in passing, below at the left; and what has gone wrong, above, until it is put away. */
import type { ScriptTrouble } from '../protocol';
import { element, part } from './element';
import type { Say } from './words';

const SECONDS = 5;
/** A script that passes a negative time wants its toast to stay. */
const FOR_EVER = 24 * 3600;

export interface Toast {
  close(): void;
}

export function toast(message: string, title = '', seconds: number | null = SECONDS): Toast {
  const box = element('div', { class: 'toast' });
  if (title) box.append(element('strong', {}, title));
  box.append(element('span', {}, message));
  part('toasts').append(box);
  const close = (): void => box.remove();
  const stays = seconds === null ? SECONDS : seconds < 0 ? FOR_EVER : seconds;
  setTimeout(close, stays * 1000);
  return { close };
}

/** One of the same kind at a time. */
export function trouble(say: Say, title: string, error: Pick<ScriptTrouble, 'message' | 'stack'>): void {
  for (const old of part('troubles').children) if (old.firstElementChild?.textContent === title) old.remove();
  const box = element('div', { class: 'trouble', role: 'alert' });
  const away = element('button', { type: 'button', 'aria-label': say('close') }, '×');
  away.onclick = () => box.remove();
  box.append(element('strong', {}, title), element('span', {}, error.message));
  if (error.stack) {
    const details = element('details', {}, element('summary', {}, say('details')));
    details.append(element('pre', {}, error.stack));
    box.append(details);
  }
  box.append(away);
  part('troubles').append(box);
}

/** One line across the page while something lasts; empty takes it away. */
export function banner(text: string): void {
  part('banner').textContent = text;
  part('banner').hidden = text === '';
}
