/** The same for many accounts in one call; what lacks data is asked for together, the rest is told row by row. */
import type { Fate, SelectedRow } from '../told';
import { type Fields, makeForm } from './form';
import { belongsToOne, type FormField, formField, type treeOf, union } from './form-data';
import { type Here, of, say } from './here';
import { button, node } from './nodes';
import { type Outcome, outcomeView, showOutcome } from './outcome-view';
import type { Given } from './request-ids';
import type { Sender } from './sending';

export interface ManyPlan {
  rows: readonly SelectedRow[];
  /** Selected, but out of the question: said and left alone. */
  left: readonly { row: SelectedRow; why: string }[];
  fields: Fields;
  intro?: Node | null;
  submit(n: number): string;
  command(row: SelectedRow, tree: ReturnType<typeof treeOf>): Given['command'];
  sentence(n: number): string;
  /** Opens one account alone, for what only one can be asked. */
  alone: ((row: SelectedRow) => void) | null;
  close: Outcome['close'];
  cancel: (() => void) | null;
  /** When nothing waits any more. */
  finished?: () => void;
}

interface Refused {
  row: SelectedRow;
  refusal: NonNullable<Fate['refusal']>;
}

const missingOf = ({ refusal }: Refused): FormField[] => (refusal.missing ?? []).map(formField);

/** Can be sent again once the form has what lacks. */
const isMendable = (refused: Refused): boolean => {
  const missing = missingOf(refused);
  return missing.length > 0 && !missing.some(belongsToOne);
};

export const manyForm = (here: Here, sender: Sender, plan: ManyPlan): HTMLElement => {
  let waiting = [...plan.rows];
  const accepted: Fate[] = [];
  const given: Refused[] = [];

  const refusedList = (refused: readonly Refused[]): HTMLElement | null =>
    refused.length + plan.left.length === 0
      ? null
      : node(
          'ul',
          { class: 'rows' },
          ...refused.map(({ row, refusal }) =>
            node(
              'li',
              {},
              node('strong', {}, row.name),
              ...(refusal.reasons ?? [refusal]).map((reason) => node('div', {}, of(here, reason.message))),
              plan.alone === null ? null : button(say(here, 'openAlone'), () => plan.alone?.(row), 'link'),
            ),
          ),
          ...plan.left.map(({ row, why }) =>
            node('li', {}, node('strong', {}, row.name), node('div', {}, why)),
          ),
        );

  const room = node('div');
  const form = makeForm(here, {
    title: null,
    intro: plan.intro ?? null,
    fields: plan.fields,
    submit: plan.submit(waiting.length),
    cancel: plan.cancel,
    send: async (tree) => {
      const sent = waiting;
      const answer = await sender.give(
        sent.map((row) => ({ accountId: row.id, version: row.version, command: plan.command(row, tree) })),
      );
      if ('trouble' in answer) return answer;
      const refused = sent.flatMap((row, at): Refused[] => {
        const fate = answer.told[at];
        if (fate === undefined) return [];
        if (fate.refusal !== null) return [{ row, refusal: fate.refusal }];
        accepted.push(fate);
        return [];
      });
      const mendable = refused.filter(isMendable);
      given.push(...refused.filter((one) => !isMendable(one)));
      waiting = mendable.map(({ row }) => row);
      if (waiting.length === 0 && accepted.length === 0) {
        // Nothing was done, so the form stays as it is, to be changed and sent again.
        waiting = sent;
        return {
          refused: node(
            'div',
            { class: 'refusal' },
            node('p', {}, say(here, 'refusedCount', { n: given.length })),
            refusedList(given.splice(0)),
          ),
          missing: [],
        };
      }
      if (waiting.length === 0)
        return {
          done: () => {
            plan.finished?.();
            showOutcome(
              room,
              outcomeView(here, sender, {
                sentence: [
                  accepted.length > 0 ? plan.sentence(accepted.length) : '',
                  given.length > 0 ? say(here, 'refusedCount', { n: given.length }) : '',
                ].join(' '),
                more: refusedList(given),
                accepted,
                close: plan.close,
              }),
            );
          },
        };
      form.rename(say(here, 'sendRest', { n: waiting.length }));
      return {
        refused: node(
          'div',
          { class: 'refusal' },
          node('p', {}, say(here, 'someAccepted', { n: accepted.length, rest: waiting.length })),
          refusedList([...mendable, ...given]),
        ),
        missing: union(mendable.map(missingOf)),
      };
    },
  });
  room.append(form.element);
  return room;
};
