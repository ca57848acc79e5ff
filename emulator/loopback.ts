/** Lets in requests of programs and pages of this machine, but of no other site's pages. */
import type { IncomingMessage } from 'node:http';

/** By the `Host` and `Origin` headers: another site could reach this machine from its pages, or by a name of its own for it. */
export const isLoopbackRequest = ({ headers }: IncomingMessage): boolean => {
  const loopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
  const origin =
    headers.origin === undefined ? null : URL.canParse(headers.origin) ? new URL(headers.origin).host : '';
  return loopback.test(headers.host ?? '') && (origin === null || loopback.test(origin));
};
