/** queue-edits (POST): cells that people edited in the queue, each with its own result. */
import { commandContextOf } from '../app/command-context';
import { isKeptFor, type KeptCell, keepSentBack } from '../app/keep-sent-back';
import { type SentQueueEdit, submitQueueEdits, type UnreadEdit } from '../app/submit-queue-edits';
import type { CommandResult } from '../contract/commands';
import {
  type QueueEditsAnswer,
  queueEditSchema,
  queueEditsFunction,
  type UnreadQueueEdit,
} from '../contract/queue-edits';
import type { FormRetry } from '../domain/account/form-retry';
import { dateProblemText } from '../domain/calendar/date-problem';
import { editHint } from '../domain/queue/edit-hint';
import { editRetry } from '../domain/queue/edit-retry';
import { type EditOutcome, editStates } from '../domain/queue/edit-state';
import type { QueueEditCommand } from '../domain/queue/queue-edit';
import { QUEUE_EDIT_TEXTS } from '../domain/queue/queue-edit-texts';
import { joinedText } from '../domain/queue/queue-texts';
import { parseRowAccount } from '../domain/queue/row-account';
import { type Text, text } from '../domain/text/text';
import { ISSUE_CODES } from '../schema/scalars';
import { commandResultOf, invalidCommandResult } from './command-result';
import { endpoint } from './endpoint';
import { inputIssue, parseInput } from './input-issues';
import { type Service, teamView } from './service';

export const queueEditsRoute = (service: Service) =>
  endpoint(
    queueEditsFunction,
    {
      POST: async ({ body: { channel, sentAt, edits }, caller }) => {
        const context = commandContextOf(caller, channel, service.clock(), sentAt);
        const inputs = edits.map((edit) => {
          const input = parseInput(queueEditSchema, edit);
          // Whoever sits at the sheet speaks for nobody else.
          return 'value' in input && input.value.editor !== undefined && channel !== 'trigger'
            ? { issues: [inputIssue(['editor'], ISSUE_CODES.editor)] }
            : input;
        });
        const results = (
          await submitQueueEdits(
            service.db,
            inputs.flatMap((input) => ('value' in input ? input.value : [])),
            context,
          )
        ).values();
        const answered = inputs.map((input): AnsweredEdit => {
          if ('issues' in input) return unasked(invalidCommandResult(null, input.issues), null);
          const result = results.next().value;
          if (result === undefined) throw new Error('an edit has no result');
          if ('problem' in result) return unasked(unreadEdit(result), result.retry ?? null);
          const { request } = result;
          const { command } = request;
          const outcome = commandResultOf(request, result.result, caller.team.members);
          return { ...withHint(command, outcome), command: command.type };
        });
        const outcomes = answered.map(({ outcome }) => outcome);
        const retries = answered.map(({ retry }) => retry);
        await keepSentBack(service.db, refusedEdits(inputs, answered), context);
        return {
          outcomes,
          retries,
          states: statesOf(inputs, answered, context),
          team: teamView(caller, service.clock),
        };
      },
    },
    service.endpointDeps,
  );

interface AnsweredEdit {
  outcome: QueueEditsAnswer['outcomes'][number];
  retry: FormRetry | null;
  /** What the row says of a refusal. */
  rowWords: Text;
  /** What was asked for; null where it is no request. */
  command: string | null;
}

type EditInput = { value: SentQueueEdit } | { issues: readonly unknown[] };

/** Those of accounts that are asked for still. */
const refusedEdits = (inputs: readonly EditInput[], answered: readonly AnsweredEdit[]): KeptCell[] =>
  answered.flatMap(({ outcome, retry, command }, index): KeptCell[] => {
    const input = inputs[index];
    if (input === undefined || !('value' in input) || !('refusal' in outcome)) return [];
    const { basis, column: key, editor } = input.value;
    const account = parseRowAccount(basis);
    if (account === null || outcome.refusal.code === 'NOT_ASKED') return [];
    const { words, row } = outcome;
    return [{ accountId: account.id, part: account.key, key, editor, command, words, row, retry }];
  });

const NOTHING = text('', '');

const unasked = (outcome: AnsweredEdit['outcome'], retry: FormRetry | null): AnsweredEdit => ({
  outcome,
  retry,
  rowWords: 'words' in outcome ? outcome.words : NOTHING,
  command: null,
});

/**
 * A refusal says, too, where to give what is missing. Where a form goes on with it, which asks for all of that and offers the legal
 * statuses, the row gives the reason alone: with the lists it was as high as a page.
 */
const withHint = (command: QueueEditCommand, outcome: CommandResult): AnsweredEdit => {
  if (!('refusal' in outcome) || !('missing' in outcome.refusal)) return unasked(outcome, null);
  const { legal, reasons } = outcome.refusal;
  const missing = outcome.refusal.missing.map(({ key }) => key);
  const hint = editHint(command.type, missing);
  if (hint === null) return unasked(outcome, null);
  const words = joinedText([outcome.words, hint]);
  const retry = editRetry(command, { missing, legal });
  const reason = retry === null ? undefined : reasons[0]?.message;
  return {
    outcome: { ...outcome, words },
    retry,
    rowWords: reason === undefined ? words : joinedText([reason, hint]),
    command: command.type,
  };
};

const statesOf = (
  inputs: readonly EditInput[],
  answered: readonly AnsweredEdit[],
  team: Parameters<typeof isKeptFor>[1],
): Text[] => {
  const edits = answered.map(({ outcome, rowWords }, index) => {
    const input = inputs[index];
    const edit = input !== undefined && 'value' in input ? input.value : null;
    const rowKey = parseRowAccount(edit?.basis ?? '')?.key ?? `${index}`;
    const { column = null, value = '', on = '', shown = [] } = edit ?? {};
    const isKept = edit !== null && isKeptFor(edit.editor, team);
    return { rowKey, column, value, on, isKept, shown, outcome: editOutcome(outcome, rowWords) };
  });
  const states = editStates(edits);
  return edits.flatMap(({ rowKey }) => states.get(rowKey) ?? []);
};

const editOutcome = (outcome: AnsweredEdit['outcome'], words: Text): EditOutcome => {
  if (!('refusal' in outcome)) return 'accepted';
  return outcome.refusal.code === 'NOT_ASKED' ? 'notAsked' : { words };
};

const unreadEdit = ({ problem: code, date, row }: UnreadEdit): UnreadQueueEdit => {
  const message = QUEUE_EDIT_TEXTS[code];
  const words = date === undefined || date.suggestions.length === 0 ? message : dateProblemText(date);
  return { requestId: null, status: 422, refusal: { code, message }, words, row };
};
