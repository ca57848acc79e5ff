/** The calls of the functions that have begun and not ended, also those whose callers have hung up. */
import type { HttpFunction } from '../functions/http/endpoint';

export class RunningCalls {
  private readonly running = new Set<Promise<void>>();

  /** The same function, whose calls are known here from now on. */
  watch(answer: HttpFunction): HttpFunction {
    return (request, response) => {
      const call = answer(request, response);
      this.running.add(call);
      const forget = (): void => void this.running.delete(call);
      call.then(forget, forget);
      return call;
    };
  }

  /** Waits until all have ended; false where some still run after that time. */
  async haveEnded(withinMs: number): Promise<boolean> {
    if (this.running.size === 0) return true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), withinMs);
    });
    const ended = Promise.allSettled(this.running).then(() => true);
    const result = await Promise.race([ended, late]);
    clearTimeout(timer);
    return result;
  }
}
