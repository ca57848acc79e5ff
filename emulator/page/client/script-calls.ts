/** Calls of the script's functions for which the page waits: by a menu item, and from dialogs and the sidebar. */
import type { ScriptFailure } from '../../apps-script/protocol';
import type { BegunCall, PageLanguage } from '../protocol';
import type { RequestRefused } from './connection';
import type { Translate } from './messages';
import type { EndedEvent } from './page-events';

export interface ScriptCalls {
  /** `send` gets the call's number. Resolves with what the function returns; rejects with a ScriptFailure. */
  run(send: (call: number) => Promise<BegunCall>): Promise<unknown>;
  /** False when nobody waits for this execution: a trigger's. */
  settle(ended: EndedEvent): boolean;
  /** The connection is there: what was asked under another opening of the window has no answer any more, all else goes on. */
  welcome(opening: string): void;
}

interface PendingCall {
  resolve(result: unknown): void;
  reject(failure: ScriptFailure): void;
  /** Under which it was begun; null until the server has said so, empty where it has not reached it. */
  opening: string | null;
}

/** How long a call that has not reached the server waits for the connection before it fails, in milliseconds. */
const WAIT_MS = 10_000;

/** The server does not answer, or is not ready yet. */
const NOT_REACHED = ['LOST', 'STARTING'];

export function makeScriptCalls(t: Translate, language: PageLanguage): ScriptCalls {
  const pending = new Map<number, PendingCall>();
  /** Former openings of the window. */
  const past = new Set<string>();
  let present = '';
  let lastCall = 0;
  /** Instant at which calls that reach nobody fail, in milliseconds; null while the server was reached. */
  let failsAt: number | null = null;

  /** As Google names it when nothing comes back: the window may ask once more where that does no harm. */
  function lose(call: number): void {
    pending.get(call)?.reject({ name: 'NetworkError', message: t('noAnswer'), stack: '' });
    pending.delete(call);
  }

  function begin(call: number, opening: string): void {
    const caller = pending.get(call);
    if (caller) caller.opening = opening;
    if (past.has(opening)) lose(call);
  }

  function fail(call: number, { code, words }: RequestRefused): void {
    const caller = pending.get(call);
    if (!NOT_REACHED.includes(code)) {
      caller?.reject({ name: 'Error', message: words[language], stack: '' });
      pending.delete(call);
      return;
    }
    if (caller) caller.opening = '';
    failsAt ??= Date.now() + WAIT_MS;
    setTimeout(() => lose(call), failsAt - Date.now());
  }

  return {
    run(send) {
      lastCall += 1;
      const call = lastCall;
      return new Promise((resolve, reject) => {
        pending.set(call, { resolve, reject, opening: null });
        send(call).then(
          ({ opening }) => begin(call, opening),
          (error: RequestRefused) => fail(call, error),
        );
      });
    },
    settle({ call, result, error }) {
      const caller = call === null ? undefined : pending.get(call);
      if (call === null || !caller) return false;
      pending.delete(call);
      if (error) caller.reject(error);
      else caller.resolve(result);
      return true;
    },
    welcome(opening) {
      failsAt = null;
      if (present !== '' && present !== opening) past.add(present);
      present = opening;
      for (const [call, { opening: own }] of [...pending]) if (own !== null && own !== opening) lose(call);
    },
  };
}
