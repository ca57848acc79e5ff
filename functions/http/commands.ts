/** commands (POST): a block of up to 200 commands on any accounts, each with its own outcome, in one call. */

import { submit } from '../app/submit';
import type { SubmitRequest, SubmitResult } from '../app/submit-request';
import { type CommandRequest, type CommandResult, commandRequestSchema } from '../contract/commands';
import { CONTRACT } from '../contract/contract';
import type { InputIssue } from '../contract/issue';
import { PROBLEMS } from '../contract/problem';
import { PROBLEM_TEXTS } from '../contract/problem-texts';
import { httpStatusOf } from '../contract/refusal';
import { refusalMessage } from '../domain/commands/refusal-message';
import { text } from '../domain/text/text';
import { digest } from '../store/firestore';
import type { Team } from '../store/team-document';
import { endpoint } from './endpoint';
import { parseInput } from './input-issues';
import { commandContextOf, type Service, teamView } from './service';

export const commandsRoute = (service: Service) =>
  endpoint(
    CONTRACT.commands,
    {
      POST: async ({ body: { channel, commands }, caller, log }) => {
        // One by one, so that a bad request does not refuse the others.
        const parsed = commands.map((one) => parseInput(commandRequestSchema, one));
        const requests = parsed.flatMap((one) =>
          'value' in one ? submitRequestOf(one.value, caller.member.id) : [],
        );
        const results = await submit(service.db, requests, commandContextOf(caller, channel, service.clock));
        const submitted = results[Symbol.iterator]();
        const outcomes = parsed.map((one, index) =>
          'value' in one
            ? commandResultOf(one.value.requestId, submitted.next().value, caller.team.members)
            : invalidCommandResult(commands[index], one.issues),
        );
        const refused = outcomes.flatMap((one) => (one.status === 200 ? [] : [one.refusal.code]));
        if (refused.length > 0)
          log({ severity: 'INFO', message: 'Refused commands', codes: countsOf(refused) });
        return { outcomes, team: teamView(caller, service.clock) };
      },
    },
    service.endpointDeps,
  );

/** The ID of a new account comes from its request, so that a repeated register finds the first one. */
const submitRequestOf = ({ accountId, ...one }: CommandRequest, memberId: string): SubmitRequest => ({
  ...one,
  accountId: accountId ?? `a_${digest(`${memberId}\n${one.requestId}`)}`,
  batch: null,
});

/** How often each code occurs. */
const countsOf = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

const commandResultOf = (
  requestId: string,
  result: SubmitResult | undefined,
  members: Team['members'],
): CommandResult => {
  if (result === undefined) throw new Error(`request ${requestId} has no result`);
  if (result.status === 'accepted') {
    const { replayed, row, sameName, preview } = result;
    return {
      requestId,
      status: 200,
      replayed,
      row,
      ...(sameName === undefined ? {} : { sameName }),
      ...(preview === undefined ? {} : { preview }),
    };
  }
  const { refusal, row } = result;
  const words = text(refusalMessage(refusal, 'ja', members), refusalMessage(refusal, 'en', members));
  return { requestId, status: httpStatusOf(refusal.code), refusal, words, row };
};

const invalidCommandResult = (one: unknown, issues: readonly InputIssue[]): CommandResult => {
  const requestId =
    typeof one === 'object' && one !== null && 'requestId' in one && typeof one.requestId === 'string'
      ? one.requestId.slice(0, 120)
      : null;
  const message = PROBLEM_TEXTS.REQUEST_INVALID;
  const sentences = [message, ...issues.map((issue) => issue.message)];
  const words = text(sentences.map(({ ja }) => ja).join('\n'), sentences.map(({ en }) => en).join('\n'));
  const { status } = PROBLEMS.REQUEST_INVALID;
  return { requestId, status, refusal: { code: 'REQUEST_INVALID', message, issues }, words, row: null };
};
