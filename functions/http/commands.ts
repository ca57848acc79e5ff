/** commands (POST): a block of up to 200 commands on any accounts, each with its own outcome, in one call. */

import { submit } from '../app/submit';
import type { SubmitRequest, SubmitResult } from '../app/submit-request';
import {
  type CommandRequest,
  type CommandResult,
  type CommandsAnswer,
  commandRequest,
  uncheckedCommandsRequest,
} from '../contract/contract';
import { refusalMessage } from '../domain/commands/refusal-message';
import { text } from '../domain/text/text';
import { digest } from '../store/firestore';
import type { Team } from '../store/team';
import { endpoint } from './endpoint';
import { httpStatusOf } from './http-status';
import { type InputIssue, parseInput } from './issues';
import { PROBLEMS } from './problems';
import { commandContextOf, type Service, teamView } from './service';

const MAX_BYTES = 2 * 1024 * 1024;

export const commandsRoute = (service: Service) =>
  endpoint(
    {
      method: 'POST',
      accepts: 'json',
      maxBytes: MAX_BYTES,
      input: uncheckedCommandsRequest,
      handle: async ({ channel, commands: block }, caller) => {
        const parsed = block.map((one) => parseInput(commandRequest, one));
        const asked = parsed.flatMap((one) =>
          'value' in one ? submitRequestOf(one.value, caller.member.id) : [],
        );
        const results = await submit(service.db, asked, commandContextOf(caller, channel, service.clock));
        const decided = results[Symbol.iterator]();
        const outcomes = parsed.map((one, index) =>
          'value' in one
            ? commandResultOf(one.value.requestId, decided.next().value, caller.team.members)
            : invalidCommandResult(block[index], one.issues),
        );
        const body: CommandsAnswer = { outcomes, team: teamView(caller, service.clock) };
        const [only] = outcomes;
        return { status: outcomes.length === 1 && only !== undefined ? only.status : 200, body };
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
  const { status, message } = PROBLEMS.REQUEST_INVALID;
  const told = [message, ...issues.map((issue) => issue.message)];
  const words = text(told.map(({ ja }) => ja).join('\n'), told.map(({ en }) => en).join('\n'));
  return { requestId, status, refusal: { code: 'REQUEST_INVALID', message, issues }, words, row: null };
};
