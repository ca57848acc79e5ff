/** Helpers under /local/: tokens, the clock, jobs, sheets as CSV. They exist in the emulator's process only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DateTime } from 'luxon';
import type { LocalClock } from './clock';
import type { LocalIdentity } from './identity';
import { isLoopbackRequest } from './loopback';
import { tabAsCsv } from './workbook/csv';
import type { Workbooks } from './workbook/workbook';

export type LocalHelpers = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface LocalHelperDeps {
  identity: LocalIdentity;
  clock: LocalClock;
  workbooks: Workbooks;
  /** Calls the scheduled function as Cloud Scheduler does. */
  runJob: (name: 'queue' | 'layout' | 'duplicates') => Promise<{ status: number; body: unknown }>;
  /** IANA zone of a day that is given without a time. */
  zone: string;
}

interface Reply {
  status: number;
  type?: string;
  body: unknown;
}

const HELP = {
  'GET /local/token?email=': 'an identity token for a member',
  'GET /local/clock': 'the time that the functions see',
  'POST /local/clock {"now": "2026-12-01" | "2026-12-01T07:00:00+09:00" | null}': 'sets it; null = real time',
  'POST /local/jobs/layout': 'lays out and refreshes the register now',
  'POST /local/jobs/queue': 'writes the quarterly-check queue now',
  'POST /local/jobs/duplicates': 'looks for possible duplicates now',
  'GET /local/sheets': 'spreadsheets and their tabs',
  'GET /local/sheets/ID/TAB.csv': 'a tab as CSV',
};

const MAX_BODY_BYTES = 64 * 1024;

export const makeLocalHelpers = (deps: LocalHelperDeps): LocalHelpers => {
  const reply = async (request: IncomingMessage): Promise<Reply> => {
    if (!isLoopbackRequest(request))
      return { status: 403, body: localProblem('Only programs and pages of this machine.') };
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURI(url.pathname);
    switch (`${request.method} ${path}`) {
      case 'GET /local':
      case 'GET /local/':
        return { status: 200, body: HELP };
      case 'GET /local/token':
        return issueToken(deps, url.searchParams.get('email'));
      case 'GET /local/clock':
        return { status: 200, body: { now: deps.clock.now().toISOString() } };
      case 'POST /local/clock':
        return setClock(deps, await readJsonBody(request));
      case 'POST /local/jobs/layout':
        return deps.runJob('layout');
      case 'POST /local/jobs/duplicates':
        return deps.runJob('duplicates');
      case 'POST /local/jobs/queue':
        return deps.runJob('queue');
      case 'GET /local/sheets':
        return { status: 200, body: listSheets(deps.workbooks) };
      default:
        return (
          tabCsvReply(deps.workbooks, path) ?? {
            status: 404,
            body: localProblem('Nothing is here. GET /local/ lists the helpers.'),
          }
        );
    }
  };
  return async (request, response) => {
    const {
      status,
      type = 'application/json; charset=utf-8',
      body,
    } = await reply(request).catch(
      (error: unknown): Reply => ({
        status: 400,
        body: localProblem(error instanceof Error ? error.message : String(error)),
      }),
    );
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(typeof body === 'string' ? body : `${JSON.stringify(body)}\n`);
  };
};

const localProblem = (message: string) => ({
  error: { code: 'LOCAL', message: { ja: message, en: message } },
});

const issueToken = async ({ identity }: LocalHelperDeps, email: string | null): Promise<Reply> => {
  if (email === null || !email.includes('@'))
    return { status: 400, body: localProblem('Say whose: ?email=…') };
  return {
    status: 200,
    type: 'text/plain; charset=utf-8',
    body: await identity.issue({ email: email.toLowerCase() }),
  };
};

const setClock = ({ clock, zone }: LocalHelperDeps, body: unknown): Reply => {
  const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined;
  if (now !== null && typeof now !== 'string')
    return { status: 400, body: localProblem('Send {"now": "2026-12-01T07:00:00+09:00"}, a day, or null.') };
  clock.set(now === null ? null : parseInstant(now, zone));
  return { status: 200, body: { now: clock.now().toISOString() } };
};

/** Parses an instant or a day, for which it returns nine in the morning of the zone. Throws for anything else. */
export const parseInstant = (text: string, zone: string): Date => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const instant = DateTime.fromISO(isDay ? `${text}T09:00:00` : text, { zone });
  if (!instant.isValid) throw new Error(`Not a day or an instant: ${text}`);
  return instant.toJSDate();
};

const readJsonBody = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

const listSheets = (workbooks: Workbooks) =>
  workbooks.ids().map((id) => {
    const book = workbooks.get(id);
    return { id, title: book.properties.title, tabs: book.tabs.map(({ properties }) => properties.title) };
  });

const tabCsvReply = (workbooks: Workbooks, path: string): Reply | null => {
  const [, id = '', title = ''] = /^\/local\/sheets\/([^/]+)\/(.+)\.csv$/.exec(path) ?? [];
  if (!workbooks.has(id)) return null;
  const book = workbooks.get(id);
  const tab = book.tabs.find(({ properties }) => properties.title === title);
  return tab === undefined
    ? null
    : { status: 200, type: 'text/csv; charset=utf-8', body: tabAsCsv(book, tab) };
};
