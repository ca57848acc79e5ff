/** What is said in passing, below at the left; and what has gone wrong, above, until it is put away. */
import type { ScriptFailure } from '../../apps-script/protocol';
import { element, elementById } from './element';
import type { Translate } from './messages';

const DEFAULT_SECONDS = 5;
/** A script that passes a negative time wants its toast to stay. */
const STAY_SECONDS = 24 * 3600;

export interface Toast {
  close(): void;
}

export function showPageToast(message: string, title = '', seconds: number | null = DEFAULT_SECONDS): Toast {
  const box = element('div', { class: 'toast' });
  if (title) box.append(element('strong', {}, title));
  box.append(element('span', {}, message));
  elementById('toasts').append(box);
  const close = (): void => box.remove();
  const stays = seconds === null ? DEFAULT_SECONDS : seconds < 0 ? STAY_SECONDS : seconds;
  setTimeout(close, stays * 1000);
  return { close };
}

/** One of the same kind at a time. */
export function showPageError(
  t: Translate,
  title: string,
  error: Pick<ScriptFailure, 'message' | 'stack'>,
): void {
  for (const old of elementById('troubles').children)
    if (old.firstElementChild?.textContent === title) old.remove();
  const box = element('div', { class: 'trouble', role: 'alert' });
  const away = element('button', { type: 'button', 'aria-label': t('close') }, '×');
  away.onclick = () => box.remove();
  box.append(element('strong', {}, title), element('span', {}, error.message));
  if (error.stack) {
    const details = element('details', {}, element('summary', {}, t('details')));
    details.append(element('pre', {}, error.stack));
    box.append(details);
  }
  box.append(away);
  elementById('troubles').append(box);
}

/** One line across the page while something lasts; empty takes it away. */
export function showPageBanner(text: string): void {
  elementById('banner').textContent = text;
  elementById('banner').hidden = text === '';
}
