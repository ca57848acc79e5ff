/** Two accounts become one: which one stays, what would become of both, and a person's word. */
import type { MergePreview } from '../../functions/domain/merge';
import { isManager } from '../../functions/domain/team';
import type { AccountTold, Fate } from '../told';
import { type Form, makeFields, makeForm, type Sent } from './form';
import { type Here, say } from './here';
import { afterwards, bringsWords, managersWords, sidesOf } from './link-words';
import { confirmFields, type MergeTerms, mergeCommand, termFields, termsOf } from './merge-terms';
import { button, fill, focusIn, node } from './nodes';
import { refusalView } from './refusal-view';
import type { Given } from './request-ids';
import { giveOne, type Sender } from './sending';
import { statusChip } from './status-chip';
import { troubleView } from './trouble-view';

const sidesView = (here: Here, { from, into, ...preview }: MergePreview): HTMLElement =>
  node(
    'table',
    { class: 'sides' },
    node(
      'thead',
      {},
      node(
        'tr',
        {},
        ...[[say(here, 'mergeGoes'), from.name] as const, [say(here, 'mergeStays'), into.name] as const].map(
          ([label, name]) =>
            node(
              'th',
              { scope: 'col' },
              node('div', { class: 'quiet' }, label),
              node('div', { class: 'name' }, name),
            ),
        ),
      ),
    ),
    node(
      'tbody',
      {},
      node(
        'tr',
        {},
        node('td', {}, statusChip(here, from.status)),
        node('td', {}, statusChip(here, into.status)),
      ),
      ...sidesOf(here, { from, into, ...preview }).map(([label, left, right]) =>
        node(
          'tr',
          {},
          ...[left, right].map((value) =>
            node('td', {}, node('div', { class: 'quiet' }, label), node('div', {}, value)),
          ),
        ),
      ),
    ),
  );

const broughtView = (here: Here, preview: MergePreview): HTMLElement => {
  const lines = bringsWords(here, preview);
  const { survivor, refusal, into } = preview;
  const debts = afterwards(here, preview);
  return node(
    'div',
    {},
    node('strong', {}, say(here, 'mergeBrings')),
    lines.length === 0
      ? node('p', { class: 'quiet' }, say(here, 'mergeBringsNone'))
      : node('ul', {}, ...lines.map((line) => node('li', {}, line))),
    survivor === null
      ? null
      : node(
          'p',
          {},
          node('strong', {}, say(here, 'mergeAfter')),
          ' ',
          node('span', { class: 'name' }, into.name),
          ' ',
          statusChip(here, survivor.status),
        ),
    debts === null ? null : node('p', { class: 'hint' }, debts),
    refusal === null ? null : refusalView(here, refusal, { reload: null }),
  );
};

export interface MergeWork {
  element: HTMLElement;
  isDirty(): boolean;
  isBusy(): boolean;
}

export const mergeView = (
  here: Here,
  sender: Sender,
  {
    told,
    terms: first,
    done,
    cancel,
    reload,
  }: {
    told: AccountTold;
    /** Chosen already, before somebody changed one of the two. */
    terms: Partial<MergeTerms>;
    done: (fate: Fate, sentence: string) => void;
    cancel: () => void;
    reload: (terms: Partial<MergeTerms>) => void;
  },
): MergeWork => {
  const { id: accountId, version, name } = told.account;
  const given = (command: Given['command']): Given => ({ accountId, version, command });
  const element = node('div', {});
  let form: Form | null = null;
  let looked = false;
  let marking = false;
  const show = (made: Form, ...more: readonly (Node | null)[]): void => {
    form = made;
    fill(element, made.element, ...more);
    focusIn(element);
  };

  const look = async (
    terms: MergeTerms,
    more: { survivorStatus?: MergePreview['proposed'] },
  ): Promise<Sent | { preview: MergePreview }> => {
    const answer = await sender.give([given({ type: 'merge', ...terms, ...more, preview: true })]);
    if ('trouble' in answer) return answer;
    const [fate] = answer.told;
    if (fate?.refusal)
      return { refused: refusalView(here, fate.refusal, { reload: () => reload(terms) }), missing: [] };
    if (fate?.preview == null) throw new Error('a preview without what it shows');
    return { preview: fate.preview };
  };

  const choose = (terms: Partial<MergeTerms>): void => {
    looked = false;
    const fields = makeFields(here, { account: told.account }, termFields(terms));
    const made = makeForm(here, {
      title: say(here, 'mergeInto'),
      intro: node('p', { class: 'hint' }, say(here, 'mergeHint', { name })),
      fields,
      submit: say(here, 'mergeLook'),
      cancel,
      send: async (tree) => {
        const chosen = termsOf(tree);
        const seen = await look(chosen, {});
        return 'preview' in seen ? { done: () => confirm(chosen, seen.preview) } : seen;
      },
    });
    show(made);
    const box = made.element.querySelector<HTMLInputElement>('input[type=search]');
    if (terms.intoId !== undefined || box === null) return;
    // What is called the same is what is looked for most. Nobody typed it: the form stays as it was.
    box.value = name;
    box.dispatchEvent(new Event('input'));
    box.select();
  };

  const apartButton = (terms: MergeTerms, preview: MergePreview, said: HTMLElement): HTMLElement => {
    const mark = async (): Promise<void> => {
      if (marking || form?.isBusy()) return;
      marking = true;
      const answer = await sender.give([given({ type: 'markNotDuplicate', otherId: terms.intoId })]);
      marking = false;
      if ('trouble' in answer) {
        fill(said, troubleView(here, answer.trouble, mark));
        return;
      }
      const [fate] = answer.told;
      if (fate?.refusal) fill(said, refusalView(here, fate.refusal, { reload: () => reload(terms) }));
      else if (fate !== undefined) done(fate, say(here, 'apartDone', { name: preview.into.name }));
    };
    return button(say(here, 'markNotDuplicate'), mark);
  };

  const confirm = (terms: MergeTerms, preview: MergePreview): void => {
    looked = true;
    const said = node('div', { 'aria-live': 'polite' });
    const brought = node('div', { 'aria-live': 'polite' }, broughtView(here, preview));
    const others = node(
      'div',
      { class: 'buttons' },
      button(say(here, 'mergeBack'), () => {
        if (!form?.isBusy() && !marking) choose(terms);
      }),
      terms.reason === 'DUPLICATE' ? apartButton(terms, preview, said) : null,
    );
    const sides = sidesView(here, preview);
    if (preview.needsManager.length > 0 && !isManager(told.you)) {
      form = null;
      fill(
        element,
        node('h3', {}, say(here, 'mergeInto')),
        sides,
        brought,
        node('p', { class: 'warning' }, managersWords(here, preview.needsManager)),
        said,
        others,
        button(say(here, 'cancel'), cancel),
      );
      focusIn(element);
      return;
    }
    const fields = makeFields(here, { account: told.account }, confirmFields(preview));
    let newest = 0;
    let status = preview.proposed;
    fields.changed(() => {
      const now = fields.values().survivorStatus as MergePreview['proposed'];
      if (now === status) return;
      status = now;
      newest += 1;
      const mine = newest;
      void look(terms, { survivorStatus: now }).then((answer) => {
        if (mine !== newest) return;
        if ('preview' in answer) {
          fill(brought, broughtView(here, answer.preview));
        } else if ('refused' in answer) fill(brought, answer.refused);
      });
    });
    const made = makeForm(here, {
      title: say(here, 'mergeInto'),
      intro: node('div', {}, sides, brought),
      fields,
      submit: say(here, 'mergeNow'),
      cancel,
      send: (tree) =>
        giveOne(here, sender, given(mergeCommand(terms, preview, tree)), {
          done: (fate) => done(fate, say(here, 'mergeDone', { from: name, into: preview.into.name })),
          reload: () => reload(terms),
        }),
    });
    show(made, said, others);
  };

  choose(first);
  return {
    element,
    isDirty: () => looked || (form?.fields.isDirty() ?? false),
    isBusy: () => marking || (form?.isBusy() ?? false),
  };
};
