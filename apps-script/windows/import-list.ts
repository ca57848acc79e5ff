/** Import of a list: rehearsed first, then in slices that can be stopped and go on; the batch can be taken back. */
import type { ImportAnswer } from '../../functions/contract';
import type { ImportWish, Told, Trouble } from '../told';
import { type Here, of, say } from './here';
import { type ListText, listText } from './list-file';
import { button, fill, newId, node, pairs } from './nodes';
import { ask } from './script';
import { troubleView } from './trouble-view';
import { LIST_FIELD_WORDS } from './words';

const LONGEST_NAME = 60;

const columnsView = (here: Here, { columns }: ImportAnswer): HTMLElement =>
  node(
    'details',
    {},
    node(
      'summary',
      {},
      say(here, 'columnsRead', {
        n: columns.filter(({ field }) => field !== null).length,
        all: columns.length,
      }),
    ),
    pairs(
      columns.map(({ header, field }) => [
        header === '' ? say(here, 'noHeader') : header,
        field === null
          ? say(here, 'notRead')
          : field in LIST_FIELD_WORDS
            ? of(here, LIST_FIELD_WORDS[field as keyof typeof LIST_FIELD_WORDS])
            : field,
      ]),
    ),
  );

const countsView = (here: Here, { counts }: ImportAnswer): HTMLElement =>
  pairs(
    (['created', 'filled', 'unchanged', 'refused', 'withDebts'] as const).map((key) => [
      say(here, key),
      String(counts[key]),
    ]),
  );

const problemsView = (here: Here, { problems, problemCount }: ImportAnswer): HTMLElement | null =>
  problemCount === 0
    ? null
    : node(
        'div',
        {},
        node('strong', {}, say(here, 'problemCount', { n: problemCount })),
        node(
          'ul',
          { class: 'rows' },
          ...problems.map(({ line, message, detail }) =>
            node(
              'li',
              {},
              line === null ? null : node('strong', {}, say(here, 'line', { n: line })),
              ' ',
              of(here, message),
              detail === undefined ? null : node('small', {}, ` ${detail}`),
            ),
          ),
        ),
        problems.length < problemCount
          ? node('p', { class: 'quiet' }, say(here, 'andMore', { n: problemCount - problems.length }))
          : null,
      );

export const importView = (here: Here, close: () => void): HTMLElement => {
  const [fileId, nameId] = [newId(), newId()];
  const file = node('input', { type: 'file', id: fileId, accept: '.csv,.tsv,.txt,text/csv' });
  const list = node('input', { type: 'text', id: nameId, maxlength: LONGEST_NAME, autocomplete: 'off' });
  const told = node('div', { 'aria-live': 'polite' });
  let read: ListText | null = null;
  let busy = false;

  const wish = (more: Pick<ImportWish, 'dryRun' | 'from' | 'skipProblems'>): ImportWish => ({
    list: list.value.trim(),
    text: read !== null && 'text' in read ? read.text : '',
    ...more,
  });
  const lock = (locked: boolean): void => {
    busy = locked;
    file.disabled = locked;
    list.disabled = locked;
    check.disabled = locked;
  };

  const rehearse = async (): Promise<void> => {
    if (busy) return;
    const [chosen] = file.files ?? [];
    if (chosen === undefined) {
      fill(told, node('p', { class: 'problem' }, say(here, 'chooseFile')));
      file.focus();
      return;
    }
    if (list.value.trim() === '') {
      fill(told, node('p', { class: 'problem' }, say(here, 'nameTheList')));
      list.focus();
      return;
    }
    lock(true);
    fill(told, node('p', { class: 'quiet' }, say(here, 'rehearsing')));
    // Larger ones are not even read.
    read =
      chosen.size > 21e6 ? { problem: 'tooLarge' } : listText(new Uint8Array(await chosen.arrayBuffer()));
    if ('problem' in read) {
      lock(false);
      fill(told, node('p', { class: 'problem', role: 'alert' }, say(here, read.problem)));
      return;
    }
    const answer = await ask('importList', wish({ dryRun: true, from: 0, skipProblems: false }));
    lock(false);
    if ('trouble' in answer) fill(told, troubleView(here, answer.trouble, rehearse));
    else showRehearsal(answer.told);
  };

  const showRehearsal = (answer: ImportAnswer): void => {
    const skip = node('input', { type: 'checkbox' });
    const start = button(
      say(here, 'importNow', { n: answer.total }),
      () => void run(0, skip.checked),
      'primary',
    );
    const mustSkip = answer.problemCount > 0;
    start.disabled = mustSkip || answer.total === 0;
    skip.addEventListener('change', () => {
      start.disabled = !skip.checked || answer.total === 0;
    });
    fill(
      told,
      node('h3', {}, say(here, 'rehearsed', { n: answer.total })),
      node(
        'p',
        { class: 'quiet' },
        say(here, 'readAs', { encoding: read !== null && 'encoding' in read ? read.encoding : '' }),
      ),
      columnsView(here, answer),
      countsView(here, answer),
      problemsView(here, answer),
      mustSkip && answer.total > 0 ? node('label', { class: 'tick' }, skip, say(here, 'skipProblems')) : null,
      node('div', { class: 'buttons' }, start),
    );
  };

  const run = async (from: number, skipProblems: boolean): Promise<void> => {
    if (busy) return;
    lock(true);
    let stopped = false;
    const bar = node('progress', { max: 1, value: 0, 'aria-label': say(here, 'importing') });
    const words = node('p', { class: 'quiet' }, say(here, 'importing'));
    const stop = button(say(here, 'stop'), () => {
      stopped = true;
      stop.disabled = true;
      words.textContent = say(here, 'stopping');
    });
    fill(told, bar, words, stop);
    let next: number | null = from;
    let last: ImportAnswer | null = null;
    let trouble: Trouble | null = null;
    while (next !== null && !stopped) {
      const answer: Told<ImportAnswer> = await ask(
        'importList',
        wish({ dryRun: false, from: next, skipProblems }),
      );
      if ('trouble' in answer) {
        trouble = answer.trouble;
        break;
      }
      last = answer.told;
      next = answer.told.next;
      bar.max = Math.max(1, answer.told.total);
      bar.value = answer.told.done;
      words.textContent = say(here, 'doneOf', { done: answer.told.done, total: answer.told.total });
    }
    lock(false);
    const rest = next;
    fill(
      told,
      trouble === null ? null : troubleView(here, trouble, () => run(rest ?? 0, skipProblems)),
      last === null ? null : summary(last),
      trouble === null && rest !== null
        ? button(
            say(here, 'goOn', { done: rest, total: last?.total ?? 0 }),
            () => run(rest, skipProblems),
            'primary',
          )
        : null,
      last === null ? null : undo(last.batch),
      rest === null ? button(say(here, 'close'), close) : null,
    );
  };

  const summary = (answer: ImportAnswer): HTMLElement =>
    node(
      'div',
      {},
      node(
        'p',
        {},
        node(
          'strong',
          {},
          say(here, answer.next === null ? 'imported' : 'importedSoFar', {
            done: answer.done,
            total: answer.total,
          }),
        ),
      ),
      countsView(here, answer),
      problemsView(here, answer),
    );

  const undo = (batch: string): HTMLElement => {
    const said = node('p', { class: 'quiet' });
    const taken = button(say(here, 'undoImport'), async () => {
      if (busy) return;
      taken.disabled = true;
      lock(true);
      let undone = 0;
      for (let next: number | null = 0; next !== null; ) {
        const answer = await ask('undoImport', batch);
        if ('trouble' in answer) {
          lock(false);
          taken.disabled = false;
          said.textContent = of(here, answer.trouble.message);
          return;
        }
        undone += answer.told.undone;
        // A round that took nothing back would take nothing the next time either.
        next = answer.told.undone === 0 ? null : answer.told.next;
        said.textContent = say(here, 'undoneCount', { n: undone });
      }
      lock(false);
    });
    return node('div', { class: 'undo' }, taken, said);
  };

  const check = node('button', { type: 'submit', class: 'primary' }, say(here, 'rehearse'));
  file.addEventListener('change', () => {
    fill(told);
    const [chosen] = file.files ?? [];
    if (list.value.trim() === '' && chosen !== undefined)
      list.value = chosen.name.replace(/\.[^.]*$/, '').slice(0, LONGEST_NAME);
  });
  list.addEventListener('input', () => fill(told));
  return node(
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
      node('div', { class: 'field' }, node('label', { for: fileId }, say(here, 'listFile')), file),
      node('div', { class: 'field' }, node('label', { for: nameId }, say(here, 'listName')), list),
      node('div', { class: 'buttons' }, check),
    ),
    told,
  );
};
