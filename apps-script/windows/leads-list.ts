/** Wasted leads: which companies of a list the register knows already, and what they would cost again. */
import type { KnownLead, LeadsAnswer } from '../../functions/contract';
import { STATUSES } from '../../functions/domain/statuses';
import type { LeadsWish, Told } from '../told';
import { rowButton } from './changes-view';
import { columnsTable } from './columns-table';
import { type Here, shownDate } from './here';
import {
  headline,
  howKnown,
  isCertain,
  leadsCsv,
  metWords,
  moreSentences,
  priceOf,
  shownNumber,
} from './leads-words';
import { readListFile } from './list-file';
import { problemsView } from './list-remarks';
import { type ListWordKey, say } from './list-words';
import { button, fill, newId, node } from './nodes';
import { ask } from './script';
import { statusChip } from './status-chip';
import { troubleView } from './trouble-view';

const LONGEST_NAME = 60;
/** Rows of the table at a time; the functions give 500. */
const SHOWN = 50;

const headOf = (here: Here, ...keys: readonly ListWordKey[]): HTMLElement =>
  node(
    'thead',
    { class: 'heads' },
    node('tr', {}, ...keys.map((key) => node('th', { scope: 'col', class: `col-${key}` }, say(here, key)))),
  );

const statusTable = (here: Here, { byStatus }: LeadsAnswer): HTMLElement =>
  node(
    'table',
    { class: 'grid counts' },
    node('caption', { class: 'unseen' }, say(here, 'byStatus')),
    headOf(here, 'statusHead', 'countHead'),
    node(
      'tbody',
      {},
      ...STATUSES.filter((status) => byStatus[status] > 0).map((status) =>
        node(
          'tr',
          {},
          node('td', {}, statusChip(here, status)),
          node('td', { class: 'number' }, shownNumber(byStatus[status])),
        ),
      ),
    ),
  );

const leadRow = (here: Here, lead: KnownLead): HTMLElement =>
  node(
    'tr',
    {},
    node('td', { class: 'number quiet' }, String(lead.line)),
    node(
      'td',
      {},
      node('div', { class: 'name' }, lead.name),
      node('div', {}, rowButton(here, { id: lead.accountId, name: lead.accountName })),
      node('div', { class: isCertain(lead) ? 'sure' : 'unsure' }, howKnown(here, lead)),
    ),
    node(
      'td',
      {},
      statusChip(here, lead.status),
      lead.products.length === 0 ? null : node('div', { class: 'quiet' }, lead.products.join(' / ')),
    ),
    node('td', { class: lead.met ? '' : 'quiet' }, metWords(here, lead)),
    node('td', { class: lead.owner === null ? 'quiet' : '' }, lead.owner ?? say(here, 'nobody')),
    node(
      'td',
      {},
      lead.awaitedCondition,
      lead.nextCheck === null
        ? null
        : node(
            'div',
            { class: 'quiet' },
            say(here, 'nextCheckOn', { date: shownDate(here, lead.nextCheck) }),
          ),
    ),
  );

/** Downloads may be blocked in the frame of a dialog: the text stands there to be copied too. */
const csvView = (here: Here, rows: readonly KnownLead[]): HTMLElement => {
  const id = newId();
  const csv = leadsCsv(here, rows);
  const area = node('textarea', { id, rows: 6, readonly: true, spellcheck: 'false', wrap: 'off' });
  area.value = csv;
  const said = node('p', { class: 'hint', role: 'status' });
  const copy = button(say(here, 'copy'), () => {
    area.focus();
    area.select();
    said.textContent = say(here, document.execCommand('copy') ? 'copied' : 'copyByHand');
  });
  // The mark tells Excel that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv' }));
  const link = node('a', { href: url, download: 'leads.csv', target: '_self' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return node(
    'div',
    { class: 'field' },
    node('label', { for: id }, say(here, 'csvReady', { n: shownNumber(rows.length) })),
    area,
    node('div', { class: 'buttons' }, copy),
    said,
  );
};

export const leadsView = (here: Here): HTMLElement => {
  const [fileId, priceId, nameId] = [newId(), newId(), newId()];
  const file = node('input', { type: 'file', id: fileId, accept: '.csv,.tsv,.txt,text/csv' });
  const price = node('input', { type: 'text', id: priceId, inputmode: 'numeric', autocomplete: 'off' });
  const list = node('input', { type: 'text', id: nameId, maxlength: LONGEST_NAME, autocomplete: 'off' });
  const told = node('div', { 'aria-live': 'polite' });
  let busy = false;
  let warned = false;

  /** What was typed since then would make another answer. */
  const stale = (): void => {
    warned = false;
    fill(told);
  };
  const columns = columnsTable(here, () => match(), stale);
  const lock = (locked: boolean): void => {
    busy = locked;
    for (const one of setup.querySelectorAll<HTMLInputElement>('input, select, button'))
      one.disabled = locked;
  };
  const complain = (field: HTMLElement, key: ListWordKey): null => {
    const id = newId();
    fill(told, node('p', { class: 'problem', role: 'alert', id }, say(here, key)));
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
    field.focus();
    return null;
  };

  /** Null when something lacks, which is said then. */
  const gather = async (): Promise<Omit<LeadsWish, 'from'> | null> => {
    for (const field of [file, price]) {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    }
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return complain(file, 'chooseFile');
    const yen = priceOf(price.value);
    if (yen === null) return complain(price, 'leadPriceWrong');
    const read = await readListFile(chosen);
    if ('problem' in read) return complain(file, read.problem);
    const name = list.value.trim();
    return { text: read.text, price: yen, list: name === '' ? null : name, ...columns.reading() };
  };

  const match = async (): Promise<void> => {
    if (busy) return;
    const asked = await gather();
    if (asked === null || busy) return;
    lock(true);
    fill(told, node('p', { class: 'quiet' }, say(here, 'matching')));
    const answer = await ask('matchLeads', { ...asked, from: 0 });
    lock(false);
    if ('trouble' in answer) {
      fill(told, troubleView(here, answer.trouble, match));
      told.querySelector('button')?.focus();
    } else show(answer.told, asked);
  };

  const show = (answer: LeadsAnswer, asked: Omit<LeadsWish, 'from'>): void => {
    columns.show(answer, answer.total === 0);
    const heading =
      answer.total === 0
        ? node('h3', { tabindex: -1 }, say(here, 'listUnread'))
        : node('p', { class: 'headline', tabindex: -1 }, headline(here, answer));
    fill(
      told,
      heading,
      answer.total === 0
        ? null
        : node('ul', {}, ...moreSentences(here, answer).map((sentence) => node('li', {}, sentence))),
      answer.known === 0 ? null : statusTable(here, answer),
      problemsView(here, answer),
      answer.rows.length === 0 ? null : rowsView(answer, asked),
    );
    heading.focus();
    heading.scrollIntoView({ block: 'start' });
  };

  const rowsView = (first: LeadsAnswer, asked: Omit<LeadsWish, 'from'>): HTMLElement => {
    const rows = [...first.rows];
    let next = first.next;
    const all = first.known + first.unsure;
    const body = node('tbody');
    const count = node('span', { class: 'quiet', role: 'status' });
    const trouble = node('div');
    const saved = node('div');
    const draw = (): void => {
      const from = body.children.length;
      body.append(...rows.slice(from, from + SHOWN).map((lead) => leadRow(here, lead)));
      count.textContent = say(here, 'shownOf', {
        n: shownNumber(body.children.length),
        all: shownNumber(all),
      });
      more.hidden = body.children.length >= rows.length && next === null;
    };
    /** False when there was trouble: the button that needed them stays. */
    const readNext = async (again: () => unknown): Promise<boolean> => {
      if (next === null) return true;
      fill(trouble, node('p', { class: 'quiet', role: 'status' }, say(here, 'reading')));
      const answer: Told<LeadsAnswer> = await ask('matchLeads', { ...asked, from: next });
      if ('trouble' in answer) {
        fill(trouble, troubleView(here, answer.trouble, again));
        return false;
      }
      fill(trouble);
      rows.push(...answer.told.rows);
      next = answer.told.next;
      return true;
    };
    const locked = async (work: () => Promise<void>): Promise<void> => {
      if (busy) return;
      lock(true);
      more.disabled = save.disabled = true;
      await work();
      more.disabled = save.disabled = false;
      lock(false);
    };
    const showMore = (): Promise<void> =>
      locked(async () => {
        if (body.children.length < rows.length || (await readNext(showMore))) draw();
      });
    const saveAll = (): Promise<void> =>
      locked(async () => {
        while (next !== null) if (!(await readNext(saveAll))) return;
        draw();
        fill(saved, csvView(here, rows));
        saved.querySelector('textarea')?.focus();
      });
    const more = button(say(here, 'showMore'), showMore);
    const save = button(say(here, 'saveCsv'), saveAll);
    draw();
    return node(
      'div',
      {},
      node('div', { class: 'section-head' }, node('h3', {}, say(here, 'knownRows')), save),
      saved,
      node(
        'table',
        { class: 'grid leads' },
        headOf(here, 'lineHead', 'leadHead', 'statusHead', 'metHead', 'owner', 'waitsHead'),
        body,
      ),
      node('div', { class: 'buttons' }, more, count),
      trouble,
    );
  };

  file.addEventListener('change', () => {
    columns.clear();
    stale();
  });
  price.addEventListener('input', stale);
  list.addEventListener('input', stale);

  const setup = node(
    'div',
    {},
    node(
      'form',
      {
        class: 'form',
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          void match();
        },
      },
      node('p', { class: 'hint' }, say(here, 'leadsHint')),
      node('div', { class: 'field' }, node('label', { for: fileId }, say(here, 'listFile')), file),
      node('div', { class: 'field' }, node('label', { for: priceId }, say(here, 'leadPrice')), price),
      node(
        'div',
        { class: 'field' },
        node('label', { for: nameId }, say(here, 'leadListName')),
        list,
        node('p', { class: 'hint' }, say(here, 'leadListHint')),
      ),
      node(
        'div',
        { class: 'buttons' },
        node('button', { type: 'submit', class: 'primary' }, say(here, 'matchLeads')),
      ),
    ),
    columns.element,
  );
  const notice = node('p', { class: 'hint', role: 'status' });
  document.addEventListener(
    'keydown',
    (event) => {
      notice.textContent = '';
      if (event.key !== 'Escape' || event.isComposing || warned) return;
      if (columns.reading().mapping === null) return;
      event.preventDefault();
      warned = true;
      notice.textContent = say(here, 'escapeAgain');
    },
    true,
  );
  return node('div', {}, setup, told, notice);
};
