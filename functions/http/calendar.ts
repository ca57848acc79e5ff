/**
 * calendar (GET, no sign-in): a member's next checks and revisits, for a calendar program that has the link. The secret in the
 * address is all that it shows; whatever is wrong with it, the answer is the same.
 */
import type { IncomingMessage } from 'node:http';
import { memberCalendarFile } from '../app/calendar-feed';
import { rowLinks } from '../app/row-links';
import type { HttpFunction } from './endpoint';
import type { Service } from './service';

const HEADERS = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

/** The route of `calendar`; it never throws. */
export const calendarRoute =
  (service: Service): HttpFunction =>
  async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...HEADERS, Allow: 'GET, HEAD' }).end();
      return;
    }
    const answer = await answerTo(service, request);
    if ('file' in answer)
      response
        .writeHead(200, {
          ...HEADERS,
          'Content-Type': 'text/calendar; charset=utf-8',
          'Content-Disposition': 'inline; filename="hachi.ics"',
          'Content-Length': Buffer.byteLength(answer.file),
        })
        .end(answer.file);
    else response.writeHead(answer.status, HEADERS).end();
  };

const answerTo = async (
  service: Service,
  request: IncomingMessage,
): Promise<{ file: string } | { status: number }> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const feed = searchParams.get('feed');
  if (pathname !== '/' || feed === null) return { status: 404 };
  try {
    const file = await memberCalendarFile(service.db, feed, rowLinks(service.links), service.clock());
    return file === null ? { status: 404 } : { file };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    service.endpointDeps.log({ severity: 'ERROR', message, trace: null });
    return { status: 503 };
  }
};
