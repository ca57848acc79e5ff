/** commands (POST): a block of up to 200 commands on any accounts, each with its own outcome, in one call. */

import { submit } from '../app/submit';
import type { SubmitRequest } from '../app/submit-request';
import { type CommandRequest, commandRequestSchema } from '../contract/commands';
import { CONTRACT } from '../contract/contract';
import { digest } from '../store/firestore';
import { commandResultOf, invalidCommandResult } from './command-result';
import { endpoint } from './endpoint';
import { parseInput } from './input-issues';
import { commandContextOf, type Service, teamView } from './service';

export const commandsRoute = (service: Service) =>
  endpoint(
    CONTRACT.commands,
    {
      POST: async ({ body: { channel, commands }, caller, log }) => {
        // One by one, so that a bad request does not refuse the others.
        const inputs = commands.map((command) => parseInput(commandRequestSchema, command));
        const requests = inputs.flatMap((input) =>
          'value' in input ? submitRequestOf(input.value, caller.member.id) : [],
        );
        const results = await submit(service.db, requests, commandContextOf(caller, channel, service.clock));
        const submitted = results[Symbol.iterator]();
        const outcomes = inputs.map((input, index) =>
          'value' in input
            ? commandResultOf(input.value.requestId, submitted.next().value, caller.team.members)
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

/** The ID of a new account comes from its request, so that a repeated register finds the account that the first one made. */
const submitRequestOf = ({ accountId, ...request }: CommandRequest, memberId: string): SubmitRequest => ({
  ...request,
  accountId: accountId ?? `a_${digest(`${memberId}\n${request.requestId}`)}`,
  batch: null,
});

/** How often each code occurs. */
const countsOf = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
