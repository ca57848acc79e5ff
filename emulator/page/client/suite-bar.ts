/** The local suite's own bar above the spreadsheet: who, in which language, when, and the jobs that run by themselves elsewhere. */
import type { BookKey, ClockView } from '../protocol';
import { type PageAddress, pageUrlOf } from './address';
import { element, elementById } from './element';
import { roleLabel, type Translate } from './messages';
import { openModal } from './modal';
import type { WelcomeEvent } from './page-events';
import { showPageError, showPageToast } from './toasts';

export interface SuiteBar {
  show(welcome: WelcomeEvent): void;
  showClock(clock: ClockView): void;
  showBook(key: BookKey): void;
}

export function makeSuiteBar(
  t: Translate,
  address: () => PageAddress,
  openBook: (key: BookKey) => void,
): SuiteBar {
  const bar = elementById('suite-bar');
  bar.setAttribute('aria-label', t('localSuite'));
  const clock = element('output', { class: 'clock', 'aria-label': t('clock') });
  const books = element('span', { class: 'books', role: 'group', 'aria-label': t('documents') });
  let now: ClockView | null = null;

  const go = (over: Partial<PageAddress>): void => location.assign(pageUrlOf({ ...address(), ...over }));

  function showClock(view: ClockView): void {
    now = view;
    clock.value = `${view.now}${view.set ? ` ${t('clockSet')}` : ''}`;
  }

  function showBook(key: BookKey): void {
    for (const button of books.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.dataset.key === key));
  }

  function personSelect({ people, person }: WelcomeEvent): HTMLElement {
    const select = element('select', { id: 'person' });
    const known = people.some(({ key }) => key === person.key);
    for (const { key, name, role } of known ? people : [...people, person]) {
      const suffix = roleLabel(address().lang, role);
      select.append(element('option', { value: key }, suffix ? `${name} (${suffix})` : name));
    }
    select.value = person.key;
    select.onchange = () => go({ as: select.value });
    return element('label', {}, element('span', {}, t('person')), select);
  }

  function languageSelect(): HTMLElement {
    const select = element('select', { id: 'language' });
    select.append(
      element('option', { value: 'ja' }, '日本語'),
      element('option', { value: 'en' }, 'English'),
    );
    select.value = address().lang;
    select.onchange = () => go({ lang: select.value === 'en' ? 'en' : 'ja' });
    return element('label', {}, element('span', {}, t('language')), select);
  }

  function phoneSwitch(): HTMLElement {
    const box = element('input', { type: 'checkbox', id: 'phone' });
    box.checked = address().phone;
    box.onchange = () => go({ phone: box.checked });
    return element('label', { title: t('phoneHint') }, box, t('phone'));
  }

  function button(label: string, act: () => void): HTMLButtonElement {
    const made = element('button', { type: 'button' }, label);
    made.onclick = act;
    return made;
  }

  async function runJob(job: 'layout' | 'queue', made: HTMLButtonElement): Promise<void> {
    const name = t(job === 'layout' ? 'layoutJob' : 'queueJob');
    const running = showPageToast(t('jobRuns'), name, -1);
    made.disabled = true;
    try {
      const answer = await fetch(`/local/jobs/${job}`, { method: 'POST' });
      const body = await answer.json();
      if (answer.ok) showPageToast(jobResultText(job, body, address().lang), name, 8);
      else
        showPageError(t, `${name}: ${t('jobFailed')}`, {
          message: body.error.message[address().lang],
          stack: '',
        });
    } catch (error) {
      showPageError(t, `${name}: ${t('jobFailed')}`, { message: String(error), stack: '' });
    } finally {
      made.disabled = false;
      running.close();
    }
  }

  const jobs = (): HTMLElement => {
    const layout = button(t('layoutJob'), () => void runJob('layout', layout));
    const queue = button(t('queueJob'), () => void runJob('queue', queue));
    return element('span', { class: 'jobs', role: 'group', 'aria-label': t('jobs') }, layout, queue);
  };

  async function setClock(day: string | null): Promise<void> {
    await fetch('/local/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ now: day }),
    });
    showPageToast(t('clockTold'), t('clock'));
  }

  function openClock(): void {
    const box = openModal(t('setClock'), () => box.close());
    const day = element('input', {
      type: 'date',
      required: '',
      value: now?.now.slice(0, 10) ?? '',
      'aria-label': t('clock'),
    });
    const form = element('form', { method: 'dialog' });
    const done = (value: string | null): void => {
      box.close();
      void setClock(value);
    };
    const set = element('button', { type: 'submit', class: 'main' }, t('ok'));
    form.onsubmit = (event) => {
      event.preventDefault();
      if (day.value) done(day.value);
    };
    form.append(
      day,
      element(
        'div',
        { class: 'buttons' },
        set,
        button(t('realTime'), () => done(null)),
        button(t('cancel'), () => box.close()),
      ),
    );
    box.dialog.append(form);
    day.focus();
  }

  return {
    show(welcome) {
      books.replaceChildren(
        ...welcome.books.map(({ key }) => {
          const made = button(t(key), () => openBook(key));
          made.dataset.key = key;
          return made;
        }),
      );
      bar.replaceChildren(
        element('strong', { class: 'brand', title: t('localSuiteHint') }, t('localSuite')),
        personSelect(welcome),
        languageSelect(),
        phoneSwitch(),
        books,
        element('span', { class: 'time' }, clock, button(t('setClock'), openClock)),
        jobs(),
      );
      showClock(welcome.clock);
      showBook(address().sheet);
    },
    showClock,
    showBook,
  };
}

interface LayoutResult {
  written: number;
  appended: number;
  unchanged: number;
  pending: number;
}
interface QueueResult {
  counts: { overdue: number; thisWeek: number; thisMonth: number; later: number };
}

function jobResultText(job: 'layout' | 'queue', body: unknown, language: 'ja' | 'en'): string {
  if (job === 'layout') {
    const { written, appended, unchanged, pending } = body as LayoutResult;
    return language === 'ja'
      ? `${written} 行を書き換え、${appended} 行を追加しました。変わらない行は ${unchanged}、送信待ちは ${pending} です。`
      : `${written} rows written, ${appended} added, ${unchanged} unchanged, ${pending} waiting to be sent.`;
  }
  const { overdue, thisWeek, thisMonth, later } = (body as QueueResult).counts;
  return language === 'ja'
    ? `期限超過 ${overdue}、今週 ${thisWeek}、今月 ${thisMonth}、それ以降 ${later} 件です。`
    : `${overdue} overdue, ${thisWeek} this week, ${thisMonth} this month, ${later} later.`;
}
