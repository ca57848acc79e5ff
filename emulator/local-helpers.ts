/** Helpers under /local/: tokens, the clock, jobs, sheets as CSV. They exist in the emulator's process only. */
import type { IncomingMessage, RequestListener } from 'node:http';
import { asciiLowerCase } from '../functions/domain/text/ascii-lower-case';
import { type LocalClock, parseInstant } from './clock';
import type { LocalIdentity } from './identity';
import type { ChatMessage } from './mailbox/chat-rooms';
import type { Mailbox } from './mailbox/mailbox';
import { type MailPage, mailHtmlPage, mailsPage } from './mailbox/mails-page';
import { readMail } from './mailbox/read-mail';
import { type SuiteProblemCode, suiteProblem, toSuiteProblem } from './problems/suite-problem';
import { tabAsCsv } from './tab-csv';
import type { Workbooks } from './workbook/workbook';

export interface LocalHelperDeps {
  identity: LocalIdentity;
  clock: LocalClock;
  workbooks: Workbooks;
  mailbox: Mailbox;
  /** Messages to rooms of chat programs, as JSON. */
  chats: Mailbox;
  /** Calls the scheduled function as Cloud Scheduler does. */
  runJob: (name: JobName) => Promise<{ status: number; body: unknown }>;
  /** IANA zone of a day that is given without a time. */
  zone: string;
}

export type JobName = 'queue' | 'layout' | 'duplicates' | 'check' | 'retention' | 'digests' | 'dashboard';

interface Reply {
  status: number;
  /** By default JSON. */
  type?: string;
  /** Of a file that the browser saves. */
  fileName?: string;
  /** Of a page; the server's own unless given. */
  contentSecurityPolicy?: string;
  body: unknown;
}

type Route = (deps: LocalHelperDeps, request: IncomingMessage, url: URL) => Reply | Promise<Reply>;

const HELP = {
  'GET /local/token?email=': 'an identity token for a member',
  'GET /local/clock': 'the time that the functions see',
  'POST /local/clock {"now": "2026-12-01" | "2026-12-01T07:00:00+09:00" | null}': 'sets it; null = real time',
  'POST /local/jobs/layout': 'lays out and refreshes the register now',
  'POST /local/jobs/queue': 'writes the quarterly-check queue now',
  'POST /local/jobs/duplicates': 'looks for possible duplicates now',
  'POST /local/jobs/check': 'reads the whole store and says what is wrong in it',
  'POST /local/jobs/retention':
    'ends stopped erasures and deletes what has expired, which the emulators do not do by themselves',
  'POST /local/jobs/digests': 'sends the digests that are due now; nothing leaves this machine',
  'POST /local/jobs/dashboard': 'counts the figures of the dashboard now',
  'GET /local/mails':
    'the mails that were sent, and the messages to rooms of Slack, Google Chat and Chatwork',
  'GET /local/sheets': 'spreadsheets and their tabs',
  'GET /local/sheets/ID/TAB.csv': 'a tab as CSV',
};

const JSON_TYPE = 'application/json; charset=utf-8';
const MAX_BODY_BYTES = 64 * 1024;
/** All others are bad requests. */
const STATUSES: Partial<Record<SuiteProblemCode, number>> = {
  HELPER_UNKNOWN: 404,
  BODY_TOO_LARGE: 413,
  DISK_FULL: 507,
  INTERNAL: 500,
};

const job =
  (name: JobName): Route =>
  ({ runJob }) =>
    runJob(name);

const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET /local', () => ({ status: 200, body: HELP })],
  ['GET /local/', () => ({ status: 200, body: HELP })],
  ['GET /local/token', issueToken],
  ['GET /local/clock', ({ clock }) => clockReply(clock)],
  ['POST /local/clock', setClock],
  ['POST /local/jobs/layout', job('layout')],
  ['POST /local/jobs/queue', job('queue')],
  ['POST /local/jobs/duplicates', job('duplicates')],
  ['POST /local/jobs/check', job('check')],
  ['POST /local/jobs/retention', job('retention')],
  ['POST /local/jobs/digests', job('digests')],
  ['POST /local/jobs/dashboard', job('dashboard')],
  [
    'GET /local/mails',
    ({ mailbox, chats }) => {
      const messages = chats.sources().map((source) => JSON.parse(source) as ChatMessage);
      return pageReply(mailsPage(mailbox.sources().map(readMail), messages));
    },
  ],
  ['GET /local/sheets', ({ workbooks }) => ({ status: 200, body: listSheets(workbooks) })],
]);

export const makeLocalHelpers =
  (deps: LocalHelperDeps): RequestListener =>
  (request, response) => {
    void replyTo(deps, request)
      .catch(problemReply)
      .then(({ status, type = JSON_TYPE, fileName, contentSecurityPolicy, body }) => {
        response.writeHead(status, {
          'Content-Type': type,
          ...(fileName && {
            'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
          }),
          ...(contentSecurityPolicy && { 'Content-Security-Policy': contentSecurityPolicy }),
        });
        response.end(typeof body === 'string' ? body : `${JSON.stringify(body)}\n`);
      });
  };

async function replyTo(deps: LocalHelperDeps, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const route = ROUTES.get(`${request.method} ${url.pathname}`);
  if (route) return route(deps, request, url);
  return (
    mailReply(deps.mailbox, request.method, url.pathname) ??
    tabReply(deps.workbooks, request.method, url.pathname)
  );
}

function problemReply(error: unknown): Reply {
  const known = toSuiteProblem(error);
  if (!known) console.error('A local helper failed:', error);
  const { code, words } = known ?? suiteProblem('INTERNAL', String(error));
  return { status: STATUSES[code] ?? 400, body: { error: { code, message: words } } };
}

async function issueToken({ identity }: LocalHelperDeps, _: IncomingMessage, url: URL): Promise<Reply> {
  const email = url.searchParams.get('email');
  if (!email?.includes('@')) throw suiteProblem('EMAIL_NOT_SAID');
  const token = await identity.issue({ email: asciiLowerCase(email) });
  return { status: 200, type: 'text/plain; charset=utf-8', body: token };
}

const clockReply = (clock: LocalClock): Reply => ({
  status: 200,
  body: { now: clock.now().toISOString() },
});

async function setClock({ clock, zone }: LocalHelperDeps, request: IncomingMessage): Promise<Reply> {
  const body = await readJsonBody(request);
  const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined;
  if (now !== null && typeof now !== 'string') throw suiteProblem('CLOCK_NOT_SAID');
  clock.set(now === null ? null : parseInstant(now, zone));
  return clockReply(clock);
}

async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to the end even where it is too large: else the sender sees a broken connection instead of the refusal.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES) throw suiteProblem('BODY_TOO_LARGE', MAX_BODY_BYTES);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw suiteProblem('BODY_MALFORMED');
  }
}

const listSheets = (workbooks: Workbooks) =>
  workbooks.ids().map((id) => {
    const book = workbooks.get(id);
    return { id, title: book.properties.title, tabs: book.tabs.map(({ properties }) => properties.title) };
  });

const pageReply = ({ html, contentSecurityPolicy }: MailPage): Reply => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  contentSecurityPolicy,
  body: html,
});

/** A mail's HTML, at /local/mails/NUMBER.html; null for any other address. */
function mailReply(mailbox: Mailbox, method: string | undefined, pathname: string): Reply | null {
  const [, number] = /^\/local\/mails\/([1-9]\d{0,5})\.html$/.exec(pathname) ?? [];
  if (method !== 'GET' || number === undefined) return null;
  const source = mailbox.sources()[Number(number) - 1];
  if (source === undefined) throw suiteProblem('HELPER_UNKNOWN');
  return pageReply(mailHtmlPage(readMail(source)));
}

/** A tab as CSV, at /local/sheets/ID/TAB.csv. */
function tabReply(workbooks: Workbooks, method: string | undefined, pathname: string): Reply {
  const parts = /^\/local\/sheets\/([^/]+)\/(.+)\.csv$/.exec(pathname) ?? [];
  const [, id = '', title = ''] = parts.map(decodePart);
  if (method !== 'GET' || !workbooks.has(id)) throw suiteProblem('HELPER_UNKNOWN');
  const book = workbooks.get(id);
  const tab = book.tabs.find(({ properties }) => properties.title === title);
  if (tab === undefined) throw suiteProblem('HELPER_UNKNOWN');
  return {
    status: 200,
    type: 'text/csv; charset=utf-8',
    fileName: `${title}.csv`,
    body: tabAsCsv(book, tab),
  };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw suiteProblem('HELPER_UNKNOWN');
  }
}
