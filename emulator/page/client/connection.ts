/** The line to the server: events come in, small requests go out. */
import type { Asked, RefusalBody, SheetUpdate, Told } from '../protocol';
import type { Address } from './address';

export interface Connection {
  ask<K extends keyof Asked>(name: K, asked: Asked[K]): Promise<unknown>;
  sheet(book: string): Promise<SheetUpdate>;
}

export interface Listener {
  told(told: Told): void;
  /** The line is cut, or there again. */
  lost(isLost: boolean): void;
  /** The server does not want this window at all. */
  refused(words: RefusalBody['error']['message']): void;
}

/** A refusal in words for the person, and its code for the page. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly words: { ja: string; en: string },
  ) {
    super(words.en);
  }
}

const NOT_REACHED = {
  ja: '接続が切れています。変更は保存されていません。',
  en: 'The connection is lost. The change was not saved.',
};

/** How long after a failed attempt the browser's own retry is helped along: it gives up after some errors. */
const RETRY_MS = 1000;

export function connect(address: Address, listener: Listener): Connection {
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
    line.onmessage = ({ data }) => listener.told(JSON.parse(data));
    line.onerror = () => {
      listener.lost(true);
      if (line.readyState === EventSource.CLOSED) setTimeout(() => void again(), RETRY_MS);
    };
  }
  /** The browser has given up: either nobody answers, or the answer was no line but a reason. */
  async function again(): Promise<void> {
    const response = await fetch(url).catch(() => null);
    if (response && response.status >= 400 && response.status < 500) {
      listener.refused(((await response.json()) as RefusalBody).error.message);
      return;
    }
    await response?.body?.cancel();
    listen();
  }
  listen();

  async function answered(asked: Promise<Response>): Promise<unknown> {
    const response = await asked.catch(() => {
      throw new Refused('LOST', NOT_REACHED);
    });
    const body = await response.json();
    if (response.ok) return body;
    const { code, message } = (body as RefusalBody).error;
    throw new Refused(code, message);
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
