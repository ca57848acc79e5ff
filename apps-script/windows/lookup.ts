/** Is this company in the register? Asked by name, number or ID; the verdict comes first. */
import type { LookupAnswer } from '../../functions/contract';
import { productsInUse } from '../../functions/domain/account';
import type { RegisterRow } from '../../functions/domain/register-row';
import { type Here, memberName, of, say, shownDate } from './here';
import { button, fill, newId, node, pairs } from './nodes';
import { ask } from './script';
import { statusChip } from './status-chip';
import { troubleView } from './trouble-view';

type Hit = LookupAnswer['hits'][number];

/** While somebody types. */
const PAUSE_MS = 350;
const MOST_SHOWN = 20;
const MOST_DETAILED = 2;

/** Since when a client uses what: read for the first hits only, the hit itself does not say. */
const productsView = (
  here: Here,
  { id, status, products }: RegisterRow,
  detailed: boolean,
): HTMLElement | null => {
  if (products.length === 0) return null;
  const shown = node('span', {}, products.join(', '));
  if (detailed && status === 'CURRENT_CLIENT')
    void ask('readAccount', id, null).then((answer) => {
      if ('trouble' in answer) return;
      const inUse = productsInUse(answer.told.account, answer.told.today).map(({ product, since }) =>
        since === null ? product : say(here, 'productSince', { product, date: shownDate(here, since) }),
      );
      if (inUse.length > 0) shown.textContent = inUse.join(', ');
    });
  return shown;
};

/** Which account stands for one on file. */
const successorView = (here: Here, { id, status }: RegisterRow, detailed: boolean): HTMLElement | null => {
  if (status !== 'ON_FILE' || !detailed) return null;
  const shown = node('span', {}, '…');
  void ask('readAccount', id, null).then(async (answer) => {
    const successorId = 'told' in answer ? (answer.told.account.onFile?.successorId ?? null) : null;
    const successor = successorId === null ? null : await ask('readAccount', successorId, null);
    shown.textContent =
      successor !== null && 'told' in successor
        ? successor.told.account.name
        : (successorId ?? say(here, 'none'));
  });
  return shown;
};

/** What a newcomer wants to know first. */
const hitView = (here: Here, { row, matched, why }: Hit, at: number): HTMLElement =>
  node(
    'span',
    { class: 'hit-text' },
    node('strong', {}, say(here, row.status === 'CURRENT_CLIENT' ? 'existingCustomer' : 'known')),
    statusChip(here, row.status),
    node('span', { class: 'name' }, row.name),
    pairs([
      [say(here, 'products'), productsView(here, row, at < MOST_DETAILED)],
      [say(here, 'successor'), successorView(here, row, at < MOST_DETAILED)],
      [say(here, 'since'), shownDate(here, row.statusSince)],
      [say(here, 'owner'), memberName(here, row.ownerId)],
      [
        say(here, 'lastContact'),
        row.lastContact === null
          ? say(here, 'never')
          : [shownDate(here, row.lastContact), row.lastContactWith].filter(Boolean).join(' '),
      ],
      matched === 'name' || matched === 'id' ? null : [say(here, 'foundBy'), of(here, why)],
    ]),
  );

/** One search at a time: an answer that comes after a newer question is dropped. */
const searcher = () => {
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    cancel: (): void => {
      newest += 1;
      clearTimeout(timer);
    },
    later(search: () => void): void {
      this.cancel();
      timer = setTimeout(search, PAUSE_MS);
    },
    async run(
      query: string,
      shown: HTMLElement,
      here: Here,
      show: (hits: readonly Hit[]) => void,
    ): Promise<void> {
      this.cancel();
      const mine = newest;
      fill(shown, node('p', { class: 'quiet' }, say(here, 'searching')));
      const answer = await ask('lookUp', query);
      if (mine !== newest) return;
      if ('trouble' in answer)
        fill(
          shown,
          troubleView(here, answer.trouble, () => this.run(query, shown, here, show)),
        );
      else show(answer.told.hits);
    },
  };
};

export interface LookupBox {
  element: HTMLElement;
  search(query: string): void;
  focus(): void;
}

/** A box and its hits. `choose` is what a hit leads to; `register` is offered where nothing was found. */
export const lookupBox = (
  here: Here,
  {
    choose,
    register,
  }: { choose: (row: RegisterRow) => unknown; register: ((name: string) => unknown) | null },
): LookupBox => {
  const id = newId();
  const searching = searcher();
  const input = node('input', {
    type: 'search',
    id,
    maxlength: 300,
    autocomplete: 'off',
    placeholder: say(here, 'lookUpHint'),
  });
  const shown = node('div', { class: 'hits', 'aria-live': 'polite' });
  const clear = (): void => {
    searching.cancel();
    fill(shown);
  };
  const show = (query: string) => (hits: readonly Hit[]) => {
    if (hits.length === 0) {
      fill(
        shown,
        node(
          'p',
          {},
          node('strong', {}, say(here, 'notFound')),
          ` ${say(here, 'notFoundMore', { name: query })}`,
        ),
        register === null ? null : button(say(here, 'registerThis', { name: query }), () => register(query)),
      );
      return;
    }
    fill(
      shown,
      node('p', { class: 'quiet' }, say(here, 'hits', { n: hits.length })),
      node(
        'ul',
        { class: 'plain' },
        ...hits.slice(0, MOST_SHOWN).map((hit, at) =>
          node(
            'li',
            {},
            node(
              'button',
              {
                type: 'button',
                class: 'hit',
                onclick: () => {
                  clear();
                  choose(hit.row);
                },
              },
              hitView(here, hit, at),
            ),
          ),
        ),
      ),
    );
  };
  /** Down from the box to the hits, and through them. */
  const step = (event: KeyboardEvent): void => {
    const stops: (Element | null)[] = [input, ...shown.querySelectorAll<HTMLElement>('.hit')];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  };
  const search = (): void => {
    const query = input.value.trim();
    if (query === '') clear();
    else void searching.run(query, shown, here, show(query));
  };
  const element = node(
    'form',
    {
      role: 'search',
      class: 'lookup',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        search();
      },
      onkeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || event.isComposing) return;
        if (event.key === 'Escape' && shown.hasChildNodes()) {
          event.stopPropagation();
          clear();
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event);
      },
    },
    node('label', { for: id, class: 'unseen' }, say(here, 'lookUpLabel')),
    node('div', { class: 'beside' }, input, node('button', { type: 'submit' }, say(here, 'search'))),
    shown,
  );
  return {
    element,
    search: (query) => {
      input.value = query;
      search();
    },
    focus: () => input.focus(),
  };
};

/** A field whose value is the ID of another account. */
export const companyField = (here: Here, notThis: string | null) => {
  const searching = searcher();
  const name = newId();
  const input = node('input', {
    type: 'search',
    maxlength: 300,
    autocomplete: 'off',
    placeholder: say(here, 'lookUpHint'),
  });
  const shown = node('div', { class: 'stack', 'aria-live': 'polite' });
  let chosen = '';
  const offer = (hits: readonly Hit[]): void => {
    const others = hits.filter(({ row }) => row.id !== notThis);
    chosen = '';
    if (others.length === 0) fill(shown, node('p', { class: 'quiet' }, say(here, 'notFound')));
    else
      fill(
        shown,
        ...others.slice(0, MOST_SHOWN).map(({ row }) =>
          node(
            'label',
            { class: 'tick' },
            node('input', {
              type: 'radio',
              name,
              value: row.id,
              onchange: () => {
                chosen = row.id;
              },
            }),
            node('span', {}, row.name, ' ', statusChip(here, row.status)),
          ),
        ),
      );
  };
  const search = (): void => {
    chosen = '';
    if (input.value.trim() === '') fill(shown);
    else void searching.run(input.value.trim(), shown, here, offer);
  };
  input.addEventListener('input', () => searching.later(search));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    search();
  });
  return {
    element: node('div', { class: 'stack' }, input, shown),
    target: input,
    read: (): string => chosen,
    write: (value: unknown): void => {
      chosen = String(value);
    },
  };
};

/** Companies like the one that is being registered: a warning, not a refusal. */
export const likeThis = (here: Here, onChoose: (row: RegisterRow) => unknown) => {
  const searching = searcher();
  const shown = node('div', { 'aria-live': 'polite' });
  const show = (hits: readonly Hit[]): void => {
    if (hits.length === 0) fill(shown, node('p', { class: 'quiet' }, say(here, 'noneLikeThis')));
    else
      fill(
        shown,
        node(
          'div',
          { class: 'warning' },
          node('strong', {}, say(here, 'alikeHere', { n: hits.length })),
          node(
            'ul',
            { class: 'plain' },
            ...hits
              .slice(0, 5)
              .map((hit, at) =>
                node(
                  'li',
                  {},
                  node(
                    'button',
                    { type: 'button', class: 'hit', onclick: () => onChoose(hit.row) },
                    hitView(here, hit, at),
                  ),
                ),
              ),
          ),
        ),
      );
  };
  return {
    element: shown,
    typed: (name: string): void => {
      if (name.trim() === '') {
        searching.cancel();
        fill(shown);
      } else searching.later(() => void searching.run(name.trim(), shown, here, show));
    },
  };
};
