/** The same for many accounts in one call; what lacks data is asked for together, the rest is told row by row. */
import type { SelectedRow, SheetCommandResult } from '../../script-api';
import { localize, t, type Viewer } from '../messages/viewer';
import type { CommandSender } from './command-sender';
import { button, node } from './dom';
import { createForm, type FormFields } from './form';
import {
  type FormField,
  fieldFromNeed,
  isSingleAccountField,
  mergeFields,
  type valuesToTree,
} from './form-data';
import type { CommandRequestBody } from './request-ids';
import { type ResultSummary, resultView, showResult } from './result-view';

export interface BulkFormOptions {
  rows: readonly SelectedRow[];
  /** Selected, but out of the question: said and left alone. */
  excluded: readonly { row: SelectedRow; why: string }[];
  fields: FormFields;
  intro?: Node | null;
  submit(n: number): string;
  command(row: SelectedRow, tree: ReturnType<typeof valuesToTree>): CommandRequestBody['command'];
  sentence(n: number): string;
  /** Opens one account alone, for what only one can be asked. */
  openAlone: ((row: SelectedRow) => void) | null;
  close: ResultSummary['close'];
  cancel: (() => void) | null;
  /** When nothing waits any more. */
  onFinished?: () => void;
}

interface RefusedRow {
  row: SelectedRow;
  refusal: NonNullable<SheetCommandResult['refusal']>;
}

const missingOf = ({ refusal }: RefusedRow): FormField[] => (refusal.missing ?? []).map(fieldFromNeed);

/** Can be sent again once the form has what lacks. */
const canBeCompleted = (refused: RefusedRow): boolean => {
  const missing = missingOf(refused);
  return missing.length > 0 && !missing.some(isSingleAccountField);
};

export const bulkForm = (viewer: Viewer, sender: CommandSender, plan: BulkFormOptions): HTMLElement => {
  let waiting = [...plan.rows];
  const accepted: SheetCommandResult[] = [];
  const given: RefusedRow[] = [];

  const refusedList = (refused: readonly RefusedRow[]): HTMLElement | null =>
    refused.length + plan.excluded.length === 0
      ? null
      : node(
          'ul',
          { class: 'rows' },
          ...refused.map(({ row, refusal }) =>
            node(
              'li',
              {},
              node('strong', {}, row.name),
              ...(refusal.reasons ?? [refusal]).map((reason) =>
                node('div', {}, localize(viewer, reason.message)),
              ),
              plan.openAlone === null
                ? null
                : button(t(viewer, 'openAlone'), () => plan.openAlone?.(row), 'link'),
            ),
          ),
          ...plan.excluded.map(({ row, why }) =>
            node('li', {}, node('strong', {}, row.name), node('div', {}, why)),
          ),
        );

  const room = node('div');
  const form = createForm(viewer, {
    title: null,
    intro: plan.intro ?? null,
    fields: plan.fields,
    submit: plan.submit(waiting.length),
    cancel: plan.cancel,
    send: async (tree) => {
      const sent = waiting;
      const answer = await sender.send(
        sent.map((row) => ({ accountId: row.id, version: row.version, command: plan.command(row, tree) })),
      );
      if ('error' in answer) return answer;
      const refused = sent.flatMap((row, at): RefusedRow[] => {
        const result = answer.value[at];
        if (result === undefined) return [];
        if (result.refusal !== null) return [{ row, refusal: result.refusal }];
        accepted.push(result);
        return [];
      });
      const mendable = refused.filter(canBeCompleted);
      given.push(...refused.filter((one) => !canBeCompleted(one)));
      waiting = mendable.map(({ row }) => row);
      if (waiting.length === 0 && accepted.length === 0) {
        // Nothing was done, so the form stays as it is, to be changed and sent again.
        waiting = sent;
        return {
          refused: node(
            'div',
            { class: 'refusal' },
            node('p', {}, t(viewer, 'refusedCount', { n: given.length })),
            refusedList(given.splice(0)),
          ),
          missing: [],
        };
      }
      if (waiting.length === 0)
        return {
          done: () => {
            plan.onFinished?.();
            showResult(
              room,
              resultView(viewer, sender, {
                sentence: [
                  accepted.length > 0 ? plan.sentence(accepted.length) : '',
                  given.length > 0 ? t(viewer, 'refusedCount', { n: given.length }) : '',
                ].join(' '),
                more: refusedList(given),
                accepted,
                close: plan.close,
              }),
            );
          },
        };
      form.setSubmitLabel(t(viewer, 'sendRest', { n: waiting.length }));
      return {
        refused: node(
          'div',
          { class: 'refusal' },
          node('p', {}, t(viewer, 'someAccepted', { n: accepted.length, rest: waiting.length })),
          refusedList([...mendable, ...given]),
        ),
        missing: mergeFields(mendable.map(missingOf)),
      };
    },
  });
  room.append(form.element);
  return room;
};
