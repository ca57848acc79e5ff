/** Is this company in the register? Asked by whatever a person has of it; the verdict comes first. */
import type { LookupAnswer } from '../../functions/contract';
import { type Here, memberName, of, say, shownDate } from './here';
import { productsTold, restTold, SURE } from './lookup-words';
import { button, fill, newId, node, pairs } from './nodes';
import { ask } from './script';
import { statusChip } from './status-chip';
import { troubleView } from './trouble-view';
import { registrable } from './typed-company';
import { FIELD_WORDS } from './words';

type Hit = LookupAnswer['hits'][number];
/** What a hit or a verdict leads to. */
export type Found = Pick<Hit['row'], 'id' | 'name'>;

/** While somebody types. */
const PAUSE_MS = 350;
const MOST_SHOWN = 20;
const MOST_ALIKE = 5;

/** What a newcomer wants to know first: may I prospect it, and whom do I ask? */
const verdictView = (
  here: Here,
  { verdict, asked, hits }: LookupAnswer,
  choose: (found: Found) => unknown,
): HTMLElement => {
  const { kind, accountId, products, parent, path } = verdict;
  const [best] = hits;
  // Nobody registers a company by a number with a slip in it.
  const isFaulty =
    hits.length === 0 && asked.note !== null && Object.keys(registrable(asked, asked.value)).length === 0;
  const found: Found | null =
    accountId === null
      ? null
      : (hits.find(({ row }) => row.id === accountId)?.row ??
        path.find(({ id }) => id === accountId) ?? { id: accountId, name: best?.row.name ?? '' });
  return node(
    'div',
    { class: 'verdict', 'data-kind': isFaulty ? 'known' : kind },
    isFaulty ? null : node('strong', { class: 'verdict-kind' }, say(here, `verdict_${kind}`)),
    node('p', {}, isFaulty ? say(here, 'notFound') : of(here, verdict.text)),
    accountId === null
      ? null
      : pairs([
          path.length === 0 ? null : [say(here, 'becameName'), path.map(({ name }) => name).join(' → ')],
          products.length === 0
            ? null
            : [
                say(here, kind === 'former' ? 'productsEnded' : 'products'),
                node(
                  'ul',
                  { class: 'plain' },
                  ...productsTold(here, products).map((line) => node('li', {}, line)),
                ),
              ],
          verdict.ownerId === null
            ? null
            : [say(here, 'owner'), verdict.ownerName ?? memberName(here, verdict.ownerId)],
          verdict.lastContact === null
            ? null
            : [
                say(here, 'lastContact'),
                [shownDate(here, verdict.lastContact), verdict.lastContactWith].filter(Boolean).join(' '),
              ],
          [of(here, FIELD_WORDS.awaitedCondition), verdict.awaitedCondition],
          parent === null
            ? null
            : [
                of(here, FIELD_WORDS.parentId),
                node('span', {}, parent.name, ' ', statusChip(here, parent.status)),
              ],
        ]),
    found === null ? null : button(say(here, 'openIt'), () => choose(found), 'stop'),
  );
};

const hitView = (here: Here, { row, why, sure }: Hit): HTMLElement =>
  node(
    'span',
    { class: 'hit-text' },
    node('span', { class: 'name' }, row.name),
    statusChip(here, row.status),
    node('span', { class: 'sureness', 'data-sure': sure }, say(here, SURE[sure])),
    node(
      'span',
      { class: 'quiet' },
      [of(here, why), `${say(here, 'owner')}: ${memberName(here, row.ownerId)}`].join(' · '),
    ),
  );

/** What was found, each a button: one that is a stop is also reached by the arrow keys of the search field. */
const hitsView = (
  here: Here,
  hits: readonly Hit[],
  kind: 'hit' | 'hit stop',
  choose: (found: Found) => unknown,
): HTMLElement =>
  node(
    'ul',
    { class: 'plain' },
    ...hits.map((hit) =>
      node(
        'li',
        {},
        node('button', { type: 'button', class: kind, onclick: () => choose(hit.row) }, hitView(here, hit)),
      ),
    ),
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
      show: (told: LookupAnswer) => void,
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
      else show(answer.told);
    },
  };
};

export interface LookupBox {
  element: HTMLElement;
  search(query: string): void;
  focus(): void;
}

/**
 * A box, its verdict and its hits. `choose` is what they lead to; `register` takes what was typed, and is offered unless the
 * company is surely here.
 */
export const lookupBox = (
  here: Here,
  { choose, register }: { choose: (found: Found) => unknown; register: ((typed: string) => unknown) | null },
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
  const chosen = (found: Found): void => {
    clear();
    choose(found);
  };
  const registerButton = ({ verdict: { kind }, asked }: LookupAnswer, query: string): HTMLElement | null => {
    if (register === null) return null;
    const label = kind === 'new' ? 'registerThis' : 'registerOther';
    const [value] = Object.values(registrable(asked, query));
    return button(
      value === undefined ? say(here, 'registerNew') : say(here, label, { name: value }),
      () => register(value === undefined ? '' : query),
      'stop',
    );
  };
  const show = (query: string) => (told: LookupAnswer) => {
    const { verdict, asked, hits, more, count } = told;
    const listed = hits.slice(0, MOST_SHOWN);
    const rest = restTold(here, { hits, more, count }, listed.length);
    fill(
      shown,
      asked.note === null ? null : node('p', { class: 'warning' }, of(here, asked.note)),
      verdictView(here, told, chosen),
      verdict.kind === 'new' ? registerButton(told, query) : null,
      listed.length === 0 ? null : node('p', { class: 'quiet' }, say(here, 'hits', { n: hits.length })),
      hitsView(here, listed, 'hit stop', chosen),
      rest === null ? null : node('p', { class: 'quiet' }, rest),
      verdict.kind === 'new' || verdict.sure === 'same' ? null : registerButton(told, query),
    );
  };
  /** Down from the box to what it found, and through it. */
  const step = (event: KeyboardEvent): void => {
    const stops: (Element | null)[] = [input, ...shown.querySelectorAll<HTMLElement>('.stop')];
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
  const offer = ({ hits, asked }: LookupAnswer): void => {
    const others = hits.filter(({ row }) => row.id !== notThis).slice(0, MOST_SHOWN);
    if (!others.some(({ row }) => row.id === chosen)) chosen = '';
    fill(
      shown,
      asked.note === null ? null : node('p', { class: 'hint' }, of(here, asked.note)),
      others.length === 0
        ? node('p', { class: 'quiet' }, say(here, hits.length === 0 ? 'notFound' : 'noOther'))
        : null,
      ...others.map(({ row }) => {
        const choice = node('input', {
          type: 'radio',
          name,
          value: row.id,
          onchange: () => {
            chosen = row.id;
          },
        });
        choice.checked = row.id === chosen;
        return node(
          'label',
          { class: 'tick' },
          choice,
          node('span', {}, row.name, ' ', statusChip(here, row.status)),
        );
      }),
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
      // Shown by its name, which only the functions know.
      if (chosen === '') fill(shown);
      else void searching.run(chosen, shown, here, offer);
    },
  };
};

/** Companies like the one that is being registered: a warning, not a refusal. */
export const likeThis = (here: Here, onChoose: (found: Found) => unknown) => {
  const searching = searcher();
  const shown = node('div', { 'aria-live': 'polite' });
  const show = (told: LookupAnswer): void => {
    const { hits, more, count } = told;
    const listed = hits.slice(0, MOST_ALIKE);
    const rest = restTold(here, { hits, more, count }, listed.length);
    if (listed.length === 0) fill(shown, node('p', { class: 'quiet' }, say(here, 'noneLikeThis')));
    else
      fill(
        shown,
        node(
          'div',
          { class: 'warning' },
          node('strong', {}, say(here, 'alikeHere', { n: Math.max(hits.length, count ?? 0) })),
          hitsView(here, listed, 'hit', onChoose),
          rest === null ? null : node('p', { class: 'quiet' }, rest),
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
