/** What the page's server reads and sends over HTTP. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { toSuiteProblem } from '../problems/suite-problem';
import { loadPageAssets } from './assets';
import { errorText, PageRefusal } from './refusals';

const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Inline scripts are allowed for the dialogs: their frames are srcdoc documents, which inherit this policy. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const JSON_TYPE = 'application/json; charset=utf-8';

export async function readJsonRequest(request: IncomingMessage): Promise<unknown> {
  if (!String(request.headers['content-type']).startsWith('application/json'))
    throw new PageRefusal('BAD_REQUEST');
  const chunks: Buffer[] = [];
  let size = 0;
  // Reads a body that is too large to its end: otherwise the sender sees a broken connection instead of the refusal.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES) throw new PageRefusal('TOO_LARGE');
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new PageRefusal('BAD_REQUEST');
  }
}

export async function sendPage(response: ServerResponse): Promise<void> {
  const { html } = await loadPageAssets();
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  });
  response.end(html);
}

/** Sends a file of the page by its name, which is derived from its content. */
export async function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const asset = (await loadPageAssets()).files.get(name);
  if (!asset) throw new PageRefusal('NOT_FOUND');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) throw new PageRefusal('BAD_REQUEST');
  response.writeHead(200, {
    'Content-Type': asset.type,
    'Content-Encoding': 'gzip',
    'Content-Length': asset.bytes.length,
    'Cache-Control': 'max-age=31536000, immutable',
    // A worker obeys the policy that its own file came with.
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  });
  response.end(asset.bytes);
}

/** Compressed for speed, since it stays on this machine. */
export async function sendJson(response: ServerResponse, body: unknown): Promise<void> {
  const bytes = await promisify(gzip)(JSON.stringify(body), { level: 1 });
  response.writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip' });
  response.end(bytes);
}

/** Begins a stream of Server-Sent Events. */
export function beginEvents(response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    Connection: 'keep-alive',
  });
  // How soon the browser connects again when the connection is lost, in milliseconds.
  response.write('retry: 1000\n\n');
}

export function sendRefusal(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const refusal = toPageRefusal(error);
  response.writeHead(refusal.status, { 'Content-Type': JSON_TYPE });
  response.end(JSON.stringify(refusal.body));
}

function toPageRefusal(error: unknown): PageRefusal {
  if (error instanceof PageRefusal) return error;
  const problem = toSuiteProblem(error);
  if (problem) return new PageRefusal('REFUSED', problem.words);
  return new PageRefusal('BAD_REQUEST', errorText(error instanceof Error ? error.message : String(error)));
}
