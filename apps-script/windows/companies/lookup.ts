/** Is this company in the register? Asked by whatever a person has of it; the verdict comes first. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import { button, definitionList, newId, node, setChildren } from '../kit/dom';
import { errorView } from '../kit/error-view';
import { callScript } from '../kit/script-client';
import { statusChip } from '../kit/status-chip';
import { ACCOUNT_FIELD_LABELS } from '../messages/catalog';
import { moreHitsText, productLines, SURENESS_KEYS } from '../messages/lookup-text';
import { formatDate, localize, memberName, t, type Viewer } from '../messages/viewer';
import { registrableCompany } from './company-from-query';

type Hit = LookupAnswer['hits'][number];
/** What a hit or a verdict leads to. */
export type LookupChoice = Pick<Hit['row'], 'id' | 'name'>;

/** While somebody types. */
const PAUSE_MS = 350;
const MAX_HITS = 20;
const MAX_SIMILAR = 5;

/** What a newcomer wants to know first: may I prospect it, and whom do I ask? */
const verdictView = (
  viewer: Viewer,
  { verdict, asked, hits }: LookupAnswer,
  choose: (found: LookupChoice) => unknown,
): HTMLElement => {
  const { kind, accountId, products, parent, path } = verdict;
  const [best] = hits;
  // Nobody registers a company by a number with a slip in it.
  const isFaulty =
    hits.length === 0 &&
    asked.note !== null &&
    Object.keys(registrableCompany(asked, asked.value)).length === 0;
  const found: LookupChoice | null =
    accountId === null
      ? null
      : (hits.find(({ row }) => row.id === accountId)?.row ??
        path.find(({ id }) => id === accountId) ?? { id: accountId, name: best?.row.name ?? '' });
  return node(
    'div',
    { class: 'verdict', 'data-kind': isFaulty ? 'known' : kind },
    isFaulty ? null : node('strong', { class: 'verdict-kind' }, t(viewer, `verdict_${kind}`)),
    node('p', {}, isFaulty ? t(viewer, 'notFound') : localize(viewer, verdict.text)),
    accountId === null
      ? null
      : definitionList([
          path.length === 0 ? null : [t(viewer, 'becameName'), path.map(({ name }) => name).join(' → ')],
          products.length === 0
            ? null
            : [
                t(viewer, kind === 'former' ? 'productsEnded' : 'products'),
                node(
                  'ul',
                  { class: 'plain' },
                  ...productLines(viewer, products).map((line) => node('li', {}, line)),
                ),
              ],
          verdict.ownerId === null
            ? null
            : [t(viewer, 'owner'), verdict.ownerName ?? memberName(viewer, verdict.ownerId)],
          verdict.lastContact === null
            ? null
            : [
                t(viewer, 'lastContact'),
                [formatDate(viewer, verdict.lastContact), verdict.lastContactWith].filter(Boolean).join(' '),
              ],
          [localize(viewer, ACCOUNT_FIELD_LABELS.awaitedCondition), verdict.awaitedCondition],
          parent === null
            ? null
            : [
                localize(viewer, ACCOUNT_FIELD_LABELS.parentId),
                node('span', {}, parent.name, ' ', statusChip(viewer, parent.status)),
              ],
        ]),
    found === null ? null : button(t(viewer, 'openIt'), () => choose(found), 'stop'),
  );
};

const hitView = (viewer: Viewer, { row, why, sure }: Hit): HTMLElement =>
  node(
    'span',
    { class: 'hit-text' },
    node('span', { class: 'name' }, row.name),
    statusChip(viewer, row.status),
    node('span', { class: 'sureness', 'data-sure': sure }, t(viewer, SURENESS_KEYS[sure])),
    node(
      'span',
      { class: 'quiet' },
      [localize(viewer, why), `${t(viewer, 'owner')}: ${memberName(viewer, row.ownerId)}`].join(' · '),
    ),
  );

/** What was found, each a button: one that is a stop is also reached by the arrow keys of the search field. */
const hitsView = (
  viewer: Viewer,
  hits: readonly Hit[],
  kind: 'hit' | 'hit stop',
  choose: (found: LookupChoice) => unknown,
): HTMLElement =>
  node(
    'ul',
    { class: 'plain' },
    ...hits.map((hit) =>
      node(
        'li',
        {},
        node('button', { type: 'button', class: kind, onclick: () => choose(hit.row) }, hitView(viewer, hit)),
      ),
    ),
  );

/** One search at a time: an answer that comes after a newer question is dropped. */
const latestSearch = () => {
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
      viewer: Viewer,
      show: (told: LookupAnswer) => void,
    ): Promise<void> {
      this.cancel();
      const mine = newest;
      setChildren(shown, node('p', { class: 'quiet' }, t(viewer, 'searching')));
      const answer = await callScript('lookUp', query);
      if (mine !== newest) return;
      if ('error' in answer)
        setChildren(
          shown,
          errorView(viewer, answer.error, () => this.run(query, shown, viewer, show)),
        );
      else show(answer.value);
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
  viewer: Viewer,
  {
    choose,
    register,
  }: { choose: (found: LookupChoice) => unknown; register: ((typed: string) => unknown) | null },
): LookupBox => {
  const id = newId();
  const searching = latestSearch();
  const input = node('input', {
    type: 'search',
    id,
    maxlength: 300,
    autocomplete: 'off',
    placeholder: t(viewer, 'lookUpHint'),
  });
  const shown = node('div', { class: 'hits', 'aria-live': 'polite' });
  const clear = (): void => {
    searching.cancel();
    setChildren(shown);
  };
  const chosen = (found: LookupChoice): void => {
    clear();
    choose(found);
  };
  const registerButton = ({ verdict: { kind }, asked }: LookupAnswer, query: string): HTMLElement | null => {
    if (register === null) return null;
    const label = kind === 'new' ? 'registerThis' : 'registerOther';
    const [value] = Object.values(registrableCompany(asked, query));
    return button(
      value === undefined ? t(viewer, 'registerNew') : t(viewer, label, { name: value }),
      () => register(value === undefined ? '' : query),
      'stop',
    );
  };
  const show = (query: string) => (told: LookupAnswer) => {
    const { verdict, asked, hits, more, count } = told;
    const listed = hits.slice(0, MAX_HITS);
    const rest = moreHitsText(viewer, { hits, more, count }, listed.length);
    setChildren(
      shown,
      asked.note === null ? null : node('p', { class: 'warning' }, localize(viewer, asked.note)),
      verdictView(viewer, told, chosen),
      verdict.kind === 'new' ? registerButton(told, query) : null,
      listed.length === 0 ? null : node('p', { class: 'quiet' }, t(viewer, 'hits', { n: hits.length })),
      hitsView(viewer, listed, 'hit stop', chosen),
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
    else void searching.run(query, shown, viewer, show(query));
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
    node('label', { for: id, class: 'unseen' }, t(viewer, 'lookUpLabel')),
    node('div', { class: 'beside' }, input, node('button', { type: 'submit' }, t(viewer, 'search'))),
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
export const companyPicker = (viewer: Viewer, notThis: string | null) => {
  const searching = latestSearch();
  const name = newId();
  const input = node('input', {
    type: 'search',
    maxlength: 300,
    autocomplete: 'off',
    placeholder: t(viewer, 'lookUpHint'),
  });
  const shown = node('div', { class: 'stack', 'aria-live': 'polite' });
  let chosen = '';
  const offer = ({ hits, asked }: LookupAnswer): void => {
    const others = hits.filter(({ row }) => row.id !== notThis).slice(0, MAX_HITS);
    if (!others.some(({ row }) => row.id === chosen)) chosen = '';
    setChildren(
      shown,
      asked.note === null ? null : node('p', { class: 'hint' }, localize(viewer, asked.note)),
      others.length === 0
        ? node('p', { class: 'quiet' }, t(viewer, hits.length === 0 ? 'notFound' : 'noOther'))
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
          node('span', {}, row.name, ' ', statusChip(viewer, row.status)),
        );
      }),
    );
  };
  const search = (): void => {
    chosen = '';
    if (input.value.trim() === '') setChildren(shown);
    else void searching.run(input.value.trim(), shown, viewer, offer);
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
      if (chosen === '') setChildren(shown);
      else void searching.run(chosen, shown, viewer, offer);
    },
  };
};

/** Companies like the one that is being registered: a warning, not a refusal. */
export const similarCompanies = (viewer: Viewer, onChoose: (found: LookupChoice) => unknown) => {
  const searching = latestSearch();
  const shown = node('div', { 'aria-live': 'polite' });
  const show = (told: LookupAnswer): void => {
    const { hits, more, count } = told;
    const listed = hits.slice(0, MAX_SIMILAR);
    const rest = moreHitsText(viewer, { hits, more, count }, listed.length);
    if (listed.length === 0) setChildren(shown, node('p', { class: 'quiet' }, t(viewer, 'noneLikeThis')));
    else
      setChildren(
        shown,
        node(
          'div',
          { class: 'warning' },
          node('strong', {}, t(viewer, 'alikeHere', { n: Math.max(hits.length, count ?? 0) })),
          hitsView(viewer, listed, 'hit', onChoose),
          rest === null ? null : node('p', { class: 'quiet' }, rest),
        ),
      );
  };
  return {
    element: shown,
    typed: (name: string): void => {
      if (name.trim() === '') {
        searching.cancel();
        setChildren(shown);
      } else searching.later(() => void searching.run(name.trim(), shown, viewer, show));
    },
  };
};
