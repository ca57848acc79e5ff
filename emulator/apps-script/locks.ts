/**
 * `LockService` on the host: one execution at a time has a lock, at most until the execution is over.
 * Not verified against Google: in which order those who wait get the lock.
 */

import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import { scopeStoreName } from './properties-and-cache';
import type { PropertyScope } from './protocol';

interface LockWaiter {
  run: ExecutionContext;
  /** Ends the wait; false when it has taken too long. */
  settle(hasLock: boolean): void;
}

export function lockHandlers() {
  const holders = new Map<string, ExecutionContext>();
  const queues = new Map<string, LockWaiter[]>();

  function grant(name: string, run: ExecutionContext): void {
    holders.set(name, run);
    run.signal.addEventListener('abort', () => release(name, run), { once: true });
  }

  function release(name: string, run: ExecutionContext): void {
    if (holders.get(name) !== run) return;
    holders.delete(name);
    const next = queues.get(name)?.shift();
    if (!next) return;
    grant(name, next.run);
    next.settle(true);
  }

  function wait(name: string, run: ExecutionContext, milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      const leave = (): void => waiter.settle(false);
      const timer = setTimeout(leave, milliseconds);
      const waiter: LockWaiter = {
        run,
        settle(hasLock) {
          clearTimeout(timer);
          run.signal.removeEventListener('abort', leave);
          if (queue.includes(waiter)) queue.splice(queue.indexOf(waiter), 1);
          resolve(hasLock);
        },
      };
      run.signal.addEventListener('abort', leave, { once: true });
      queue.push(waiter);
    });
  }

  const nameOf = (run: ExecutionContext, scope: PropertyScope): string => scopeStoreName(scope, run.email);
  return {
    'Lock.tryLock': (run, scope, milliseconds) => {
      const name = nameOf(run, scope);
      const holder = holders.get(name);
      if (holder === run) return true;
      if (holder) return wait(name, run, milliseconds);
      grant(name, run);
      return true;
    },
    'Lock.releaseLock': (run, scope) => release(nameOf(run, scope), run),
    'Lock.hasLock': (run, scope) => holders.get(nameOf(run, scope)) === run,
  } satisfies SomeHostHandlers;
}
