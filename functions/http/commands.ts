/** commands (POST): a block of up to 200 commands on any accounts, each with its own outcome, in one call. */

import { commandContextOf } from '../app/command-context';
import { submit } from '../app/submit';
import { submitRequestOf } from '../app/submit-request-of';
import { type CommandRequest, commandRequestSchema } from '../contract/commands';
import { CONTRACT } from '../contract/contract';
import { definitionOf } from '../domain/commands/command-table';
import type { Channel } from '../domain/status/code-lists';
import { ISSUE_CODES } from '../schema/scalars';
import { commandResultOf, invalidCommandResult } from './command-result';
import { endpoint } from './endpoint';
import { inputIssue, type ParsedInput, parseInput } from './input-issues';
import { type Service, teamView } from './service';

export const commandsRoute = (service: Service) =>
  endpoint(
    CONTRACT.commands,
    {
      POST: async ({ body: { channel, commands }, caller, log }) => {
        // One by one, so that a bad request does not refuse the others.
        const inputs = commands.map((command) => parseCommandRequest(command, channel));
        const requests = inputs.flatMap((input) =>
          'value' in input ? submitRequestOf(input.value, caller) : [],
        );
        const results = await submit(
          service.db,
          requests,
          commandContextOf(caller, channel, service.clock()),
        );
        const submitted = results[Symbol.iterator]();
        const outcomes = inputs.map((input, index) =>
          'value' in input
            ? commandResultOf(input.value, submitted.next().value, caller.team.members)
            : invalidCommandResult(commands[index], input.issues),
        );
        const refused = outcomes.flatMap((result) => (result.status === 200 ? [] : [result.refusal.code]));
        if (refused.length > 0)
          log({ severity: 'INFO', message: 'Refused commands', codes: countsOf(refused) });
        return { outcomes, team: teamView(caller, service.clock) };
      },
    },
    service.endpointDeps,
  );

/** Whoever sits at the sheet speaks for nobody else; a trigger only for who typed into cells. */
const parseCommandRequest = (sent: unknown, channel: Channel): ParsedInput<CommandRequest> => {
  const input = parseInput(commandRequestSchema, sent);
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
