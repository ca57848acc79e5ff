/** Two accounts become one: which one stays, what would become of both, and a person's word. */

import { isManager } from '../../../functions/domain/account/team';
import type { MergePreview } from '../../../functions/domain/commands/merge-terms';
import type { AccountView, SheetCommandResult } from '../../script-api';
import { type CommandSender, sendOne } from '../kit/command-sender';
import { button, focusFirst, node, setChildren } from '../kit/dom';
import { errorView } from '../kit/error-view';
import { createFields, createForm, type Form, type FormResult } from '../kit/form';
import { refusalView } from '../kit/refusal-view';
import type { CommandRequestBody } from '../kit/request-ids';
import { statusChip } from '../kit/status-chip';
import {
  mergeComparison,
  missingDataAfterMerge,
  needsManagerText,
  transferLines,
} from '../messages/merge-text';
import { t, type Viewer } from '../messages/viewer';
import {
  type MergeChoice,
  mergeChoiceFields,
  mergeChoiceOf,
  mergeCommand,
  mergeConfirmFields,
} from './merge-command';

const comparisonView = (viewer: Viewer, { from, into, ...preview }: MergePreview): HTMLElement =>
  node(
    'table',
    { class: 'sides' },
    node(
      'thead',
      {},
      node(
        'tr',
        {},
        ...[[t(viewer, 'mergeGoes'), from.name] as const, [t(viewer, 'mergeStays'), into.name] as const].map(
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
        node('td', {}, statusChip(viewer, from.status)),
        node('td', {}, statusChip(viewer, into.status)),
      ),
      ...mergeComparison(viewer, { from, into, ...preview }).map(([label, left, right]) =>
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

const transferView = (viewer: Viewer, preview: MergePreview): HTMLElement => {
  const lines = transferLines(viewer, preview);
  const { survivor, refusal, into } = preview;
  const debts = missingDataAfterMerge(viewer, preview);
  return node(
    'div',
    {},
    node('strong', {}, t(viewer, 'mergeBrings')),
    lines.length === 0
      ? node('p', { class: 'quiet' }, t(viewer, 'mergeBringsNone'))
      : node('ul', {}, ...lines.map((line) => node('li', {}, line))),
    survivor === null
      ? null
      : node(
          'p',
          {},
          node('strong', {}, t(viewer, 'mergeAfter')),
          ' ',
          node('span', { class: 'name' }, into.name),
          ' ',
          statusChip(viewer, survivor.status),
        ),
    debts === null ? null : node('p', { class: 'hint' }, debts),
    refusal === null ? null : refusalView(viewer, refusal, { reload: null }),
  );
};

export interface MergeView {
  element: HTMLElement;
  isDirty(): boolean;
  isBusy(): boolean;
}

export const mergeView = (
  viewer: Viewer,
  sender: CommandSender,
  {
    accountView,
    terms: first,
    done,
    cancel,
    reload,
  }: {
    accountView: AccountView;
    /** Chosen already, before somebody changed one of the two. */
    terms: Partial<MergeChoice>;
    done: (result: SheetCommandResult, sentence: string) => void;
    cancel: () => void;
    reload: (terms: Partial<MergeChoice>) => void;
  },
): MergeView => {
  const { id: accountId, version, name } = accountView.account;
  const given = (command: CommandRequestBody['command']): CommandRequestBody => ({
    accountId,
    version,
    command,
  });
  const element = node('div', {});
  let form: Form | null = null;
  let looked = false;
  let marking = false;
  const show = (made: Form, ...more: readonly (Node | null)[]): void => {
    form = made;
    setChildren(element, made.element, ...more);
    focusFirst(element);
  };

  const look = async (
    terms: MergeChoice,
    more: { survivorStatus?: MergePreview['proposed'] },
  ): Promise<FormResult | { preview: MergePreview }> => {
    const answer = await sender.send([given({ type: 'merge', ...terms, ...more, preview: true })]);
    if ('error' in answer) return answer;
    const [result] = answer.value;
    if (result?.refusal)
      return { refused: refusalView(viewer, result.refusal, { reload: () => reload(terms) }), missing: [] };
    if (result?.preview == null) throw new Error('a preview without what it shows');
    return { preview: result.preview };
  };

  const choose = (terms: Partial<MergeChoice>): void => {
    looked = false;
    const fields = createFields(viewer, { account: accountView.account }, mergeChoiceFields(terms));
    const made = createForm(viewer, {
      title: t(viewer, 'mergeInto'),
      intro: node('p', { class: 'hint' }, t(viewer, 'mergeHint', { name })),
      fields,
      submit: t(viewer, 'mergeLook'),
      cancel,
      send: async (tree) => {
        const chosen = mergeChoiceOf(tree);
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

  const apartButton = (terms: MergeChoice, preview: MergePreview, said: HTMLElement): HTMLElement => {
    const mark = async (): Promise<void> => {
      if (marking || form?.isBusy()) return;
      marking = true;
      const answer = await sender.send([given({ type: 'markNotDuplicate', otherId: terms.intoId })]);
      marking = false;
      if ('error' in answer) {
        setChildren(said, errorView(viewer, answer.error, mark));
        return;
      }
      const [result] = answer.value;
      if (result?.refusal)
        setChildren(said, refusalView(viewer, result.refusal, { reload: () => reload(terms) }));
      else if (result !== undefined) done(result, t(viewer, 'apartDone', { name: preview.into.name }));
    };
    return button(t(viewer, 'markNotDuplicate'), mark);
  };

  const confirm = (terms: MergeChoice, preview: MergePreview): void => {
    looked = true;
    const said = node('div', { 'aria-live': 'polite' });
    const brought = node('div', { 'aria-live': 'polite' }, transferView(viewer, preview));
    const others = node(
      'div',
      { class: 'buttons' },
      button(t(viewer, 'mergeBack'), () => {
        if (!form?.isBusy() && !marking) choose(terms);
      }),
      terms.reason === 'DUPLICATE' ? apartButton(terms, preview, said) : null,
    );
    const sides = comparisonView(viewer, preview);
    if (preview.needsManager.length > 0 && !isManager(accountView.you)) {
      form = null;
      setChildren(
        element,
        node('h3', {}, t(viewer, 'mergeInto')),
        sides,
        brought,
        node('p', { class: 'warning' }, needsManagerText(viewer, preview.needsManager)),
        said,
        others,
        button(t(viewer, 'cancel'), cancel),
      );
      focusFirst(element);
      return;
    }
    const fields = createFields(viewer, { account: accountView.account }, mergeConfirmFields(preview));
    let newest = 0;
    let status = preview.proposed;
    fields.onChange(() => {
      const now = fields.values().survivorStatus as MergePreview['proposed'];
      if (now === status) return;
      status = now;
      newest += 1;
      const mine = newest;
      void look(terms, { survivorStatus: now }).then((answer) => {
        if (mine !== newest) return;
        if ('preview' in answer) {
          setChildren(brought, transferView(viewer, answer.preview));
        } else if ('refused' in answer) setChildren(brought, answer.refused);
      });
    });
    const made = createForm(viewer, {
      title: t(viewer, 'mergeInto'),
      intro: node('div', {}, sides, brought),
      fields,
      submit: t(viewer, 'mergeNow'),
      cancel,
      send: (tree) =>
        sendOne(viewer, sender, given(mergeCommand(terms, preview, tree)), {
          done: (result) => done(result, t(viewer, 'mergeDone', { from: name, into: preview.into.name })),
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
