/** The local suite's own bar above the spreadsheet: person, language, phone, spreadsheet, clock, and the scheduled jobs. */
import type { BookKey, ClockView } from '../protocol';
import { type PageAddress, pageUrlOf } from './address';
import { openClockDialog } from './clock-dialog';
import { actionButton, element, elementById } from './element';
import { roleLabel, type Translate } from './messages';
import type { WelcomeEvent } from './page-events';
import { jobButtons } from './suite-jobs';

export interface SuiteBarDeps {
  t: Translate;
  address(): PageAddress;
  openBook(key: BookKey): void;
}

export class SuiteBar {
  private readonly bar = elementById('suite-bar');
  private readonly clock: HTMLOutputElement;
  private readonly books: HTMLElement;
  private shownClock: ClockView | null = null;

  constructor(private readonly deps: SuiteBarDeps) {
    const { t } = deps;
    this.bar.setAttribute('aria-label', t('localSuite'));
    this.clock = element('output', { class: 'clock', 'aria-label': t('clock') });
    this.books = element('span', { class: 'books', role: 'group', 'aria-label': t('documents') });
  }

  show(welcome: WelcomeEvent): void {
    const { t, address } = this.deps;
    this.books.replaceChildren(...welcome.books.map(({ key }) => this.bookButton(key)));
    this.bar.replaceChildren(
      element('strong', { class: 'brand', title: t('localSuiteHint') }, t('localSuite')),
      personSelect(this.deps, welcome),
      languageSelect(this.deps),
      phoneSwitch(this.deps),
      this.books,
      element('span', { class: 'time' }, this.clock, this.clockButton()),
      jobButtons(t, address().lang),
    );
    this.showClock(welcome.clock);
    this.showBook(address().sheet);
  }

  showClock(view: ClockView): void {
    this.shownClock = view;
    this.clock.value = `${view.now}${view.set ? ` ${this.deps.t('clockSet')}` : ''}`;
  }

  /** Marks the spreadsheet that is open. */
  showBook(key: BookKey): void {
    for (const button of this.books.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.dataset.key === key));
  }

  private bookButton(key: BookKey): HTMLButtonElement {
    const button = actionButton(this.deps.t(key), () => this.deps.openBook(key));
    button.dataset.key = key;
    return button;
  }

  private clockButton(): HTMLButtonElement {
    const { t, address } = this.deps;
    return actionButton(t('setClock'), () =>
      openClockDialog(t, address().lang, this.shownClock?.now.slice(0, 10) ?? ''),
    );
  }
}

const goTo = ({ address }: SuiteBarDeps, change: Partial<PageAddress>): void =>
  location.assign(pageUrlOf({ ...address(), ...change }));

/** Includes the present person, even one that nobody else can choose. */
function personSelect(deps: SuiteBarDeps, { people, person }: WelcomeEvent): HTMLElement {
  const select = element('select', { id: 'person', 'aria-label': deps.t('person') });
  const isSelectable = people.some(({ key }) => key === person.key);
  for (const { key, name, role } of isSelectable ? people : [...people, person]) {
    const suffix = roleLabel(deps.address().lang, role);
    select.append(element('option', { value: key }, suffix ? `${name} (${suffix})` : name));
  }
  select.value = person.key;
  select.onchange = () => goTo(deps, { as: select.value });
  return element('label', {}, element('span', {}, deps.t('person')), select);
}

function languageSelect(deps: SuiteBarDeps): HTMLElement {
  const select = element('select', { id: 'language', 'aria-label': deps.t('language') });
  select.append(element('option', { value: 'ja' }, '日本語'), element('option', { value: 'en' }, 'English'));
  select.value = deps.address().lang;
  select.onchange = () => goTo(deps, { lang: select.value === 'en' ? 'en' : 'ja' });
  return element('label', {}, element('span', {}, deps.t('language')), select);
}

function phoneSwitch(deps: SuiteBarDeps): HTMLElement {
  const box = element('input', { type: 'checkbox', id: 'phone' });
  box.checked = deps.address().phone;
  box.onchange = () => goTo(deps, { phone: box.checked });
  return element('label', { title: deps.t('phoneHint') }, box, deps.t('phone'));
}
