/** The ID of a request stays the same while its content does, until it is accepted (rule 6: exactly once). */
import type { CommandRequest } from '../../../functions/contract/commands';

export type CommandRequestBody = Omit<CommandRequest, 'requestId' | 'editor'>;

export interface RequestIds {
  withRequestId(body: CommandRequestBody): CommandRequest;
  /** Called after acceptance: the same content sent again is another request. */
  forget(body: CommandRequestBody): void;
}

export const requestIds = (newId: () => string): RequestIds => {
  const ids = new Map<string, string>();
  const keyOf = ({ accountId, expectedVersion, command }: CommandRequestBody): string =>
    JSON.stringify([accountId, expectedVersion, command]);
  return {
    withRequestId: (body) => {
      const key = keyOf(body);
      const requestId = ids.get(key) ?? newId();
      ids.set(key, requestId);
      return { ...body, requestId };
    },
    forget: (body) => {
      ids.delete(keyOf(body));
    },
  };
};
