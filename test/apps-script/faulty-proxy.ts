/** A wire to the functions, or to the Sheets API, that can be cut, or watched: real HTTP on both sides. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `lost`: done, but the answer never comes. `late`: done, but answered only at `release`; `held`: not even done before. A number:
 * that HTTP status instead of being done.
 */
export type ProxyFate = 'through' | 'refused' | 'lost' | 'late' | 'held' | 'busy' | number;

export interface FaultyProxy {
  url: string;
  /** Paths of the calls that came. */
  calls: string[];
  /** Runs after a call has come and before the functions get it. */
  onCall: () => void | Promise<void>;
  /** What becomes of the next calls, first come first served; then all go through. */
  fates: ProxyFate[];
  /** Asked for the fate of each call; of `fates` unless set. */
  nextFate: () => ProxyFate;
  /** What is late or held goes on; resolves when all of it was done. */
  release(): Promise<void>;
  stop(): Promise<void>;
}

export const startFaultyProxy = async (target: string): Promise<FaultyProxy> => {
  const waiting: (() => void)[] = [];
  const untilReleased = (): Promise<void> => new Promise((resolve) => void waiting.push(resolve));
  const unanswered = new Set<Promise<void>>();
  const wire: Omit<FaultyProxy, 'url' | 'stop'> = {
    calls: [],
    onCall: () => {},
    fates: [],
    nextFate: () => wire.fates.shift() ?? 'through',
    release: async () => {
      for (const goOn of waiting.splice(0)) goOn();
      await Promise.all(unanswered);
    },
  };
  const server = createServer((request, response) => {
    const answered = pass(request, response).finally(() => unanswered.delete(answered));
    unanswered.add(answered);
  });
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    wire.calls.push(request.url ?? '');
    const fate = wire.nextFate();
    if (fate === 'refused') {
      response.destroy();
      return;
    }
    if (fate === 'busy' || typeof fate === 'number') {
      response
        .writeHead(fate === 'busy' ? 503 : fate, { 'Content-Type': 'application/json' })
        .end('{"error":{}}');
      return;
    }
    if (fate === 'held') await untilReleased();
    await wire.onCall();
    const {
      host: _,
      connection: __,
      'content-length': ___,
      'transfer-encoding': ____,
      ...headers
    } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(request.method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
    });
    const body = await answer.text();
    if (fate === 'late') await untilReleased();
    if (fate === 'lost') response.destroy();
    else response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(body);
  };
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(wire, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};
