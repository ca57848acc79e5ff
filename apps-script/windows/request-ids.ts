/** The ID of a wish: the same as long as its content is the same, until it is accepted (rule 6: exactly once). */
import type { Wish } from '../told';

export type Given = Omit<Wish, 'requestId'>;

export interface RequestIds {
  named(given: Given): Wish;
  /** Accepted: the same words again are another wish. */
  forget(given: Given): void;
}

export const requestIds = (newId: () => string): RequestIds => {
  const ids = new Map<string, string>();
  const keyOf = ({ accountId, version, command }: Given): string =>
    JSON.stringify([accountId, version, command]);
  return {
    named: (given) => {
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
