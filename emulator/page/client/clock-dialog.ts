/** The dialog in which the suite's clock is set to a day, or back to the real time. */

import type { PageLanguage } from '../protocol';
import { actionButton, element } from './element';
import type { Translate } from './messages';
import { openModal } from './modal';
import { serverRefusalOf } from './server-answers';
import { showPageError, showPageToast } from './toasts';

/** `today` is the day of the clock, `2026-07-01`. */
export function openClockDialog(t: Translate, language: PageLanguage, today: string): void {
  const box = openModal(t('setClock'), () => box.close());
  const day = element('input', { type: 'date', required: '', value: today, 'aria-label': t('clock') });
  const form = element('form', { method: 'dialog' });
  const submit = (value: string | null): void => {
    box.close();
    void setClock(t, language, value);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (day.value) submit(day.value);
  };
  const buttons = element(
    'div',
    { class: 'buttons' },
    element('button', { type: 'submit', class: 'main' }, t('ok')),
    actionButton(t('realTime'), () => submit(null)),
    actionButton(t('cancel'), () => box.close()),
  );
  form.append(day, buttons);
  box.dialog.append(form);
  day.focus();
}

/** Null sets the real time. */
async function setClock(t: Translate, language: PageLanguage, day: string | null): Promise<void> {
  const answer = await fetch('/local/clock', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ now: day }),
  });
  if (answer.ok) showPageToast(t('clockIsSet'), t('clock'));
  else
    showPageError(t, t('clock'), {
      message: serverRefusalOf(await answer.json()).message[language],
      stack: '',
    });
}
