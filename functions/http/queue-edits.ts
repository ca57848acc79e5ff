/** queue-edits (POST): cells that people edited in the queue, each with its own result. */
import { commandContextOf } from '../app/command-context';
import { submitQueueEdits, type UnreadEdit } from '../app/submit-queue-edits';
import { CONTRACT } from '../contract/contract';
import { queueEditSchema, type UnreadQueueEdit } from '../contract/queue-edits';
import { dateProblemText } from '../domain/calendar/date-problem';
import { QUEUE_EDIT_TEXTS } from '../domain/queue/queue-edit-texts';
import { ISSUE_CODES } from '../schema/scalars';
import { commandResultOf, invalidCommandResult } from './command-result';
import { endpoint } from './endpoint';
import { inputIssue, parseInput } from './input-issues';
import { type Service, teamView } from './service';

export const queueEditsRoute = (service: Service) =>
  endpoint(
    CONTRACT['queue-edits'],
    {
      POST: async ({ body: { channel, edits }, caller }) => {
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
            commandContextOf(caller, channel, service.clock()),
          )
        ).values();
        const outcomes = inputs.map((input) => {
          if ('issues' in input) return invalidCommandResult(null, input.issues);
          const result = results.next().value;
          if (result === undefined) throw new Error('an edit has no result');
          return 'problem' in result
            ? unreadEdit(result)
            : commandResultOf(result.request, result.result, caller.team.members);
        });
        return { outcomes, team: teamView(caller, service.clock) };
      },
    },
    service.endpointDeps,
  );

const unreadEdit = ({ problem: code, date }: UnreadEdit): UnreadQueueEdit => {
  const message = QUEUE_EDIT_TEXTS[code];
  const words = date === undefined || date.suggestions.length === 0 ? message : dateProblemText(date);
  return { requestId: null, status: 422, refusal: { code, message }, words, row: null };
};
