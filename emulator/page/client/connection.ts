/** The line to the server: events come in, small requests go out. */
import type { PageEvent, PageRefusalBody, PageRequests, SheetUpdate } from '../protocol';
import type { PageAddress } from './address';

export interface PageConnection {
  ask<K extends keyof PageRequests>(name: K, asked: PageRequests[K]): Promise<unknown>;
  sheet(book: string): Promise<SheetUpdate>;
}

export interface ConnectionListener {
  received(event: PageEvent): void;
  /** The line is cut, or there again. */
  lost(isLost: boolean): void;
  /** The server does not want this window at all. */
  refused(words: PageRefusalBody['error']['message']): void;
}

/** A refusal in words for the person, and its code for the page. */
export class RequestRefused extends Error {
  constructor(
    readonly code: string,
    readonly words: { ja: string; en: string },
  ) {
    super(words.en);
  }
}

const CONNECTION_LOST = {
  ja: '接続が切れています。変更は保存されていません。',
  en: 'The connection is lost. The change was not saved.',
};

/** How long after a failed attempt the browser's own retry is helped along: it gives up after some errors. */
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
    const line = new EventSource(url);
    line.onopen = () => listener.lost(false);
    line.onmessage = ({ data }) => listener.received(JSON.parse(data));
    line.onerror = () => {
      listener.lost(true);
      if (line.readyState === EventSource.CLOSED) setTimeout(() => void again(), RETRY_MS);
    };
  }
  /** The browser has given up: either nobody answers, or the answer was no line but a reason. */
  async function again(): Promise<void> {
    const response = await fetch(url).catch(() => null);
    if (response && response.status >= 400 && response.status < 500) {
      listener.refused(((await response.json()) as PageRefusalBody).error.message);
      return;
    }
    await response?.body?.cancel();
    listen();
  }
  listen();

  async function answered(asked: Promise<Response>): Promise<unknown> {
    const response = await asked.catch(() => {
      throw new RequestRefused('LOST', CONNECTION_LOST);
    });
    const body = await response.json();
    if (response.ok) return body;
    const { code, message } = (body as PageRefusalBody).error;
    throw new RequestRefused(code, message);
  }

  return {
    ask: (name, asked) =>
      answered(
        fetch(`/page/${name}?window=${window}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(asked),
        }),
      ),
    sheet: (book) => answered(fetch(`/page/sheet?book=${encodeURIComponent(book)}`)) as Promise<SheetUpdate>,
  };
}
