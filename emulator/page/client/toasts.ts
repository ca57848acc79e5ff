/** Toasts, which go away by themselves; errors, which stay until they are closed; and a banner across the page. */
import type { ScriptFailure } from '../../apps-script/protocol';
import { element, elementById } from './element';
import type { Translate } from './messages';

const DEFAULT_SECONDS = 5;
/** A negative time means that the toast stays. */
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
  const shownSeconds = seconds === null ? DEFAULT_SECONDS : seconds < 0 ? STAY_SECONDS : seconds;
  setTimeout(close, shownSeconds * 1000);
  return { close };
}

/** Replaces an error with the same title. */
export function showPageError(
  t: Translate,
  title: string,
  error: Pick<ScriptFailure, 'message' | 'stack'>,
): void {
  for (const old of elementById('troubles').children)
    if (old.firstElementChild?.textContent === title) old.remove();
  const box = element('div', { class: 'trouble', role: 'alert' });
  const closeButton = element('button', { type: 'button', 'aria-label': t('close') }, '×');
  closeButton.onclick = () => box.remove();
  box.append(element('strong', {}, title), element('span', {}, error.message));
  if (error.stack) {
    const details = element('details', {}, element('summary', {}, t('details')));
    details.append(element('pre', {}, error.stack));
    box.append(details);
  }
  box.append(closeButton);
  elementById('troubles').append(box);
}

/** Shows one line across the page; an empty text hides it. */
export function showPageBanner(text: string): void {
  elementById('banner').textContent = text;
  elementById('banner').hidden = text === '';
}
