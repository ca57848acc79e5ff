/** The connection to the server: a stream of events, and small requests. */
import type {
  AcceptedEdit,
  BegunCall,
  FollowedLink,
  HiddenRows,
  PageEvent,
  PageRefusalBody,
  PageRequests,
  SheetUpdate,
} from '../protocol';
import type { PageAddress } from './address';
import { CONNECTION_LOST } from './messages';
import {
  acceptedEditOf,
  begunCallOf,
  followedLinkOf,
  hiddenRowsOf,
  pageEventOf,
  serverRefusalOf,
  sheetUpdateOf,
} from './server-answers';

export interface PageConnection {
  /** Rejects with a RequestRefused. */
  ask<K extends keyof PageRequests>(name: K, request: PageRequests[K]): Promise<unknown>;
  /** A menu item of the script. */
  choose(request: PageRequests['choose']): Promise<BegunCall>;
  /** A function of the script. */
  run(request: PageRequests['run']): Promise<BegunCall>;
  edit(request: PageRequests['edit']): Promise<AcceptedEdit>;
  /** The target of a link to the functions. */
  follow(link: string): Promise<FollowedLink>;
  /** The rows that a filter view hides now. */
  lookThrough(request: PageRequests['lookThrough']): Promise<HiddenRows>;
  /** Loads the whole spreadsheet. */
  sheet(book: string): Promise<SheetUpdate>;
}

export interface ConnectionListener {
  received(event: PageEvent): void;
  /** The connection is lost or, with false, established. */
  lost(isLost: boolean): void;
  /** The server does not accept this window at all. */
  refused(words: PageRefusalBody['error']['message']): void;
}

/** A refused request: its code, and the message for the person. */
export class RequestRefused extends Error {
  constructor(
    readonly code: string,
    readonly words: { ja: string; en: string },
  ) {
    super(words.en);
  }
}

/** Milliseconds until the page reconnects after the browser has given up. */
const RETRY_MS = 1000;

export function connectPage(address: PageAddress, listener: ConnectionListener): PageConnection {
  const window = crypto.randomUUID();
  const query = new URLSearchParams({
    window,
    as: address.as,
    lang: address.lang,
    phone: address.phone ? '1' : '0',
  });
  const url = `/page/events?${query}`;
  function listen(): void {
    const events = new EventSource(url);
    events.onopen = () => listener.lost(false);
    events.onmessage = ({ data }) => listener.received(pageEventOf(data));
    events.onerror = () => {
      listener.lost(true);
      if (events.readyState === EventSource.CLOSED) setTimeout(() => void retry(), RETRY_MS);
    };
  }
  /** Finds out why there is no stream: the server does not answer, or it refuses this window. */
  async function retry(): Promise<void> {
    const response = await fetch(url).catch(() => null);
    if (response && response.status >= 400 && response.status < 500) {
      listener.refused(serverRefusalOf(await response.json()).message);
      return;
    }
    await response?.body?.cancel();
    listen();
  }
  listen();

  async function bodyOf(answer: Promise<Response>): Promise<unknown> {
    const response = await answer.catch(() => {
      throw new RequestRefused('LOST', CONNECTION_LOST);
    });
    const body: unknown = await response.json();
    if (response.ok) return body;
    const { code, message } = serverRefusalOf(body);
    // A server that has just started knows the window only once its stream is there again: to load the page anew would lose drafts.
    if (code === 'NO_WINDOW') throw new RequestRefused('LOST', CONNECTION_LOST);
    throw new RequestRefused(code, message);
  }

  const ask: PageConnection['ask'] = (name, request) =>
    bodyOf(
      fetch(`/page/${name}?window=${window}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      }),
    );
  return {
    ask,
    choose: async (request) => begunCallOf(await ask('choose', request)),
    run: async (request) => begunCallOf(await ask('run', request)),
    edit: async (request) => acceptedEditOf(await ask('edit', request)),
    lookThrough: async (request) => hiddenRowsOf(await ask('lookThrough', request)),
    follow: async (link) => followedLinkOf(await ask('follow', { link })),
    sheet: async (book) => sheetUpdateOf(await bodyOf(fetch(`/page/sheet?book=${encodeURIComponent(book)}`))),
  };
}
