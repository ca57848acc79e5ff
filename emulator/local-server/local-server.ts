/** An HTTP server of the local suite: on this machine only, for its programs and its own page, with headers that browsers obey. */
import { createServer, type OutgoingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Text, text } from '../../functions/domain/text/text';
import { isOwnRequest } from './own-requests';

export interface LocalServer {
  port: number;
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  root: string;
  /** Answers all requests from now on; until then they are told that the suite is starting. */
  serve(listener: RequestListener): void;
  /** Cuts all connections; whoever comes back is answered. */
  cut(): void;
  /** A second call does nothing. */
  stop(): Promise<void>;
}

export interface ServerRefusal {
  status: number;
  code: 'FORBIDDEN' | 'STARTING';
  words: Text;
}

const FORBIDDEN: ServerRefusal = {
  status: 403,
  code: 'FORBIDDEN',
  words: text(
    'この PC のプログラムと、このページだけが使えます。',
    'Only programs of this machine and the page of this very address may call.',
  ),
};
const STARTING: ServerRefusal = {
  status: 503,
  code: 'STARTING',
  words: text(
    'まだ準備中です。少し待ってからもう一度試してください。',
    'It is still starting. Try again in a moment.',
  ),
};

/** On every answer, unless the listener sets others: no page of another site may show, embed or keep it. */
const HEADERS: OutgoingHttpHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/**
 * Listens on 127.0.0.1, on any free port where it is 0. `describe` gives the body of a refusal where the callers expect
 * another shape than the product's.
 */
export async function listenLocally(
  port: number,
  describe: (refusal: ServerRefusal) => object = describeAsProblem,
): Promise<LocalServer> {
  const refuse = (response: ServerResponse, refusal: ServerRefusal): void => {
    response.writeHead(refusal.status, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(describe(refusal)));
  };
  let answer: RequestListener = (_, response) => refuse(response, STARTING);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value ?? '');
    if (isOwnRequest(request)) answer(request, response);
    else refuse(response, FORBIDDEN);
  });
  // A connection without work is ended by its caller alone: a request that comes while the server ends it would be reset, as after
  // this process, or the whole machine, has stood still for longer than both sides wait.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const { port: listening } = server.address() as AddressInfo;
  return {
    port: listening,
    root: `http://127.0.0.1:${listening}`,
    serve: (listener) => {
      answer = listener;
    },
    cut: () => server.closeAllConnections(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const describeAsProblem = ({ code, words: { ja, en } }: ServerRefusal): object => ({
  error: { code, message: { ja, en } },
});
