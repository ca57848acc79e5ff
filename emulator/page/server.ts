/** The page over HTTP: its files, a stream of events for each window, and the windows' requests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DateTime } from 'luxon';
import type { ScriptHost } from '../apps-script/script-host';
import type { LocalClock } from '../clock';
import type { Workbooks } from '../workbook/workbook';
import { beginEvents, readJsonRequest, sendAsset, sendJson, sendPage, sendRefusal } from './answers';
import { isPageRequest, parsePageRequest } from './page-requests';
import { PageSessions, type WindowOpening } from './page-sessions';
import { SELECTABLE_PEOPLE } from './people';
import type { ClockView, PageEvent } from './protocol';
import { PageRefusal } from './refusals';

export interface PageDeps {
  workbooks: Workbooks;
  /** Of the register. */
  script: ScriptHost;
  queueScript: ScriptHost;
  clock: LocalClock;
  /** IANA zone of the team. */
  zone: string;
  registerId: string;
  queueId: string;
  /** What links begin with that the functions lead to a row. */
  linkStart: string;
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
const PAGE_PATHS = /^\/(?:$|\?|page\/)/;
const WINDOW_ID = /^[\w-]{8,64}$/;

export function makePageServer(deps: PageDeps): PageServer {
  const { workbooks, script, queueScript, registerId, queueId, linkStart, graceMs = WINDOW_GRACE_MS } = deps;
  const bookView = (id: string, key: 'register' | 'queue') => {
    return { id, key, title: workbooks.get(id).properties.title };
  };
  const sessions = new PageSessions({
    today: () => dayAndTime(deps).slice(0, 10),
    scripts: new Map([
      [registerId, script],
      [queueId, queueScript],
    ]),
    ...{ workbooks, registerId, linkStart, graceMs },
    greeting: () => ({
      people: SELECTABLE_PEOPLE,
      books: [bookView(registerId, 'register'), bookView(queueId, 'queue')],
      clock: viewClock(deps),
    }),
  });
  const broadcastClock = (): void => sessions.broadcast({ kind: 'clock', clock: viewClock(deps) });
  const heartbeat = setInterval(broadcastClock, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    handle(request, response) {
      if (!PAGE_PATHS.test(request.url ?? '')) return false;
      answerPage(sessions, request, response).catch((error: unknown) => sendRefusal(response, error));
      return true;
    },
    clockChanged: broadcastClock,
    stop() {
      clearInterval(heartbeat);
      sessions.stop();
    },
  };
}

const dayAndTime = ({ clock, zone }: PageDeps): string =>
  DateTime.fromJSDate(clock.now(), { zone }).toFormat('yyyy-MM-dd HH:mm');

const viewClock = (deps: PageDeps): ClockView => ({ now: dayAndTime(deps), set: deps.clock.isSet() });

/** Rejects with a refusal. */
async function answerPage(
  sessions: PageSessions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, , name = '', rest = ''] = pathname.split('/');
  if (request.method === 'GET' || request.method === 'HEAD') {
    if (pathname === '/') return sendPage(response);
    if (name === 'assets') return sendAsset(request, response, rest);
    if (name === 'events') return openEvents(sessions, response, parseWindowOpening(query));
    if (name === 'sheet') return sendJson(response, sessions.snapshot(query.get('book') ?? ''));
  }
  if (request.method === 'POST' && isPageRequest(name)) {
    const pageRequest = parsePageRequest(name, await readJsonRequest(request));
    return sendJson(response, await sessions.request(query.get('window') ?? '', name, pageRequest));
  }
  throw new PageRefusal('NOT_FOUND');
}

function openEvents(sessions: PageSessions, response: ServerResponse, opening: WindowOpening): void {
  sessions.open(opening, (window, welcome: PageEvent) => {
    beginEvents(response);
    window.listen(response, welcome);
  });
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
