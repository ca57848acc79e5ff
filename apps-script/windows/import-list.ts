/** Import of a list: rehearsed first, then in slices that can be stopped and go on; the batch can be taken back. */
import type { ImportAnswer, ImportMode, ListChanges } from '../../functions/contract';
import type { ImportWish, Told, Trouble } from '../told';
import { changesView } from './changes-view';
import { columnsTable } from './columns-table';
import type { Here } from './here';
import { readListFile } from './list-file';
import { notesView, problemsView } from './list-remarks';
import { type ListWordKey, say } from './list-words';
import { button, fill, newId, node, pairs } from './nodes';
import { ask } from './script';
import { troubleView } from './trouble-view';

const LONGEST_NAME = 60;
const LONGEST_PRODUCT = 200;

const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', shift_jis: 'Shift_JIS' } as const;

/** What was rehearsed, and is imported exactly so in every slice. */
type Asked = Omit<ImportWish, 'dryRun' | 'from' | 'skipProblems'>;

const countsView = (here: Here, { counts, changes }: ImportAnswer): HTMLElement =>
  pairs(
    (['created', 'filled', 'unchanged', 'refused', 'withDebts'] as const)
      // Told among the changes, with the lines themselves.
      .filter((key) => changes === null || (key !== 'created' && key !== 'unchanged'))
      .map((key) => [say(here, key), counts[key].toLocaleString('en')]),
  );

export const importView = (here: Here, close: () => void): HTMLElement => {
  const [fileId, tabId, nameId, productId] = [newId(), newId(), newId(), newId()];
  const file = node('input', { type: 'file', id: fileId, accept: '.csv,.tsv,.txt,text/csv' });
  const tabs = node('select', { id: tabId });
  const list = node('input', { type: 'text', id: nameId, maxlength: LONGEST_NAME, autocomplete: 'off' });
  const clients = node('input', { type: 'checkbox' });
  const product = node('input', {
    type: 'text',
    id: productId,
    maxlength: LONGEST_PRODUCT,
    autocomplete: 'off',
  });
  const told = node('div', { 'aria-live': 'polite' });
  let proposed = '';
  let fromTab = false;
  let encoding: keyof typeof ENCODINGS | null = null;
  /** As the person chose it; null leaves it to the functions. */
  let mode: ImportMode | null = null;
  let busy = false;
  let importing = false;
  /** Rows of a batch wait for another slice. */
  let unfinished = false;
  let warned = false;

  const stale = (): void => {
    warned = false;
    fill(told);
  };
  const columns = columnsTable(here, () => rehearse(), stale);
  const otherSource = (): void => {
    mode = null;
    columns.clear();
    stale();
  };

  const lock = (locked: boolean): void => {
    busy = locked;
    for (const one of setup.querySelectorAll<HTMLInputElement>('input, select, button'))
      one.disabled = locked;
  };
  /** The heading that was made last is read out and where Tab goes on. */
  const show = (heading: HTMLElement | null, ...children: readonly (Node | null)[]): void => {
    fill(told, heading, ...children);
    notice.textContent = '';
    const first = heading ?? told.querySelector('button');
    first?.focus();
    first?.scrollIntoView({ block: 'nearest' });
    heading?.scrollIntoView({ block: 'start' });
  };
  const headingOf = (words: string): HTMLElement => node('h3', { tabindex: -1 }, words);

  const complain = (field: HTMLElement, key: ListWordKey): null => {
    const id = newId();
    fill(told, node('p', { class: 'problem', role: 'alert', id }, say(here, key)));
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
    field.focus();
    return null;
  };

  /** Null when something lacks, which is said then. */
  const gather = async (): Promise<Asked | null> => {
    for (const field of [file, tabs, list, product]) {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    }
    const [chosen] = file.files ?? [];
    if (fromTab ? tabs.value === '' : chosen === undefined)
      return fromTab ? complain(tabs, 'chooseTab') : complain(file, 'chooseFile');
    if (list.value.trim() === '') return complain(list, 'nameTheList');
    if (clients.checked && product.value.trim() === '') return complain(product, 'nameTheProduct');
    let text: string | null = null;
    encoding = null;
    if (!fromTab && chosen !== undefined) {
      const read = await readListFile(chosen);
      if ('problem' in read) return complain(file, read.problem);
      ({ text, encoding } = read);
    }
    return {
      list: list.value.trim(),
      text,
      tab: fromTab ? tabs.value : null,
      product: clients.checked ? product.value.trim() : null,
      mode,
      ...columns.reading(),
    };
  };

  const rehearse = async (): Promise<void> => {
    if (busy) return;
    const asked = await gather();
    if (asked === null || busy) return;
    lock(true);
    fill(told, node('p', { class: 'quiet' }, say(here, 'rehearsing')));
    const answer = await ask('importList', { ...asked, dryRun: true, from: 0, skipProblems: false });
    lock(false);
    if ('trouble' in answer) show(null, troubleView(here, answer.trouble, rehearse));
    else showRehearsal(answer.told, { ...asked, mode: answer.told.mode });
  };

  const readWords = ({ mode: as, total, counts }: ImportAnswer): string => {
    if (total === 0) return say(here, 'listUnread');
    const n = total - counts.refused;
    return as === 'changes'
      ? say(here, 'rehearsedChanges', { n, changed: counts.created + counts.filled })
      : say(here, 'rehearsed', { n });
  };

  const showRehearsal = (answer: ImportAnswer, asked: Asked): void => {
    const n = answer.total - answer.counts.refused;
    const changed = answer.counts.created + answer.counts.filled;
    columns.show(answer, answer.total === 0);
    const skip = node('input', { type: 'checkbox' });
    const start = button(
      answer.mode === 'changes' ? say(here, 'importChanges', { n: changed }) : say(here, 'importNow', { n }),
      () => void run(0, asked, skip.checked),
      'primary',
    );
    const mustSkip = answer.problemCount > 0;
    start.disabled = mustSkip;
    skip.addEventListener('change', () => {
      start.disabled = !skip.checked;
    });
    show(
      headingOf(readWords(answer)),
      encoding === null
        ? null
        : node('p', { class: 'quiet' }, say(here, 'readAs', { encoding: ENCODINGS[encoding] })),
      answer.mode === 'changes' || mode !== null ? modeChoice(answer.mode) : null,
      answer.changes === null ? null : changesView(here, answer.changes),
      answer.total === 0 ? null : countsView(here, answer),
      problemsView(here, answer) ?? node('p', { class: 'quiet' }, say(here, 'rowsFine')),
      notesView(here, answer),
      mustSkip && n > 0 ? node('label', { class: 'tick' }, skip, say(here, 'skipProblems')) : null,
      n === 0 ? null : node('div', { class: 'buttons' }, start),
    );
  };

  const modeChoice = (now: ImportMode): HTMLElement => {
    const name = newId();
    const choice = (value: ImportMode, label: ListWordKey, hint: ListWordKey): HTMLElement =>
      node(
        'label',
        { class: 'tick' },
        node('input', {
          type: 'radio',
          name,
          checked: value === now,
          onchange: () => {
            mode = value;
            void rehearse();
          },
        }),
        node('span', {}, say(here, label), node('small', {}, say(here, hint))),
      );
    return node(
      'fieldset',
      { class: 'field' },
      node('legend', {}, say(here, 'cameAgain')),
      choice('changes', 'asChanges', 'asChangesHint'),
      choice('add', 'asAdd', 'asAddHint'),
    );
  };

  const run = async (from: number, asked: Asked, skipProblems: boolean): Promise<void> => {
    if (busy) return;
    lock(true);
    importing = true;
    setup.hidden = true;
    let stopped = false;
    const bar = node('progress', { max: 1, value: 0, 'aria-label': say(here, 'importing') });
    const words = node('p', {}, say(here, 'importing'));
    const stop = button(say(here, 'stop'), () => {
      stopped = true;
      stop.disabled = true;
      words.textContent = say(here, 'stopping');
    });
    fill(told, bar, words, node('p', { class: 'quiet' }, say(here, 'keepOpen')), stop);
    stop.focus();
    let next: number | null = from;
    let last: ImportAnswer | null = null;
    let trouble: Trouble | null = null;
    while (next !== null && !stopped) {
      const answer: Told<ImportAnswer> = await ask('importList', {
        ...asked,
        dryRun: false,
        from: next,
        skipProblems,
      });
      if ('trouble' in answer) {
        trouble = answer.trouble;
        break;
      }
      last = answer.told;
      next = last.next;
      bar.max = Math.max(1, last.total);
      bar.value = last.done;
      if (!stopped) words.textContent = say(here, 'doneOf', { done: last.done, total: last.total });
    }
    importing = false;
    lock(false);
    const rest = next;
    unfinished = rest !== null;
    const changes = last === null || rest !== null ? null : await wholeChanges(last);
    show(
      last === null
        ? null
        : headingOf(
            say(here, rest === null ? 'imported' : 'importedSoFar', { done: last.done, total: last.total }),
          ),
      trouble === null ? null : troubleView(here, trouble, () => run(rest ?? 0, asked, skipProblems)),
      last === null ? null : summary(last, changes ?? last.changes),
      node(
        'div',
        { class: 'buttons' },
        trouble === null && rest !== null
          ? button(
              say(here, 'goOn', { done: rest, total: last?.total ?? 0 }),
              () => run(rest, asked, skipProblems),
              'primary',
            )
          : null,
        ...endButtons(rest === null),
      ),
      last === null ? null : undo(last.batch),
    );
  };

  const endButtons = (finished: boolean): HTMLElement[] => [
    ...(finished ? [button(say(here, 'close'), close, 'primary')] : []),
    button(say(here, finished ? 'anotherList' : 'backToForm'), () => {
      setup.hidden = false;
      unfinished = false;
      stale();
      list.focus();
    }),
  ];

  /** With what the slices before have changed. Null where that cannot be told now: the last slice says enough. */
  const wholeChanges = async ({ batch, changes }: ImportAnswer): Promise<ListChanges | null> => {
    if (changes === null) return null;
    const answer = await ask('readBatch', batch);
    return 'trouble' in answer ? null : answer.told.changes;
  };

  const summary = (answer: ImportAnswer, changes: ListChanges | null): HTMLElement =>
    node(
      'div',
      {},
      countsView(here, { ...answer, changes }),
      answer.counts.withDebts === 0
        ? null
        : node('p', { class: 'warning' }, say(here, 'debtsLeft', { n: answer.counts.withDebts })),
      changes === null ? null : changesView(here, changes),
      problemsView(here, answer),
      notesView(here, answer),
    );

  const undo = (batch: string): HTMLElement => {
    const said = node('div');
    let undone = 0;
    const takeBack = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      importing = true;
      for (const one of told.querySelectorAll('button')) one.disabled = true;
      let trouble: Trouble | null = null;
      for (let next: number | null = 0; next !== null && trouble === null; ) {
        fill(said, node('p', { class: 'quiet' }, say(here, 'undoing', { n: undone })));
        const answer: Told<{ undone: number; next: number | null }> = await ask('undoImport', batch);
        if ('trouble' in answer) trouble = answer.trouble;
        else {
          undone += answer.told.undone;
          next = answer.told.next;
        }
      }
      busy = false;
      importing = false;
      if (trouble === null) {
        unfinished = false;
        show(
          headingOf(say(here, 'undoneCount', { n: undone })),
          node('div', { class: 'buttons' }, ...endButtons(true)),
        );
        return;
      }
      for (const one of told.querySelectorAll('button')) one.disabled = false;
      fill(said, troubleView(here, trouble, takeBack));
      said.querySelector('button')?.focus();
    };
    return node('div', { class: 'undo' }, button(say(here, 'undoImport'), takeBack), said);
  };

  /** A name for the list, unless the person has typed one. */
  const propose = (name: string): void => {
    if (list.value.trim() !== '' && list.value !== proposed) return;
    proposed = name.slice(0, LONGEST_NAME);
    list.value = proposed;
  };
  file.addEventListener('change', () => {
    otherSource();
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) propose(chosen.name.replace(/\.[^.]*$/, ''));
  });
  tabs.addEventListener('change', () => {
    otherSource();
    propose(tabs.value);
  });
  list.addEventListener('input', () => {
    mode = null;
    stale();
  });
  product.addEventListener('input', stale);

  const fileField = node(
    'div',
    { class: 'field' },
    node('label', { for: fileId }, say(here, 'listFile')),
    file,
  );
  const tabField = node(
    'div',
    { class: 'field', hidden: true },
    node('label', { for: tabId }, say(here, 'tab')),
    tabs,
  );
  const productField = node(
    'div',
    { class: 'field', hidden: true },
    node('label', { for: productId }, say(here, 'productName')),
    product,
    node('p', { class: 'hint' }, say(here, 'allUseHint')),
  );
  clients.addEventListener('change', () => {
    productField.hidden = !clients.checked;
    stale();
    if (clients.checked) product.focus();
  });

  const sources = node('div');
  const findTabs = async (): Promise<void> => {
    const answer = await ask('listTabs');
    if ('trouble' in answer) {
      fill(sources, troubleView(here, answer.trouble, findTabs));
      return;
    }
    if (answer.told.length === 0) {
      fill(sources);
      return;
    }
    fill(
      tabs,
      node('option', { value: '' }, say(here, 'choose')),
      ...answer.told.map((title) => node('option', { value: title }, title)),
    );
    const name = newId();
    const source = (tab: boolean, label: ListWordKey): HTMLElement =>
      node(
        'label',
        { class: 'tick' },
        node('input', {
          type: 'radio',
          name,
          checked: tab === fromTab,
          disabled: busy,
          onchange: () => {
            fromTab = tab;
            fileField.hidden = tab;
            tabField.hidden = !tab;
            otherSource();
          },
        }),
        say(here, label),
      );
    fill(
      sources,
      node(
        'fieldset',
        { class: 'field' },
        node('legend', {}, say(here, 'source')),
        node('div', { class: 'row' }, source(false, 'sourceFile'), source(true, 'sourceTab')),
      ),
    );
  };

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
          void rehearse();
        },
      },
      node('p', { class: 'hint' }, say(here, 'importHint')),
      sources,
      fileField,
      tabField,
      node('div', { class: 'field' }, node('label', { for: nameId }, say(here, 'listName')), list),
      node('label', { class: 'tick' }, clients, say(here, 'allUse')),
      productField,
      node(
        'div',
        { class: 'buttons' },
        node('button', { type: 'submit', class: 'primary' }, say(here, 'rehearse')),
      ),
    ),
    columns.element,
  );
  const notice = node('p', { class: 'hint', role: 'status' });
  const element = node('div', {}, setup, told, notice);
  // What was chosen is not thrown away by a slip of the finger, and nothing is left half done unseen.
  document.addEventListener(
    'keydown',
    (event) => {
      notice.textContent = '';
      if (event.key !== 'Escape' || event.isComposing) return;
      const dirty = !setup.hidden && (columns.reading().mapping !== null || product.value.trim() !== '');
      if (!importing && (warned || !(dirty || unfinished))) return;
      event.preventDefault();
      warned = !importing;
      if (importing) notice.textContent = say(here, 'stopFirst');
      else notice.textContent = say(here, unfinished ? 'unfinishedEscape' : 'escapeAgain');
    },
    true,
  );
  void findTabs();
  return element;
};
