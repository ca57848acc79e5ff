/** The page over HTTP: its files, a stream of events for each window, and the windows' requests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { DateTime } from 'luxon';
import type { ScriptHost } from '../apps-script/script-host';
import type { LocalClock } from '../clock';
import { isLoopbackRequest } from '../loopback';
import type { Workbooks } from '../workbook/workbook';
import { loadPageAssets } from './assets';
import { isPageRequest, parsePageRequest } from './page-requests';
import { openPageSessions, type WindowOpening } from './page-sessions';
import { SELECTABLE_PEOPLE } from './people';
import type { ClockView, PageEvent } from './protocol';
import { errorText, PageRefusal } from './refusals';

export interface PageDeps {
  workbooks: Workbooks;
  script: ScriptHost;
  clock: LocalClock;
  /** IANA zone of the team. */
  zone: string;
  registerId: string;
  queueId: string;
  /** How long a window whose connection is lost is kept, in milliseconds; by default 15 seconds. */
  graceMs?: number;
}

export interface PageServer {
  /** False, and nothing done, when the path is not the page's. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** To be called when the clock was set: all windows show the new time. */
  clockChanged(): void;
  stop(): void;
}

const WINDOW_GRACE_MS = 15_000;
const HEARTBEAT_MS = 20_000;
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const PAGE_PATHS = /^\/(?:$|\?|page\/)/;
const WINDOW_ID = /^[\w-]{8,64}$/;

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

const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

export function makePageServer(deps: PageDeps): PageServer {
  const { workbooks, script, clock, zone, registerId, queueId, graceMs = WINDOW_GRACE_MS } = deps;

  const clockView = (): ClockView => ({
    now: DateTime.fromJSDate(clock.now(), { zone }).toFormat('yyyy-MM-dd HH:mm'),
    set: clock.isSet(),
  });
  const bookView = (id: string, key: 'register' | 'queue') => {
    return { id, key, title: workbooks.get(id).properties.title, hasScript: key === 'register' };
  };
  const sessions = openPageSessions({
    ...{ workbooks, script, registerId, queueId, graceMs },
    greeting: () => ({
      people: SELECTABLE_PEOPLE,
      books: [bookView(registerId, 'register'), bookView(queueId, 'queue')],
      clock: clockView(),
    }),
  });
  const broadcastClock = (): void => sessions.broadcast({ kind: 'clock', clock: clockView() });
  const heartbeat = setInterval(broadcastClock, HEARTBEAT_MS);
  heartbeat.unref();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLoopbackRequest(request)) throw new PageRefusal('FORBIDDEN');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, , name = '', rest = ''] = url.pathname.split('/');
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (url.pathname === '/') return sendPage(response);
      if (name === 'assets') return sendAsset(request, response, rest);
      if (name === 'events') return openEvents(response, url);
      if (name === 'sheet') {
        return sendJson(response, sessions.snapshot(url.searchParams.get('book') ?? ''));
      }
    }
    if (request.method === 'POST' && isPageRequest(name)) {
      if (!String(request.headers['content-type']).startsWith('application/json'))
        throw new PageRefusal('BAD_REQUEST');
      const pageRequest = parsePageRequest(name, await readJsonBody(request));
      const result = await sessions.request(url.searchParams.get('window') ?? '', name, pageRequest);
      return sendJson(response, result);
    }
    throw new PageRefusal('NOT_FOUND');
  }

  function openEvents(response: ServerResponse, url: URL): void {
    sessions.open(parseWindowOpening(url.searchParams), (window, welcome: PageEvent) => {
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        Connection: 'keep-alive',
      });
      // How soon the browser connects again when the connection is lost, in milliseconds.
      response.write('retry: 1000\n\n');
      window.listen(response, welcome);
    });
  }

  return {
    handle(request, response) {
      if (!PAGE_PATHS.test(request.url ?? '')) return false;
      answer(request, response).catch((error: unknown) => sendRefusal(response, error));
      return true;
    },
    clockChanged: broadcastClock,
    stop() {
      clearInterval(heartbeat);
      sessions.stop();
    },
  };
}

function parseWindowOpening(query: URLSearchParams): WindowOpening {
  const id = query.get('window') ?? '';
  if (!WINDOW_ID.test(id)) throw new PageRefusal('BAD_REQUEST');
  return {
    id,
    as: query.get('as') ?? 'sato',
    language: query.get('lang') === 'en' ? 'en' : 'ja',
    phone: query.get('phone') === '1',
  };
}

async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to the end even where it is too large: else the sender sees a broken connection instead of the refusal.
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

async function sendPage(response: ServerResponse): Promise<void> {
  const { html } = await loadPageAssets();
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(html);
}

async function sendAsset(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  const asset = (await loadPageAssets()).files.get(name);
  if (!asset) throw new PageRefusal('NOT_FOUND');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) throw new PageRefusal('BAD_REQUEST');
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': asset.type,
    'Content-Encoding': 'gzip',
    'Content-Length': asset.bytes.length,
    'Cache-Control': 'max-age=31536000, immutable',
  });
  response.end(asset.bytes);
}

/** Compressed fast rather than well: it does not leave this machine. */
async function sendJson(response: ServerResponse, body: unknown): Promise<void> {
  const bytes = await promisify(gzip)(JSON.stringify(body), { level: 1 });
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Encoding': 'gzip',
    'Cache-Control': 'no-store',
  });
  response.end(bytes);
}

function sendRefusal(response: ServerResponse, error: unknown): void {
  const refusal =
    error instanceof PageRefusal
      ? error
      : new PageRefusal('BAD_REQUEST', errorText(error instanceof Error ? error.message : String(error)));
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(refusal.status, {
    ...SECURITY_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(refusal.body));
}
