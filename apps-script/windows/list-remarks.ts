/** What is wrong with lines of a list, and what is good to know about them. */
import type { ListRemark } from '../../functions/contract';
import { type Here, of } from './here';
import { say } from './list-words';
import { node } from './nodes';

interface Remarks {
  problems: readonly ListRemark[];
  problemCount: number;
  notes?: readonly ListRemark[];
  noteCount?: number;
}

const remarkList = (here: Here, remarks: readonly ListRemark[], count: number): HTMLElement =>
  node(
    'div',
    {},
    node(
      'ul',
      { class: 'rows', tabindex: 0 },
      ...remarks.map(({ line, message, detail }) =>
        node(
          'li',
          {},
          line === null ? null : node('strong', {}, `${say(here, 'line', { n: line })} `),
          of(here, message),
          detail === undefined ? null : node('small', {}, detail),
        ),
      ),
    ),
    remarks.length < count
      ? node('p', { class: 'quiet' }, say(here, 'andMore', { n: count - remarks.length }))
      : null,
  );

export const problemsView = (here: Here, { problems, problemCount }: Remarks): HTMLElement | null =>
  problemCount === 0
    ? null
    : node(
        'div',
        { class: 'refusal' },
        node('strong', {}, say(here, 'problemCount', { n: problemCount })),
        remarkList(here, problems, problemCount),
      );

export const notesView = (here: Here, { notes = [], noteCount = 0 }: Remarks): HTMLElement | null =>
  noteCount === 0
    ? null
    : node(
        'details',
        {},
        node('summary', {}, say(here, 'noteCount', { n: noteCount })),
        remarkList(here, notes, noteCount),
      );
