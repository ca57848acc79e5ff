/** Sends commands. A request that is repeated after a time-out or a double click keeps its request ID. */
import type { CommandResult } from '../../../functions/contract/commands';
import { mayWriteOtherAccount } from '../../../functions/domain/commands/other-account';
import type { Result } from '../../script-api';
import type { Viewer } from '../messages/viewer';
import { refusalOf } from './refusal-facts';
import { type CommandRequestBody, requestIds } from './request-ids';
import { callScript } from './script-client';

/** The most commands in one call. */
const COMMANDS_PER_CALL = 200;

export interface CommandSender {
  /**
   * Returns the results in the order of the requests. The ID of an accepted request is forgotten, so that the same input sent
   * again is a new request.
   */
  send(requests: readonly CommandRequestBody[]): Promise<Result<readonly CommandResult[]>>;
}

export const createSender = (channel: Viewer['channel']): CommandSender => {
  const ids = requestIds(() => crypto.randomUUID());
  return {
    send: async (requests) => {
      const results: CommandResult[] = [];
      for (let from = 0; from < requests.length; from += COMMANDS_PER_CALL) {
        const answer = await callScript(
          'sendCommands',
          requests.slice(from, from + COMMANDS_PER_CALL).map(ids.withRequestId),
          channel,
        );
        // Blocks accepted before this one return the same results when they are repeated with their IDs.
        if ('error' in answer) return answer;
        results.push(...answer.value);
      }
      const accepted = requests.filter((_, at) => {
        const result = results[at];
        return result !== undefined && refusalOf(result) === null;
      });
      for (const request of accepted) ids.forget(request);
      // The command may have changed another account as well, which has a row of its own.
      if (accepted.some(({ command }) => mayWriteOtherAccount(command))) await callScript('refreshRows');
      return { value: results };
    },
  };
};
