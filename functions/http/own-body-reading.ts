/** Keeps the functions framework from reading bodies, so that an endpoint reads them itself. Imported for its effect, before the first request. */
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { decodeOrNull, splitUrl } from './request-url';

/** Which no function has: an endpoint answers that there is nothing. */
const UNKNOWN_PATH = '/-';

/**
 * The functions framework parses bodies before a function is called, up to 1 GB of them, and answers malformed JSON
 * and paths itself, in HTML. Node announces each request just before it hands it to a server's listeners; at that moment
 * the two headers by which the framework would know of a body are taken away (`headersDistinct` keeps them) and a
 * path that it could not decode is replaced. Every server of this process is meant: those of the local suite find the
 * two headers in `headersDistinct`, too.
 */
subscribe('http.server.request.start', (message) => {
  if (typeof message !== 'object' || message === null || !('request' in message)) return;
  const { request } = message;
  if (!(request instanceof IncomingMessage)) return;
  delete request.headers['content-length'];
  delete request.headers['transfer-encoding'];
  const [path = '', search] = splitUrl(request.url);
  if (!path.startsWith('/') || decodeOrNull(path) === null)
    request.url = `${UNKNOWN_PATH}${search === '' ? '' : `?${search}`}`;
});
