/** commands (POST): a block of commands on any accounts, each with its own result, up to 200 in one call. */
import { type CommandContext, commandContextOf } from '../app/command-context';
import { keepSentBack } from '../app/keep-sent-back';
import { submitWithErasures } from '../app/submit-erasures';
import {
  type CommandRequest,
  commandRequestSchema,
  commandsFunction,
  MAX_COMMANDS,
} from '../contract/commands';

import { definitionOf } from '../domain/commands/command-table';
import { ISSUE_CODES } from '../schema/scalars';
import { digest } from '../store/firestore';
import { commandResultOf, invalidCommandResult } from './command-result';
import { endpoint } from './endpoint';
import { inputIssue, type ParsedInput, parseInput } from './input-issues';
import { Problem } from './problem';
import { refusedCells, withRetries } from './refused-cells';
import { type Service, teamView } from './service';
import { readTypedDates } from './typed-dates';

export const commandsRoute = (service: Service) =>
  endpoint(
    commandsFunction,
    {
      POST: async ({ body: { channel, sentAt, commands: block, resume }, caller, log }) => {
        const from = resume === undefined ? 0 : resumedAt(resume, block);
        const commands = block.slice(from, from + MAX_COMMANDS);
        // One by one, so that a bad request does not refuse the others.
        const context = commandContextOf(caller, channel, service.clock(), sentAt);
        const isOfCells = isCellChannel(channel);
        const inputs = commands.map((command) => parseCommandRequest(command, context));
        const requests = inputs.flatMap((input) => ('value' in input ? input.value : []));
        const results = await submitWithErasures(service.db, requests, context);
        const resultsInOrder = results.values();
        const answered = inputs.map((input, index) =>
          'value' in input
            ? commandResultOf(input.value, resultsInOrder.next().value, caller.team.members)
            : invalidCommandResult(commands[index], input.issues, isOfCells),
        );
        const { today } = context;
        const day = { today, fiscalYearStartMonth: context.settings.fiscalYearStartMonth };
        const outcomes = isOfCells ? withRetries(commands, answered, day) : answered;
        if (isOfCells) await keepSentBack(service.db, refusedCells(commands, outcomes), context);
        const refused = outcomes.flatMap((result) => (result.status === 200 ? [] : [result.refusal.code]));
        if (refused.length > 0)
          log({ severity: 'INFO', message: 'Refused commands', codes: countsOf(refused) });
        const done = from + commands.length;
        return {
          outcomes,
          ...(done < block.length && { resume: resumeTokenOf(done, block) }),
          ...(from > 0 && { resumed: from }),
          team: teamView(caller, service.clock),
        };
      },
    },
    service.endpointDeps,
  );

/** Whether the commands come from cells, sent by their editors or by the clock. */
const isCellChannel = (channel: CommandContext['channel']): boolean =>
  channel === 'cell' || channel === 'trigger';

/** The token with which a call goes on: how many commands are done, and of which block. */
const resumeTokenOf = (done: number, block: readonly unknown[]): string =>
  `${done}.${digest(`${done}\n${JSON.stringify(block)}`)}`;

/** How many commands of the block are done. Throws RESUME_UNKNOWN for a token of another block. */
const resumedAt = (resume: string, block: readonly unknown[]): number => {
  const done = Number(/^[1-9]\d{0,4}(?=\.)/.exec(resume)?.[0]);
  if (!(done < block.length) || resume !== resumeTokenOf(done, block)) throw new Problem('RESUME_UNKNOWN');
  return done;
};

/** Parses one command. Only a trigger may name another editor, and only for cells: a person at the sheet speaks for nobody else. */
const parseCommandRequest = (command: unknown, context: CommandContext): ParsedInput<CommandRequest> => {
  const { channel } = context;
  // Only a cell is typed into: other callers have their own ways to choose a day.
  const read = isCellChannel(channel) ? readTypedDates(command, context) : { request: command };
  if ('issues' in read) return read;
  const input = parseInput(commandRequestSchema, read.request);
  if ('issues' in input || input.value.editor === undefined) return input;
  const mayHaveEditor = channel === 'trigger' && definitionOf(input.value.command).cell === true;
  return mayHaveEditor ? input : { issues: [inputIssue(['editor'], ISSUE_CODES.editor)] };
};

/** How often each code occurs. */
const countsOf = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
