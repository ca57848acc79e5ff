/**
 * open (GET, no sign-in): leads a signed link of a generated tab to its row, as it stands at that moment. A browser follows it,
 * which has no identity token; who may see the register is decided by Google Sheets, where it leads.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { locateRow, readRowLink } from '../app/row-links';
import type { Text } from '../domain/text/text';
import { RegisterRefusedError } from '../sheets/register-refusal';
import { SheetsError } from '../sheets/retry';
import type { HttpFunction } from './endpoint';
import { OPEN_TEXTS } from './open-texts';
import type { Service } from './service';

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

type OpenAnswer = { location: string } | { status: number; code: keyof typeof OPEN_TEXTS };

/** The route of `open`; it never throws. */
export const openRoute =
  (service: Service): HttpFunction =>
  async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...HEADERS, Allow: 'GET, HEAD' }).end();
      return;
    }
    const answer = await answerTo(service, request).catch((error: unknown) => failureAnswer(service, error));
    if ('location' in answer) response.writeHead(302, { ...HEADERS, Location: answer.location }).end();
    else sendText(response, answer.status, OPEN_TEXTS[answer.code]);
  };

const answerTo = async (service: Service, request: IncomingMessage): Promise<OpenAnswer> => {
  const { links, config } = service;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const target = links === null || pathname !== '/' ? null : readRowLink(searchParams, links.linkKey);
  if (target === null || config.registerSheet === null) return { status: 404, code: 'LINK_INVALID' };
  const place = await locateRow(await service.sheets(), config.registerSheet, target);
  if (place === null) return { status: 404, code: 'ROW_GONE' };
  return place.isHidden ? { status: 409, code: 'ROW_HIDDEN' } : { location: place.location };
};

const failureAnswer = ({ endpointDeps: { log } }: Service, error: unknown): OpenAnswer => {
  if (error instanceof RegisterRefusedError) return { status: 409, code: 'REGISTER_UNREADABLE' };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log({ severity: error instanceof SheetsError ? 'WARNING' : 'ERROR', message, trace: null });
  return { status: 503, code: 'SHEETS_UNAVAILABLE' };
};

/** In both languages: nobody has said who reads it. The texts are ours and hold no markup. */
const sendText = (response: ServerResponse, status: number, { ja, en }: Text): void => {
  const style = 'font: 16px/1.6 sans-serif; max-width: 36em; margin: 4em auto; padding: 0 1em';
  const html = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Hachi</title><body style="${style}"><p>${ja}</p><p lang="en">${en}</p></body></html>\n`;
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
  });
  response.end(html);
};
