/** Requests as a caller might send them, right or wrong: nothing of them is typed. */
import type { CallOptions } from '../../suite';

let lastNumber = 0;

/** Of a block; with a key of its own. */
export const anyRequest = (command: unknown, { id, version }: { id: string | null; version: number }) => {
  lastNumber += 1;
  return { requestId: `request-${lastNumber}`, accountId: id, expectedVersion: version, command };
};

export const anyBlock = (...requests: unknown[]): CallOptions => ({ body: { commands: requests } });

export const anyContactCommand = (name: unknown, more: object = {}) => ({
  type: 'saveContact',
  contact: { name, ...more },
});
