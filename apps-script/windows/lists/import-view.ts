/** Import of a list: rehearsed first, then in slices that can be stopped and go on; the batch can be taken back. */
import type { ImportAnswer, ImportMode, ListChanges } from '../../../functions/contract/import';
import type { ApiError, ImportRequest, Result } from '../../script-api';
import { button, definitionList, newId, node, setChildren } from '../kit/dom';
import { errorView } from '../kit/error-view';
import { callScript } from '../kit/script-client';
import { type ListMessageKey, tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import { columnsTable } from './columns-table';
import { listChangesView } from './list-changes-view';
import { readListFile } from './list-file';
import { notesView, problemsView } from './remarks-view';

const MAX_NAME_LENGTH = 60;
const MAX_PRODUCT_LENGTH = 200;

const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', shift_jis: 'Shift_JIS' } as const;

/** What was rehearsed, and is imported exactly so in every slice. */
type ImportInput = Omit<ImportRequest, 'dryRun' | 'from' | 'skipProblems'>;

const countsView = (viewer: Viewer, { counts, changes }: ImportAnswer): HTMLElement =>
  definitionList(
    (['created', 'filled', 'unchanged', 'refused', 'withDebts'] as const)
      // Told among the changes, with the lines themselves.
      .filter((key) => changes === null || (key !== 'created' && key !== 'unchanged'))
      .map((key) => [tList(viewer, key), counts[key].toLocaleString('en')]),
  );

export const importView = (viewer: Viewer, close: () => void): HTMLElement => {
  const [fileId, tabId, nameId, productId] = [newId(), newId(), newId(), newId()];
  const file = node('input', { type: 'file', id: fileId, accept: '.csv,.tsv,.txt,text/csv' });
  const tabs = node('select', { id: tabId });
  const list = node('input', { type: 'text', id: nameId, maxlength: MAX_NAME_LENGTH, autocomplete: 'off' });
  const clients = node('input', { type: 'checkbox' });
  const product = node('input', {
    type: 'text',
    id: productId,
    maxlength: MAX_PRODUCT_LENGTH,
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
    setChildren(told);
  };
  const columns = columnsTable(viewer, () => rehearse(), stale);
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
    setChildren(told, heading, ...children);
    notice.textContent = '';
    const first = heading ?? told.querySelector('button');
    first?.focus();
    first?.scrollIntoView({ block: 'nearest' });
    heading?.scrollIntoView({ block: 'start' });
  };
  const headingOf = (words: string): HTMLElement => node('h3', { tabindex: -1 }, words);

  const complain = (field: HTMLElement, key: ListMessageKey): null => {
    const id = newId();
    setChildren(told, node('p', { class: 'problem', role: 'alert', id }, tList(viewer, key)));
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
    field.focus();
    return null;
  };

  /** Null when something lacks, which is said then. */
  const gather = async (): Promise<ImportInput | null> => {
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
    setChildren(told, node('p', { class: 'quiet' }, tList(viewer, 'rehearsing')));
    const answer = await callScript('importList', { ...asked, dryRun: true, from: 0, skipProblems: false });
    lock(false);
    if ('error' in answer) show(null, errorView(viewer, answer.error, rehearse));
    else showRehearsal(answer.value, { ...asked, mode: answer.value.mode });
  };

  const readWords = ({ mode: as, total, counts }: ImportAnswer): string => {
    if (total === 0) return tList(viewer, 'listUnread');
    const n = total - counts.refused;
    return as === 'changes'
      ? tList(viewer, 'rehearsedChanges', { n, changed: counts.created + counts.filled })
      : tList(viewer, 'rehearsed', { n });
  };

  const showRehearsal = (answer: ImportAnswer, asked: ImportInput): void => {
    const n = answer.total - answer.counts.refused;
    const changed = answer.counts.created + answer.counts.filled;
    columns.show(answer, answer.total === 0);
    const skip = node('input', { type: 'checkbox' });
    const start = button(
      answer.mode === 'changes'
        ? tList(viewer, 'importChanges', { n: changed })
        : tList(viewer, 'importNow', { n }),
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
        : node('p', { class: 'quiet' }, tList(viewer, 'readAs', { encoding: ENCODINGS[encoding] })),
      answer.mode === 'changes' || mode !== null ? modeChoice(answer.mode) : null,
      answer.changes === null ? null : listChangesView(viewer, answer.changes),
      answer.total === 0 ? null : countsView(viewer, answer),
      problemsView(viewer, answer) ?? node('p', { class: 'quiet' }, tList(viewer, 'rowsFine')),
      notesView(viewer, answer),
      mustSkip && n > 0 ? node('label', { class: 'tick' }, skip, tList(viewer, 'skipProblems')) : null,
      n === 0 ? null : node('div', { class: 'buttons' }, start),
    );
  };

  const modeChoice = (now: ImportMode): HTMLElement => {
    const name = newId();
    const choice = (value: ImportMode, label: ListMessageKey, hint: ListMessageKey): HTMLElement =>
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
        node('span', {}, tList(viewer, label), node('small', {}, tList(viewer, hint))),
      );
    return node(
      'fieldset',
      { class: 'field' },
      node('legend', {}, tList(viewer, 'cameAgain')),
      choice('changes', 'asChanges', 'asChangesHint'),
      choice('add', 'asAdd', 'asAddHint'),
    );
  };

  const run = async (from: number, asked: ImportInput, skipProblems: boolean): Promise<void> => {
    if (busy) return;
    lock(true);
    importing = true;
    setup.hidden = true;
    let stopped = false;
    const bar = node('progress', { max: 1, value: 0, 'aria-label': tList(viewer, 'importing') });
    const words = node('p', {}, tList(viewer, 'importing'));
    const stop = button(tList(viewer, 'stop'), () => {
      stopped = true;
      stop.disabled = true;
      words.textContent = tList(viewer, 'stopping');
    });
    setChildren(told, bar, words, node('p', { class: 'quiet' }, tList(viewer, 'keepOpen')), stop);
    stop.focus();
    let next: number | null = from;
    let last: ImportAnswer | null = null;
    let trouble: ApiError | null = null;
    while (next !== null && !stopped) {
      const answer: Result<ImportAnswer> = await callScript('importList', {
        ...asked,
        dryRun: false,
        from: next,
        skipProblems,
      });
      if ('error' in answer) {
        trouble = answer.error;
        break;
      }
      last = answer.value;
      next = last.next;
      bar.max = Math.max(1, last.total);
      bar.value = last.done;
      if (!stopped) words.textContent = tList(viewer, 'doneOf', { done: last.done, total: last.total });
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
            tList(viewer, rest === null ? 'imported' : 'importedSoFar', {
              done: last.done,
              total: last.total,
            }),
          ),
      trouble === null ? null : errorView(viewer, trouble, () => run(rest ?? 0, asked, skipProblems)),
      last === null ? null : summary(last, changes ?? last.changes),
      node(
        'div',
        { class: 'buttons' },
        trouble === null && rest !== null
          ? button(
              tList(viewer, 'goOn', { done: rest, total: last?.total ?? 0 }),
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
    ...(finished ? [button(tList(viewer, 'close'), close, 'primary')] : []),
    button(tList(viewer, finished ? 'anotherList' : 'backToForm'), () => {
      setup.hidden = false;
      unfinished = false;
      stale();
      list.focus();
    }),
  ];

  /** With what the slices before have changed. Null where that cannot be told now: the last slice says enough. */
  const wholeChanges = async ({ batch, changes }: ImportAnswer): Promise<ListChanges | null> => {
    if (changes === null) return null;
    const answer = await callScript('readBatch', batch);
    return 'error' in answer ? null : answer.value.changes;
  };

  const summary = (answer: ImportAnswer, changes: ListChanges | null): HTMLElement =>
    node(
      'div',
      {},
      countsView(viewer, { ...answer, changes }),
      answer.counts.withDebts === 0
        ? null
        : node('p', { class: 'warning' }, tList(viewer, 'debtsLeft', { n: answer.counts.withDebts })),
      changes === null ? null : listChangesView(viewer, changes),
      problemsView(viewer, answer),
      notesView(viewer, answer),
    );

  const undo = (batch: string): HTMLElement => {
    const said = node('div');
    let undone = 0;
    const takeBack = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      importing = true;
      for (const one of told.querySelectorAll('button')) one.disabled = true;
      let trouble: ApiError | null = null;
      for (let next: number | null = 0; next !== null && trouble === null; ) {
        setChildren(said, node('p', { class: 'quiet' }, tList(viewer, 'undoing', { n: undone })));
        const answer: Result<{ undone: number; next: number | null }> = await callScript('undoImport', batch);
        if ('error' in answer) trouble = answer.error;
        else {
          undone += answer.value.undone;
          next = answer.value.next;
        }
      }
      busy = false;
      importing = false;
      if (trouble === null) {
        unfinished = false;
        show(
          headingOf(tList(viewer, 'undoneCount', { n: undone })),
          node('div', { class: 'buttons' }, ...endButtons(true)),
        );
        return;
      }
      for (const one of told.querySelectorAll('button')) one.disabled = false;
      setChildren(said, errorView(viewer, trouble, takeBack));
      said.querySelector('button')?.focus();
    };
    return node('div', { class: 'undo' }, button(tList(viewer, 'undoImport'), takeBack), said);
  };

  /** A name for the list, unless the person has typed one. */
  const propose = (name: string): void => {
    if (list.value.trim() !== '' && list.value !== proposed) return;
    proposed = name.slice(0, MAX_NAME_LENGTH);
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
    node('label', { for: fileId }, tList(viewer, 'listFile')),
    file,
  );
  const tabField = node(
    'div',
    { class: 'field', hidden: true },
    node('label', { for: tabId }, tList(viewer, 'tab')),
    tabs,
  );
  const productField = node(
    'div',
    { class: 'field', hidden: true },
    node('label', { for: productId }, tList(viewer, 'productName')),
    product,
    node('p', { class: 'hint' }, tList(viewer, 'allUseHint')),
  );
  clients.addEventListener('change', () => {
    productField.hidden = !clients.checked;
    stale();
    if (clients.checked) product.focus();
  });

  const sources = node('div');
  const findTabs = async (): Promise<void> => {
    const answer = await callScript('listTabs');
    if ('error' in answer) {
      setChildren(sources, errorView(viewer, answer.error, findTabs));
      return;
    }
    if (answer.value.length === 0) {
      setChildren(sources);
      return;
    }
    setChildren(
      tabs,
      node('option', { value: '' }, tList(viewer, 'choose')),
      ...answer.value.map((title) => node('option', { value: title }, title)),
    );
    const name = newId();
    const source = (tab: boolean, label: ListMessageKey): HTMLElement =>
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
        tList(viewer, label),
      );
    setChildren(
      sources,
      node(
        'fieldset',
        { class: 'field' },
        node('legend', {}, tList(viewer, 'source')),
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
      node('p', { class: 'hint' }, tList(viewer, 'importHint')),
      sources,
      fileField,
      tabField,
      node('div', { class: 'field' }, node('label', { for: nameId }, tList(viewer, 'listName')), list),
      node('label', { class: 'tick' }, clients, tList(viewer, 'allUse')),
      productField,
      node(
        'div',
        { class: 'buttons' },
        node('button', { type: 'submit', class: 'primary' }, tList(viewer, 'rehearse')),
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
      if (importing) notice.textContent = tList(viewer, 'stopFirst');
      else notice.textContent = tList(viewer, unfinished ? 'unfinishedEscape' : 'escapeAgain');
    },
    true,
  );
  void findTabs();
  return element;
};
