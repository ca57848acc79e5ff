/** Provides `google.script` in the frames of dialogs and the sidebar, as a script of its own. */

/** A message from a frame to the page. */
export type FrameMessage =
  | { hachi: 'run'; id: number; functionName: string; args: unknown[] }
  /** `byKey`: Escape was pressed. */
  | { hachi: 'close'; byKey?: boolean }
  | { hachi: 'size'; width: number | null; height: number | null }
  | { hachi: 'focusEditor' }
  /** A key that leads out of the frame; the page does not receive keys pressed within it. */
  | { hachi: 'leave'; key: 'F6' | 'F10'; shiftKey: boolean };

/** A message from the page to a frame. */
export interface FrameReply {
  hachi: 'ended';
  id: number;
  result: unknown;
  error: { name: string; message: string } | null;
}

/** Sent to the frame as text, so it must not use anything of this module. */
function frameScript(): void {
  interface Handlers {
    success?: (result: unknown, user: unknown) => void;
    failure?: (error: Error, user: unknown) => void;
    user?: unknown;
  }
  const page = window.parent;
  const waiting = new Map<number, Handlers>();
  let lastCall = 0;
  const post = (message: object): void => page.postMessage(message, '*');

  const toPlain = (value: unknown, property: string | number): unknown => {
    if (value instanceof HTMLFormElement) return Object.fromEntries(new FormData(value));
    if (value instanceof Date || /^(function|symbol|bigint|undefined)$/.test(typeof value))
      throw new TypeError(`Failed due to illegal value in property: ${property}`);
    if (Array.isArray(value)) return value.map(toPlain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, below]) => [name, toPlain(below, name)]));
  };

  const runner = (handlers: Handlers): object =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler')
            return (success: NonNullable<Handlers['success']>) => runner({ ...handlers, success });
          if (name === 'withFailureHandler')
            return (failure: NonNullable<Handlers['failure']>) => runner({ ...handlers, failure });
          if (name === 'withUserObject') return (user: unknown) => runner({ ...handlers, user });
          // Awaiting the runner must not call a function named `then`.
          if (typeof name === 'symbol' || name === 'then') return undefined;
          return (...args: unknown[]) => {
            const plainArgs = args.map(toPlain);
            lastCall += 1;
            waiting.set(lastCall, handlers);
            post({ hachi: 'run', id: lastCall, functionName: name, args: plainArgs });
          };
        },
      },
    );

  window.addEventListener('message', ({ source, data }) => {
    if (source !== page || data?.hachi !== 'ended') return;
    const { success, failure, user } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (!data.error) {
      success?.(data.result, user);
      return;
    }
    const error = Object.assign(new Error(data.error.message), { name: data.error.name });
    if (failure) failure(error, user);
    else console.error(error);
  });

  const host = {
    close: () => post({ hachi: 'close' }),
    setWidth: (width: number) => post({ hachi: 'size', width, height: null }),
    setHeight: (height: number) => post({ hachi: 'size', width: null, height }),
    editor: { focus: () => post({ hachi: 'focusEditor' }) },
    origin: '',
  };
  const script = {
    host,
    get run() {
      return runner({});
    },
  };
  Object.assign(window, { google: { script } });
  // Dialogs close on Escape, wherever the focus is.
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) post({ hachi: 'close', byKey: true });
    const { key, shiftKey } = event;
    if ((key !== 'F6' && key !== 'F10') || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    post({ hachi: 'leave', key, shiftKey });
  });
}

/** The frame's HTML with `google.script` as the first script in it. */
export function withGoogleScript(html: string): string {
  const shim = `<script>(${frameScript})()</script>`;
  const head = /<head\b[^>]*>/i.exec(html);
  if (head) {
    const at = head.index + head[0].length;
    return html.slice(0, at) + shim + html.slice(at);
  }
  const start = /^\s*(?:<!doctype[^>]*>)?\s*(?:<html\b[^>]*>)?/i.exec(html)?.[0].length ?? 0;
  return html.slice(0, start) + shim + html.slice(start);
}
