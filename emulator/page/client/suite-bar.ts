/** The local suite's own bar above the spreadsheet: person, language, phone, spreadsheet, clock, and the scheduled jobs. */
import type { BookKey, ClockView } from '../protocol';
import { type PageAddress, pageUrlOf } from './address';
import { openClockDialog } from './clock-dialog';
import { actionButton, element, elementById } from './element';
import { roleLabel, type Translate } from './messages';
import type { WelcomeEvent } from './page-events';
import { jobButtons } from './suite-jobs';

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
  let shownClock: ClockView | null = null;

  const goTo = (change: Partial<PageAddress>): void =>
    location.assign(pageUrlOf({ ...address(), ...change }));

  function showClock(view: ClockView): void {
    shownClock = view;
    clock.value = `${view.now}${view.set ? ` ${t('clockSet')}` : ''}`;
  }

  function showBook(key: BookKey): void {
    for (const bookButton of books.querySelectorAll('button'))
      bookButton.setAttribute('aria-pressed', String(bookButton.dataset.key === key));
  }

  function personSelect({ people, person }: WelcomeEvent): HTMLElement {
    const select = element('select', { id: 'person' });
    const isSelectable = people.some(({ key }) => key === person.key);
    for (const { key, name, role } of isSelectable ? people : [...people, person]) {
      const suffix = roleLabel(address().lang, role);
      select.append(element('option', { value: key }, suffix ? `${name} (${suffix})` : name));
    }
    select.value = person.key;
    select.onchange = () => goTo({ as: select.value });
    return element('label', {}, element('span', {}, t('person')), select);
  }

  function languageSelect(): HTMLElement {
    const select = element('select', { id: 'language' });
    select.append(
      element('option', { value: 'ja' }, '日本語'),
      element('option', { value: 'en' }, 'English'),
    );
    select.value = address().lang;
    select.onchange = () => goTo({ lang: select.value === 'en' ? 'en' : 'ja' });
    return element('label', {}, element('span', {}, t('language')), select);
  }

  function phoneSwitch(): HTMLElement {
    const box = element('input', { type: 'checkbox', id: 'phone' });
    box.checked = address().phone;
    box.onchange = () => goTo({ phone: box.checked });
    return element('label', { title: t('phoneHint') }, box, t('phone'));
  }

  return {
    show(welcome) {
      books.replaceChildren(
        ...welcome.books.map(({ key }) => {
          const bookButton = actionButton(t(key), () => openBook(key));
          bookButton.dataset.key = key;
          return bookButton;
        }),
      );
      bar.replaceChildren(
        element('strong', { class: 'brand', title: t('localSuiteHint') }, t('localSuite')),
        personSelect(welcome),
        languageSelect(),
        phoneSwitch(),
        books,
        element(
          'span',
          { class: 'time' },
          clock,
          actionButton(t('setClock'), () =>
            openClockDialog(t, address().lang, shownClock?.now.slice(0, 10) ?? ''),
          ),
        ),
        jobButtons(t, address().lang),
      );
      showClock(welcome.clock);
      showBook(address().sheet);
    },
    showClock,
    showBook,
  };
}
