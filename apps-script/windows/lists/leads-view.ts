/** Wasted leads: which companies of a list the register knows already, and what they would cost again. */
import type { KnownLead, LeadsAnswer } from '../../../functions/contract/leads';
import { STATUSES } from '../../../functions/domain/status/statuses';
import type { LeadsRequest, Result } from '../../script-api';
import { button, newId, node, setChildren } from '../kit/dom';
import { errorView } from '../kit/error-view';
import { callScript } from '../kit/script-client';
import { statusChip } from '../kit/status-chip';
import {
  formatCount,
  isCertainMatch,
  leadsCsv,
  leadsDetails,
  leadsHeadline,
  matchText,
  meetingText,
  parsePrice,
} from '../messages/leads-text';
import { type ListMessageKey, tList } from '../messages/list-catalog';
import { formatDate, type Viewer } from '../messages/viewer';
import { columnsTable } from './columns-table';
import { accountRowButton } from './list-changes-view';
import { readListFile } from './list-file';
import { problemsView } from './remarks-view';

const MAX_NAME_LENGTH = 60;
/** Rows of the table at a time; the functions give 500. */
const ROWS_PER_PAGE = 50;

const tableHead = (viewer: Viewer, ...keys: readonly ListMessageKey[]): HTMLElement =>
  node(
    'thead',
    { class: 'heads' },
    node(
      'tr',
      {},
      ...keys.map((key) => node('th', { scope: 'col', class: `col-${key}` }, tList(viewer, key))),
    ),
  );

const statusTable = (viewer: Viewer, { byStatus }: LeadsAnswer): HTMLElement =>
  node(
    'table',
    { class: 'grid counts' },
    node('caption', { class: 'unseen' }, tList(viewer, 'byStatus')),
    tableHead(viewer, 'statusHead', 'countHead'),
    node(
      'tbody',
      {},
      ...STATUSES.filter((status) => byStatus[status] > 0).map((status) =>
        node(
          'tr',
          {},
          node('td', {}, statusChip(viewer, status)),
          node('td', { class: 'number' }, formatCount(byStatus[status])),
        ),
      ),
    ),
  );

const leadRow = (viewer: Viewer, lead: KnownLead): HTMLElement =>
  node(
    'tr',
    {},
    node('td', { class: 'number quiet' }, String(lead.line)),
    node(
      'td',
      {},
      node('div', { class: 'name' }, lead.name),
      node('div', {}, accountRowButton(viewer, { id: lead.accountId, name: lead.accountName })),
      node('div', { class: isCertainMatch(lead) ? 'sure' : 'unsure' }, matchText(viewer, lead)),
    ),
    node(
      'td',
      {},
      statusChip(viewer, lead.status),
      lead.products.length === 0 ? null : node('div', { class: 'quiet' }, lead.products.join(' / ')),
    ),
    node('td', { class: lead.met ? '' : 'quiet' }, meetingText(viewer, lead)),
    node('td', { class: lead.owner === null ? 'quiet' : '' }, lead.owner ?? tList(viewer, 'nobody')),
    node(
      'td',
      {},
      lead.awaitedCondition,
      lead.nextCheck === null
        ? null
        : node(
            'div',
            { class: 'quiet' },
            tList(viewer, 'nextCheckOn', { date: formatDate(viewer, lead.nextCheck) }),
          ),
    ),
  );

/** Downloads may be blocked in the frame of a dialog: the text stands there to be copied too. */
const csvView = (viewer: Viewer, rows: readonly KnownLead[]): HTMLElement => {
  const id = newId();
  const csv = leadsCsv(viewer, rows);
  const area = node('textarea', { id, rows: 6, readonly: true, spellcheck: 'false', wrap: 'off' });
  area.value = csv;
  const said = node('p', { class: 'hint', role: 'status' });
  const copy = button(tList(viewer, 'copy'), () => {
    area.focus();
    area.select();
    said.textContent = tList(viewer, document.execCommand('copy') ? 'copied' : 'copyByHand');
  });
  // The mark tells Excel that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv' }));
  const link = node('a', { href: url, download: 'leads.csv', target: '_self' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return node(
    'div',
    { class: 'field' },
    node('label', { for: id }, tList(viewer, 'csvReady', { n: formatCount(rows.length) })),
    area,
    node('div', { class: 'buttons' }, copy),
    said,
  );
};

export const leadsView = (viewer: Viewer): HTMLElement => {
  const [fileId, priceId, nameId] = [newId(), newId(), newId()];
  const file = node('input', { type: 'file', id: fileId, accept: '.csv,.tsv,.txt,text/csv' });
  const price = node('input', { type: 'text', id: priceId, inputmode: 'numeric', autocomplete: 'off' });
  const list = node('input', { type: 'text', id: nameId, maxlength: MAX_NAME_LENGTH, autocomplete: 'off' });
  const told = node('div', { 'aria-live': 'polite' });
  let busy = false;
  let warned = false;

  /** What was typed since then would make another answer. */
  const stale = (): void => {
    warned = false;
    setChildren(told);
  };
  const columns = columnsTable(viewer, () => match(), stale);
  const lock = (locked: boolean): void => {
    busy = locked;
    for (const one of setup.querySelectorAll<HTMLInputElement>('input, select, button'))
      one.disabled = locked;
  };
  const complain = (field: HTMLElement, key: ListMessageKey): null => {
    const id = newId();
    setChildren(told, node('p', { class: 'problem', role: 'alert', id }, tList(viewer, key)));
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
    field.focus();
    return null;
  };

  /** Null when something lacks, which is said then. */
  const gather = async (): Promise<Omit<LeadsRequest, 'from'> | null> => {
    for (const field of [file, price]) {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    }
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return complain(file, 'chooseFile');
    const yen = parsePrice(price.value);
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
    setChildren(told, node('p', { class: 'quiet' }, tList(viewer, 'matching')));
    const answer = await callScript('matchLeads', { ...asked, from: 0 });
    lock(false);
    if ('error' in answer) {
      setChildren(told, errorView(viewer, answer.error, match));
      told.querySelector('button')?.focus();
    } else show(answer.value, asked);
  };

  const show = (answer: LeadsAnswer, asked: Omit<LeadsRequest, 'from'>): void => {
    columns.show(answer, answer.total === 0);
    const heading =
      answer.total === 0
        ? node('h3', { tabindex: -1 }, tList(viewer, 'listUnread'))
        : node('p', { class: 'headline', tabindex: -1 }, leadsHeadline(viewer, answer));
    setChildren(
      told,
      heading,
      answer.total === 0
        ? null
        : node('ul', {}, ...leadsDetails(viewer, answer).map((sentence) => node('li', {}, sentence))),
      answer.known === 0 ? null : statusTable(viewer, answer),
      problemsView(viewer, answer),
      answer.rows.length === 0 ? null : rowsView(answer, asked),
    );
    heading.focus();
    heading.scrollIntoView({ block: 'start' });
  };

  const rowsView = (first: LeadsAnswer, asked: Omit<LeadsRequest, 'from'>): HTMLElement => {
    const rows = [...first.rows];
    let next = first.next;
    const all = first.known + first.unsure;
    const body = node('tbody');
    const count = node('span', { class: 'quiet', role: 'status' });
    const trouble = node('div');
    const saved = node('div');
    const draw = (): void => {
      const from = body.children.length;
      body.append(...rows.slice(from, from + ROWS_PER_PAGE).map((lead) => leadRow(viewer, lead)));
      count.textContent = tList(viewer, 'shownOf', {
        n: formatCount(body.children.length),
        all: formatCount(all),
      });
      more.hidden = body.children.length >= rows.length && next === null;
    };
    /** False when there was trouble: the button that needed them stays. */
    const readNext = async (again: () => unknown): Promise<boolean> => {
      if (next === null) return true;
      setChildren(trouble, node('p', { class: 'quiet', role: 'status' }, tList(viewer, 'reading')));
      const answer: Result<LeadsAnswer> = await callScript('matchLeads', { ...asked, from: next });
      if ('error' in answer) {
        setChildren(trouble, errorView(viewer, answer.error, again));
        return false;
      }
      setChildren(trouble);
      rows.push(...answer.value.rows);
      next = answer.value.next;
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
        setChildren(saved, csvView(viewer, rows));
        saved.querySelector('textarea')?.focus();
      });
    const more = button(tList(viewer, 'showMore'), showMore);
    const save = button(tList(viewer, 'saveCsv'), saveAll);
    draw();
    return node(
      'div',
      {},
      node('div', { class: 'section-head' }, node('h3', {}, tList(viewer, 'knownRows')), save),
      saved,
      node(
        'table',
        { class: 'grid leads' },
        tableHead(viewer, 'lineHead', 'leadHead', 'statusHead', 'metHead', 'owner', 'waitsHead'),
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
      node('p', { class: 'hint' }, tList(viewer, 'leadsHint')),
      node('div', { class: 'field' }, node('label', { for: fileId }, tList(viewer, 'listFile')), file),
      node('div', { class: 'field' }, node('label', { for: priceId }, tList(viewer, 'leadPrice')), price),
      node(
        'div',
        { class: 'field' },
        node('label', { for: nameId }, tList(viewer, 'leadListName')),
        list,
        node('p', { class: 'hint' }, tList(viewer, 'leadListHint')),
      ),
      node(
        'div',
        { class: 'buttons' },
        node('button', { type: 'submit', class: 'primary' }, tList(viewer, 'matchLeads')),
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
      notice.textContent = tList(viewer, 'escapeAgain');
    },
    true,
  );
  return node('div', {}, setup, told, notice);
};
