/** The local suite's own bar above the spreadsheet: who, in which language, when, and the jobs that run by themselves elsewhere. */
import type { ClockView, Told } from '../protocol';
import { type Address, addressOf } from './address';
import { element, part } from './element';
import { openBox } from './modal';
import { toast, trouble } from './toasts';
import { roleIn, type Say } from './words';

type Welcome = Extract<Told, { kind: 'welcome' }>;

export interface SuiteBar {
  show(welcome: Welcome): void;
  showClock(clock: ClockView): void;
  showBook(key: 'register' | 'queue'): void;
}

export function makeSuiteBar(
  say: Say,
  address: () => Address,
  openBook: (key: 'register' | 'queue') => void,
): SuiteBar {
  const bar = part('suite-bar');
  bar.setAttribute('aria-label', say('localSuite'));
  const clock = element('output', { class: 'clock', 'aria-label': say('clock') });
  const books = element('span', { class: 'books', role: 'group', 'aria-label': say('documents') });
  let now: ClockView | null = null;

  const go = (over: Partial<Address>): void => location.assign(addressOf({ ...address(), ...over }));

  function showClock(view: ClockView): void {
    now = view;
    clock.value = `${view.now}${view.set ? ` ${say('clockSet')}` : ''}`;
  }

  function showBook(key: 'register' | 'queue'): void {
    for (const button of books.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.dataset.key === key));
  }

  function personSelect({ people, person }: Welcome): HTMLElement {
    const select = element('select', { id: 'person' });
    const known = people.some(({ key }) => key === person.key);
    for (const { key, name, role } of known ? people : [...people, person]) {
      const suffix = roleIn(address().lang, role);
      select.append(element('option', { value: key }, suffix ? `${name} (${suffix})` : name));
    }
    select.value = person.key;
    select.onchange = () => go({ as: select.value });
    return element('label', {}, element('span', {}, say('person')), select);
  }

  function languageSelect(): HTMLElement {
    const select = element('select', { id: 'language' });
    select.append(
      element('option', { value: 'ja' }, '日本語'),
      element('option', { value: 'en' }, 'English'),
    );
    select.value = address().lang;
    select.onchange = () => go({ lang: select.value === 'en' ? 'en' : 'ja' });
    return element('label', {}, element('span', {}, say('language')), select);
  }

  function phoneSwitch(): HTMLElement {
    const box = element('input', { type: 'checkbox', id: 'phone' });
    box.checked = address().phone;
    box.onchange = () => go({ phone: box.checked });
    return element('label', { title: say('phoneHint') }, box, say('phone'));
  }

  function button(label: string, act: () => void): HTMLButtonElement {
    const made = element('button', { type: 'button' }, label);
    made.onclick = act;
    return made;
  }

  async function runJob(job: 'layout' | 'queue', made: HTMLButtonElement): Promise<void> {
    const name = say(job === 'layout' ? 'layoutJob' : 'queueJob');
    const running = toast(say('jobRuns'), name, -1);
    made.disabled = true;
    try {
      const answer = await fetch(`/local/jobs/${job}`, { method: 'POST' });
      const body = await answer.json();
      if (answer.ok) toast(resultOf(job, body, address().lang), name, 8);
      else
        trouble(say, `${name}: ${say('jobFailed')}`, {
          message: body.error.message[address().lang],
          stack: '',
        });
    } catch (error) {
      trouble(say, `${name}: ${say('jobFailed')}`, { message: String(error), stack: '' });
    } finally {
      made.disabled = false;
      running.close();
    }
  }

  const jobs = (): HTMLElement => {
    const layout = button(say('layoutJob'), () => void runJob('layout', layout));
    const queue = button(say('queueJob'), () => void runJob('queue', queue));
    return element('span', { class: 'jobs', role: 'group', 'aria-label': say('jobs') }, layout, queue);
  };

  async function setClock(day: string | null): Promise<void> {
    await fetch('/local/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ now: day }),
    });
    toast(say('clockTold'), say('clock'));
  }

  function openClock(): void {
    const box = openBox(say('setClock'), () => box.close());
    const day = element('input', {
      type: 'date',
      required: '',
      value: now?.now.slice(0, 10) ?? '',
      'aria-label': say('clock'),
    });
    const form = element('form', { method: 'dialog' });
    const done = (value: string | null): void => {
      box.close();
      void setClock(value);
    };
    const set = element('button', { type: 'submit', class: 'main' }, say('ok'));
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
        button(say('realTime'), () => done(null)),
        button(say('cancel'), () => box.close()),
      ),
    );
    box.dialog.append(form);
    day.focus();
  }

  return {
    show(welcome) {
      books.replaceChildren(
        ...welcome.books.map(({ key }) => {
          const made = button(say(key), () => openBook(key));
          made.dataset.key = key;
          return made;
        }),
      );
      bar.replaceChildren(
        element('strong', { class: 'brand', title: say('localSuiteHint') }, say('localSuite')),
        personSelect(welcome),
        languageSelect(),
        phoneSwitch(),
        books,
        element('span', { class: 'time' }, clock, button(say('setClock'), openClock)),
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

function resultOf(job: 'layout' | 'queue', body: unknown, language: 'ja' | 'en'): string {
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
