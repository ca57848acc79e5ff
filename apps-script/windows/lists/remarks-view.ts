/** What is wrong with lines of a list, and what is good to know about them. */
import type { ListRemark } from '../../../functions/contract/list-reading';
import { node } from '../kit/dom';
import { tList } from '../messages/list-catalog';
import { localize, type Viewer } from '../messages/viewer';

interface ListRemarks {
  problems: readonly ListRemark[];
  problemCount: number;
  notes?: readonly ListRemark[];
  noteCount?: number;
}

const remarkList = (viewer: Viewer, remarks: readonly ListRemark[], count: number): HTMLElement =>
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
          line === null ? null : node('strong', {}, `${tList(viewer, 'line', { n: line })} `),
          localize(viewer, message),
          detail === undefined ? null : node('small', {}, detail),
        ),
      ),
    ),
    remarks.length < count
      ? node('p', { class: 'quiet' }, tList(viewer, 'andMore', { n: count - remarks.length }))
      : null,
  );

export const problemsView = (viewer: Viewer, { problems, problemCount }: ListRemarks): HTMLElement | null =>
  problemCount === 0
    ? null
    : node(
        'div',
        { class: 'refusal' },
        node('strong', {}, tList(viewer, 'problemCount', { n: problemCount })),
        remarkList(viewer, problems, problemCount),
      );

export const notesView = (viewer: Viewer, { notes = [], noteCount = 0 }: ListRemarks): HTMLElement | null =>
  noteCount === 0
    ? null
    : node(
        'details',
        {},
        node('summary', {}, tList(viewer, 'noteCount', { n: noteCount })),
        remarkList(viewer, notes, noteCount),
      );
