/** Tells requests of programs and of the suite's own page from those of other sites' pages in the developer's browser. */
import type { IncomingMessage } from 'node:http';

/** The names of this machine under which a browser may show the page. */
const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request may be answered on the port that it came in by. A browser sends `Host`, for any request but the
 * simplest ones `Origin`, and `Sec-Fetch-Site`: by a name of its own for this machine another site would come under
 * another `Host`, from its pages with another `Origin` or as `cross-site`, and a page of another port of this machine as
 * `same-site`. Programs send `Host` alone.
 */
export function isOwnRequest(request: IncomingMessage): boolean {
  const { headersDistinct, socket } = request;
  const [host, ...moreHosts] = headersDistinct.host ?? [];
  const own = ownHosts(socket.localPort);
  if (host === undefined || moreHosts.length > 0 || !own.includes(host.toLowerCase())) return false;
  const origins = headersDistinct.origin ?? [];
  if (!origins.every((origin) => own.some((name) => origin === `http://${name}`))) return false;
  const sites = headersDistinct['sec-fetch-site'] ?? [];
  return sites.every((site) => site === 'same-origin' || site === 'none') || isFollowedLink(request);
}

const ownHosts = (port: number | undefined): string[] =>
  OWN_NAMES.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);

/**
 * Somebody follows a link, from wherever, to the page or to a row of the register: it opens in sight, in a tab of its own. The
 * page under another name of this machine counts as another site, too.
 */
const isFollowedLink = ({ method, url = '', headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  /^\/(?:open)?(?:\?|$)/.test(url) &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document';
