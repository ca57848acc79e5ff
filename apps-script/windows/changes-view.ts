/** What a list that came again changes: looked at before it is imported, and afterwards. */
import type { ListChanges } from '../../functions/contract';
import type { Here } from './here';
import { say } from './list-words';
import { button, fill, node } from './nodes';
import { ask } from './script';
import { statusChip } from './status-chip';
import { troubleView } from './trouble-view';

type Kind = keyof ListChanges['counts'];

const ORDER: readonly Kind[] = ['renamed', 'renumbered', 'gone', 'added', 'unchanged'];

const TITLES = {
  renamed: 'renamed',
  renumbered: 'renumbered',
  gone: 'gone',
  added: 'created',
  unchanged: 'unchanged',
} as const satisfies Record<Kind, string>;

/** A company whose row the person may want to see. */
export const rowButton = (here: Here, { id, name }: { id: string; name: string }): HTMLElement => {
  const said = node('span', { role: 'status' });
  return node(
    'span',
    {},
    button(
      name,
      async () => {
        fill(said);
        const answer = await ask('goTo', id);
        if ('trouble' in answer) fill(said, troubleView(here, answer.trouble, null));
        else fill(said, node('small', {}, say(here, answer.told ? 'wentTo' : 'noRow', { name })));
      },
      'link',
    ),
    said,
  );
};

const lineOf = (here: Here, line: number): HTMLElement =>
  node('span', { class: 'quiet' }, `${say(here, 'line', { n: line })} `);

const linesOf = (here: Here, changes: ListChanges, kind: Kind): HTMLElement[] => {
  const change = (line: number, from: string, to: string, name: string | null): HTMLElement =>
    node(
      'li',
      {},
      lineOf(here, line),
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
          rowButton(here, { id: accountId, name }),
          statusChip(here, status),
          listId === '' ? null : node('small', {}, listId),
        ),
      );
    default:
      return changes[kind].map(({ line, name }) => node('li', {}, lineOf(here, line), name));
  }
};

export const changesView = (here: Here, changes: ListChanges): HTMLElement =>
  node(
    'div',
    { class: 'changes' },
    ...ORDER.map((kind) => {
      const count = changes.counts[kind];
      const title = say(here, TITLES[kind]);
      const label = [
        node('span', {}, title),
        node('strong', {}, count === null ? say(here, 'goneLater') : say(here, 'rowCount', { n: count })),
      ];
      if (count === null || count === 0) return node('p', { class: 'quiet' }, ...label);
      const lines = linesOf(here, changes, kind);
      return node(
        'details',
        { open: kind !== 'added' && kind !== 'unchanged' },
        node('summary', {}, ...label),
        kind === 'gone' ? node('p', { class: 'hint' }, say(here, 'goneHint')) : null,
        node('ul', { class: 'rows', tabindex: 0 }, ...lines),
        lines.length < count
          ? node('p', { class: 'quiet' }, say(here, 'andMore', { n: count - lines.length }))
          : null,
      );
    }),
  );
