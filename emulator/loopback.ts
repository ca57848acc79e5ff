/** Who may talk to the local suite: programs and pages of this machine, no page of another site. */
import type { IncomingMessage } from 'node:http';

/** Not by its origin, and not by a name of its own for this machine. */
export const isLoopbackRequest = ({ headers }: IncomingMessage): boolean => {
  const here = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
  const origin =
    headers.origin === undefined ? null : URL.canParse(headers.origin) ? new URL(headers.origin).host : '';
  return here.test(headers.host ?? '') && (origin === null || here.test(origin));
};
