/** What the columns of a list are taken for, and how a person corrects it. */
import type { ImportColumn } from '../../functions/contract';
import type { Text } from '../../functions/domain/text';
import { type Here, of } from './here';
import { type Fields, mappingOf, withField } from './list-mapping';
import { say } from './list-words';
import { button, fill, newId, node } from './nodes';

export interface ListReading {
  /** Null: as the functions find out by the headers. */
  mapping: string | null;
  noHeader: boolean;
}

interface ReadList {
  columns: readonly ImportColumn[];
  fields: readonly { field: string; label: Text }[];
}

export interface ColumnsTable {
  element: HTMLElement;
  /** As the list was read now. */
  show(read: ReadList, open: boolean): void;
  /** Another list: nothing of what was corrected holds. */
  clear(): void;
  reading(): ListReading;
  lock(locked: boolean): void;
}

export const columnsTable = (here: Here, again: () => unknown, changed: () => void): ColumnsTable => {
  const element = node('div');
  const said = node('p', { class: 'hint', role: 'status' });
  let fields: Fields = [];
  let corrected = false;
  const noHeader = node('input', { type: 'checkbox' });
  const readAgain = button(say(here, 'readAgain'), again);

  const touched = (words = ''): void => {
    said.textContent = [words, say(here, 'readAgainFirst')].filter((one) => one !== '').join(' ');
    readAgain.classList.add('primary');
    changed();
  };
  noHeader.addEventListener('change', () => touched());

  const show = (read: ReadList, open: boolean): void => {
    const wasOpen = element.querySelector('details')?.open ?? false;
    fields = read.columns.map(({ field }) => field);
    said.textContent = '';
    readAgain.classList.remove('primary');
    if (read.columns.length === 0) {
      fill(element);
      return;
    }
    const choices: HTMLSelectElement[] = [];
    const meansId = newId();
    const rows = read.columns.map(({ header, samples, field }, index) => {
      const nameId = newId();
      const choice = node(
        'select',
        { 'aria-labelledby': `${nameId} ${meansId}` },
        node('option', { value: '' }, say(here, 'notRead')),
        ...read.fields.map((one) => node('option', { value: one.field }, of(here, one.label))),
      );
      choice.value = field ?? '';
      choice.classList.toggle('quiet', field === null);
      choice.addEventListener('change', () => {
        const chosen = choice.value === '' ? null : choice.value;
        const taken = chosen !== null && fields.some((one, at) => one === chosen && at !== index);
        fields = withField(fields, index, chosen);
        corrected = true;
        for (const [at, other] of choices.entries()) {
          other.value = fields[at] ?? '';
          other.classList.toggle('quiet', other.value === '');
        }
        touched(taken ? say(here, 'fieldMoved', { field: choice.selectedOptions[0]?.text ?? '' }) : '');
      });
      choices.push(choice);
      return node(
        'tr',
        {},
        node(
          'th',
          { scope: 'row', id: nameId, class: 'column-name' },
          header === '' ? say(here, 'columnNumber', { n: index + 1 }) : header,
        ),
        node('td', { class: 'samples' }, ...samples.map((sample) => node('div', { title: sample }, sample))),
        node('td', { class: 'column-means' }, choice),
      );
    });
    fill(
      element,
      node(
        'details',
        { class: 'columns', open: open || wasOpen },
        node(
          'summary',
          {},
          say(here, 'columnsMeaning', {
            n: fields.filter((field) => field !== null).length,
            all: fields.length,
          }),
        ),
        node('label', { class: 'tick' }, noHeader, say(here, 'firstRowIsData')),
        node(
          'table',
          { class: 'grid' },
          node(
            'thead',
            { class: 'heads' },
            node(
              'tr',
              {},
              node('th', { scope: 'col' }, say(here, 'columnHeader')),
              node('th', { scope: 'col' }, say(here, 'columnSamples')),
              node('th', { scope: 'col', id: meansId }, say(here, 'columnMeans')),
            ),
          ),
          node('tbody', {}, ...rows),
        ),
        node('div', { class: 'foot' }, said, node('div', { class: 'buttons' }, readAgain)),
      ),
    );
  };

  return {
    element,
    show,
    clear: () => {
      fields = [];
      corrected = false;
      noHeader.checked = false;
      fill(element);
    },
    reading: () => ({ mapping: corrected ? mappingOf(fields) : null, noHeader: noHeader.checked }),
    lock: (locked) => {
      for (const one of element.querySelectorAll<HTMLInputElement>('input, select, button'))
        one.disabled = locked;
    },
  };
};
