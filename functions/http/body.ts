/**
 * What a caller sends in a body, read by ourselves: capped, uncompressed, of an expected type.
 * Not verified against Google: of which type Cloud Scheduler calls a body where nothing else is said.
 */
import type { IncomingMessage } from 'node:http';
import './own-body-reading';
import { Problem } from './problem';

export const JSON_TYPES = ['application/json'] as const;
/** Types of a scheduled body: Cloud Scheduler sends it as an octet stream unless its job names a type. */
export const SCHEDULED_JSON_TYPES = [...JSON_TYPES, 'application/octet-stream'] as const;

/**
 * The bytes of the body, none where there is no body. Throws a Problem as soon as more than `maxBytes` are announced or
 * received, and for a type that is not among `types`. Rejects with a plain error when the caller hangs up.
 */
export async function readBytes(
  request: IncomingMessage,
  types: readonly string[],
  maxBytes: number,
): Promise<Buffer> {
  const announcedBytes = Number(request.headersDistinct['content-length']?.[0] ?? 0);
  if (announcedBytes === 0 && !request.headersDistinct['transfer-encoding']) return Buffer.alloc(0);
  refuseOtherTypes(request, types);
  if (announcedBytes > maxBytes) throw bodyTooLarge(maxBytes);
  return receiveBytes(request, maxBytes);
}

function refuseOtherTypes(request: IncomingMessage, types: readonly string[]): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='));
  // JSON is always UTF-8; the bytes of a file tell their encoding themselves.
  const isReadable =
    !types.includes(JSON_TYPES[0]) || charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const isPlain = (request.headers['content-encoding'] ?? 'identity').toLowerCase() === 'identity';
  if (!types.includes(type.trim()) || !isReadable || !isPlain) {
    throw new Problem({ code: 'CONTENT_TYPE_UNSUPPORTED', accepted: types });
  }
}

const bodyTooLarge = (maxBytes: number): Problem => new Problem({ code: 'BODY_TOO_LARGE', maxBytes });

function receiveBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.destroyed) return reject(new Error('The caller has hung up.'));
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(bodyTooLarge(maxBytes));
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}
