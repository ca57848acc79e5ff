/** Calls of the script's functions for which the page waits: by a menu item, and from dialogs and the sidebar. */
import type { ScriptFailure } from '../../apps-script/protocol';
import type { PageLanguage } from '../protocol';
import type { RequestRefused } from './connection';
import type { EndedEvent } from './page-events';

export interface ScriptCalls {
  /** `send` gets the call's number. Resolves with what the function returns; rejects with a ScriptFailure. */
  run(send: (call: number) => Promise<unknown>): Promise<unknown>;
  /** False when nobody waits for this execution: a trigger's. */
  settle(ended: EndedEvent): boolean;
  rejectAll(message: string): void;
}

interface PendingCall {
  resolve(result: unknown): void;
  reject(failure: ScriptFailure): void;
}

const failureOf = (message: string): ScriptFailure => ({ name: 'Error', message, stack: '' });

export function makeScriptCalls(language: PageLanguage): ScriptCalls {
  const pending = new Map<number, PendingCall>();
  let lastCall = 0;
  return {
    run(send) {
      lastCall += 1;
      const call = lastCall;
      return new Promise((resolve, reject) => {
        pending.set(call, { resolve, reject });
        send(call).catch((error: RequestRefused) => {
          pending.delete(call);
          reject(failureOf(error.words[language]));
        });
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
    rejectAll(message) {
      for (const { reject } of pending.values()) reject(failureOf(message));
      pending.clear();
    },
  };
}
