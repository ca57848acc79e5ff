/**
 * A link to a row that a browser follows, from a mail or a calendar: the function `open` would lead it to Google, where the
 * spreadsheets of this machine are not, so it is led to the page instead.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { OPEN_FUNCTION } from '../functions/app/open-functions';
import { locateRow, readRowLink } from '../functions/app/row-links';
import type { SheetsClient } from '../functions/sheets/client';

interface RowNavigationDeps {
  sheets: SheetsClient;
  registerId: string;
  linkKey: string;
}

/** What leads nowhere is handed on: the function says why. */
export const rowNavigation =
  (deps: RowNavigationDeps, otherwise: RequestListener): RequestListener =>
  (request, response) => {
    if (!isNavigation(request)) otherwise(request, response);
    else
      void placeOf(deps, request).then((place) =>
        place === null ? otherwise(request, response) : redirect(response, place),
      );
  };

const isNavigation = ({ method, url = '', headers }: IncomingMessage): boolean =>
  method === 'GET' && url.startsWith(`/${OPEN_FUNCTION}?`) && headers['sec-fetch-mode'] === 'navigate';

/** As Google writes it: `#gid=8001&range=5:5`. */
const placeOf = async (
  { sheets, registerId, linkKey }: RowNavigationDeps,
  { url = '' }: IncomingMessage,
): Promise<string | null> => {
  const target = readRowLink(new URL(url, 'http://localhost').searchParams, linkKey);
  const place = target === null ? null : await locateRow(sheets, registerId, target).catch(() => null);
  return place === null || place.isHidden ? null : place.location.slice(place.location.indexOf('#'));
};

const redirect = (response: ServerResponse, place: string): void => {
  response.writeHead(302, { Location: `/${place}` }).end();
};
