/** Sending an answer, also to a caller who has not finished sending. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpAnswer } from './problem';

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};
/** A caller who has its answer and still sends is listened to until it pauses for this long or has sent this much. */
const LINGER_MS = 1000;
const LINGER_BYTES = 64 * 1024 * 1024;

/**
 * A caller who is still sending gets its answer at once, and the rest of the body is thrown away: a connection that is
 * closed with unread bytes takes the answer with it, and many clients send to the end before they read.
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, text = `${JSON.stringify(body)}\n` }: HttpAnswer,
): void {
  const isSending = !request.complete;
  response.writeHead(status, {
    ...HEADERS,
    'Content-Length': Buffer.byteLength(text),
    ...headers,
    ...(isSending ? { Connection: 'close' } : {}),
  });
  if (!isSending) {
    response.end(text);
    return;
  }
  response.write(text);
  endAfterRequest(request, response);
}

function endAfterRequest(request: IncomingMessage, response: ServerResponse): void {
  let receivedBytes = 0;
  const end = () => {
    clearTimeout(timer);
    request.off('data', count);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  const count = (chunk: Buffer) => {
    receivedBytes += chunk.length;
    if (receivedBytes > LINGER_BYTES) end();
    else timer.refresh();
  };
  request.on('data', count).once('end', end).once('close', end).resume();
}
