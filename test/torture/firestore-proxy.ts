/** The socket before a Firestore: gRPC as it comes, call by call, on a wire that can be cut. */
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { CutFate } from './cut-wire';

/** What becomes of each call as it comes; it waits where the answer does. */
export interface Wire {
  meet(): CutFate | Promise<CutFate>;
}

export interface FirestoreProxy {
  /** "127.0.0.1:PORT", as of the Firestore itself. */
  host: string;
  stop(): Promise<void>;
}

/** A status that the client does not try again, as it would one that says that nobody is there. */
const REFUSAL = { 'grpc-status': '7', 'grpc-message': 'the wire is cut' };

export const startFirestoreProxy = async (host: string, wire: Wire): Promise<FirestoreProxy> => {
  const firestore = connect(`http://${host}`);
  const sessions = new Set<ServerHttp2Session>();
  const server = createServer();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  server.on('stream', async (stream, headers) => {
    stream.on('error', () => {});
    const fate = await wire.meet();
    if (fate === 'refused') refuse(stream);
    else passOn(firestore, stream, headers, fate === 'lost');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      for (const session of sessions) session.destroy();
      firestore.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const refuse = (stream: ServerHttp2Stream): void => {
  stream.resume();
  if (stream.destroyed) return;
  // Behind the beginning of an answer: before it, the client would ask again for seconds.
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers(REFUSAL));
  stream.end();
};

const passOn = (
  firestore: ClientHttp2Session,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  isLost: boolean,
): void => {
  const call = firestore.request({ ...headers });
  call.on('error', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  stream.pipe(call);
  if (isLost) {
    call.resume();
    call.on('end', () => refuse(stream));
    return;
  }
  call.on('response', (answer, flags) => {
    if (stream.destroyed) return;
    const isWhole = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    stream.respond({ ...answer }, isWhole ? { endStream: true } : { waitForTrailers: true });
    if (isWhole) return;
    let trailers: IncomingHttpHeaders = {};
    call.on('trailers', (told) => {
      trailers = told;
    });
    stream.on('wantTrailers', () => stream.sendTrailers({ ...trailers }));
    call.pipe(stream);
  });
};
