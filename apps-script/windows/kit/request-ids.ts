/** The ID of a wish: the same as long as its content is the same, until it is accepted (rule 6: exactly once). */
import type { SheetCommandRequest } from '../../script-api';

export type CommandRequestBody = Omit<SheetCommandRequest, 'requestId'>;

export interface RequestIds {
  withRequestId(given: CommandRequestBody): SheetCommandRequest;
  /** Accepted: the same words again are another wish. */
  forget(given: CommandRequestBody): void;
}

export const requestIds = (newId: () => string): RequestIds => {
  const ids = new Map<string, string>();
  const keyOf = ({ accountId, version, command }: CommandRequestBody): string =>
    JSON.stringify([accountId, version, command]);
  return {
    withRequestId: (given) => {
      const key = keyOf(given);
      const requestId = ids.get(key) ?? newId();
      ids.set(key, requestId);
      return { ...given, requestId };
    },
    forget: (given) => {
      ids.delete(keyOf(given));
    },
  };
};
