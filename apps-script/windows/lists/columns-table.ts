/** What the columns of a list are taken for, and how a person corrects it. */
import type { ImportColumn } from '../../../functions/contract/list-reading';
import type { Text } from '../../../functions/domain/text/text';
import { button, newId, node, setChildren } from '../kit/dom';
import { tList } from '../messages/list-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { assignField, type ColumnFields, mappingQuery } from './column-mapping';

export interface ColumnReading {
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
  reading(): ColumnReading;
  lock(locked: boolean): void;
}

export const columnsTable = (viewer: Viewer, again: () => unknown, changed: () => void): ColumnsTable => {
  const element = node('div');
  const said = node('p', { class: 'hint', role: 'status' });
  let fields: ColumnFields = [];
  let corrected = false;
  const noHeader = node('input', { type: 'checkbox' });
  const readAgain = button(tList(viewer, 'readAgain'), again);

  const touched = (words = ''): void => {
    said.textContent = [words, tList(viewer, 'readAgainFirst')].filter((one) => one !== '').join(' ');
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
      setChildren(element);
      return;
    }
    const choices: HTMLSelectElement[] = [];
    const meansId = newId();
    const rows = read.columns.map(({ header, samples, field }, index) => {
      const nameId = newId();
      const choice = node(
        'select',
        { 'aria-labelledby': `${nameId} ${meansId}` },
        node('option', { value: '' }, tList(viewer, 'notRead')),
        ...read.fields.map((one) => node('option', { value: one.field }, localize(viewer, one.label))),
      );
      choice.value = field ?? '';
      choice.classList.toggle('quiet', field === null);
      choice.addEventListener('change', () => {
        const chosen = choice.value === '' ? null : choice.value;
        const taken = chosen !== null && fields.some((one, at) => one === chosen && at !== index);
        fields = assignField(fields, index, chosen);
        corrected = true;
        for (const [at, other] of choices.entries()) {
          other.value = fields[at] ?? '';
          other.classList.toggle('quiet', other.value === '');
        }
        touched(taken ? tList(viewer, 'fieldMoved', { field: choice.selectedOptions[0]?.text ?? '' }) : '');
      });
      choices.push(choice);
      return node(
        'tr',
        {},
        node(
          'th',
          { scope: 'row', id: nameId, class: 'column-name' },
          header === '' ? tList(viewer, 'columnNumber', { n: index + 1 }) : header,
        ),
        node('td', { class: 'samples' }, ...samples.map((sample) => node('div', { title: sample }, sample))),
        node('td', { class: 'column-means' }, choice),
      );
    });
    setChildren(
      element,
      node(
        'details',
        { class: 'columns', open: open || wasOpen },
        node(
          'summary',
          {},
          tList(viewer, 'columnsMeaning', {
            n: fields.filter((field) => field !== null).length,
            all: fields.length,
          }),
        ),
        node('label', { class: 'tick' }, noHeader, tList(viewer, 'firstRowIsData')),
        node(
          'table',
          { class: 'grid' },
          node(
            'thead',
            { class: 'heads' },
            node(
              'tr',
              {},
              node('th', { scope: 'col' }, tList(viewer, 'columnHeader')),
              node('th', { scope: 'col' }, tList(viewer, 'columnSamples')),
              node('th', { scope: 'col', id: meansId }, tList(viewer, 'columnMeans')),
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
      setChildren(element);
    },
    reading: () => ({ mapping: corrected ? mappingQuery(fields) : null, noHeader: noHeader.checked }),
    lock: (locked) => {
      for (const one of element.querySelectorAll<HTMLInputElement>('input, select, button'))
        one.disabled = locked;
    },
  };
};
