/** What a list that came again changes: looked at before it is imported, and afterwards. */
import type { ListChanges } from '../../../functions/contract/import';
import { button, node, setChildren } from '../kit/dom';
import { errorView } from '../kit/error-view';
import { callScript } from '../kit/script-client';
import { statusChip } from '../kit/status-chip';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';

type ChangeKind = keyof ListChanges['counts'];

const CHANGE_ORDER: readonly ChangeKind[] = ['renamed', 'renumbered', 'gone', 'added', 'unchanged'];

const CHANGE_TITLES = {
  renamed: 'renamed',
  renumbered: 'renumbered',
  gone: 'gone',
  added: 'created',
  unchanged: 'unchanged',
} as const satisfies Record<ChangeKind, string>;

/** A company whose row the person may want to see. */
export const accountRowButton = (viewer: Viewer, { id, name }: { id: string; name: string }): HTMLElement => {
  const said = node('span', { role: 'status' });
  return node(
    'span',
    {},
    button(
      name,
      async () => {
        setChildren(said);
        const answer = await callScript('goTo', id);
        if ('error' in answer) setChildren(said, errorView(viewer, answer.error, null));
        else setChildren(said, node('small', {}, tList(viewer, answer.value ? 'wentTo' : 'noRow', { name })));
      },
      'link',
    ),
    said,
  );
};

const lineNumber = (viewer: Viewer, line: number): HTMLElement =>
  node('span', { class: 'quiet' }, `${tList(viewer, 'line', { n: line })} `);

const changeLines = (viewer: Viewer, changes: ListChanges, kind: ChangeKind): HTMLElement[] => {
  const change = (line: number, from: string, to: string, name: string | null): HTMLElement =>
    node(
      'li',
      {},
      lineNumber(viewer, line),
      name === null ? null : `${name} `,
      node('del', {}, from),
      ' → ',
      node('strong', {}, to),
    );
  switch (kind) {
    case 'renamed':
      return changes.renamed.map(({ line, from, to }) => change(line, from, to, null));
    case 'renumbered':
      return changes.renumbered.map(({ line, from, to, name }) => change(line, from, to, name));
    case 'gone':
      return changes.gone.map(({ accountId, name, listId, status }) =>
        node(
          'li',
          { class: 'account-line' },
          accountRowButton(viewer, { id: accountId, name }),
          statusChip(viewer, status),
          listId === '' ? null : node('small', {}, listId),
        ),
      );
    default:
      return changes[kind].map(({ line, name }) => node('li', {}, lineNumber(viewer, line), name));
  }
};

export const listChangesView = (viewer: Viewer, changes: ListChanges): HTMLElement =>
  node(
    'div',
    { class: 'changes' },
    ...CHANGE_ORDER.map((kind) => {
      const count = changes.counts[kind];
      const title = tList(viewer, CHANGE_TITLES[kind]);
      const label = [
        node('span', {}, title),
        node(
          'strong',
          {},
          count === null ? tList(viewer, 'goneLater') : tList(viewer, 'rowCount', { n: count }),
        ),
      ];
      if (count === null || count === 0) return node('p', { class: 'quiet' }, ...label);
      const lines = changeLines(viewer, changes, kind);
      return node(
        'details',
        { open: kind !== 'added' && kind !== 'unchanged' },
        node('summary', {}, ...label),
        kind === 'gone' ? node('p', { class: 'hint' }, tList(viewer, 'goneHint')) : null,
        node('ul', { class: 'rows', tabindex: 0 }, ...lines),
        lines.length < count
          ? node('p', { class: 'quiet' }, tList(viewer, 'andMore', { n: count - lines.length }))
          : null,
      );
    }),
  );
