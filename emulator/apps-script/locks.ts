/** `LockService` on the host: one execution at a time holds a lock; it is given back when the execution is over. */
import { storeOf } from './keeping';
import type { PropertyScope } from './protocol';
import type { Run, SomeCalls } from './run';

interface Waiter {
  run: Run;
  take(got: boolean): void;
}

export function lockCalls() {
  const holders = new Map<string, Run>();
  const queues = new Map<string, Waiter[]>();

  function give(name: string, run: Run): void {
    holders.set(name, run);
    run.signal.addEventListener('abort', () => release(name, run), { once: true });
  }

  function release(name: string, run: Run): void {
    if (holders.get(name) !== run) return;
    holders.delete(name);
    const next = queues.get(name)?.shift();
    if (!next) return;
    give(name, next.run);
    next.take(true);
  }

  function wait(name: string, run: Run, milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      const leave = (): void => waiter.take(false);
      const timer = setTimeout(leave, milliseconds);
      const waiter: Waiter = {
        run,
        take(got) {
          clearTimeout(timer);
          run.signal.removeEventListener('abort', leave);
          if (queue.includes(waiter)) queue.splice(queue.indexOf(waiter), 1);
          resolve(got);
        },
      };
      run.signal.addEventListener('abort', leave, { once: true });
      queue.push(waiter);
    });
  }

  const nameOf = (run: Run, scope: PropertyScope): string => storeOf(scope, run.email);
  return {
    'Lock.tryLock': (run, scope, milliseconds) => {
      const name = nameOf(run, scope);
      const holder = holders.get(name);
      if (holder === run) return true;
      if (holder) return wait(name, run, milliseconds);
      give(name, run);
      return true;
    },
    'Lock.releaseLock': (run, scope) => release(nameOf(run, scope), run),
    'Lock.hasLock': (run, scope) => holders.get(nameOf(run, scope)) === run,
  } satisfies SomeCalls;
}
