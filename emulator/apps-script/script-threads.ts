/** Threads that run the executions of one script. To start one takes longer than most executions: it is used again. */
import { Worker } from 'node:worker_threads';
import { compilePrograms } from './compile-programs';
import type { ThreadPrograms } from './worker';

const MAX_IDLE = 2;

export class ScriptThreads {
  private readonly idleThreads: Worker[] = [];

  constructor(private readonly code: string) {}

  async take(): Promise<Worker> {
    const waiting = this.idleThreads.pop();
    waiting?.ref();
    return waiting ?? this.start();
  }

  /** Takes back a thread whose execution has posted its outcome; any other must be terminated. */
  async release(thread: Worker): Promise<void> {
    if (this.idleThreads.length >= MAX_IDLE) {
      await thread.terminate();
      return;
    }
    // An idle thread does not keep the process alive.
    thread.unref();
    this.idleThreads.push(thread);
  }

  /** Terminates the idle threads. */
  async end(): Promise<void> {
    await Promise.all(this.idleThreads.splice(0).map((thread) => thread.terminate()));
  }

  private async start(): Promise<Worker> {
    const { services, worker } = await compilePrograms();
    const programs: ThreadPrograms = { services, code: this.code };
    const thread = new Worker(worker, { eval: true, workerData: programs });
    thread.on('error', () => {
      const at = this.idleThreads.indexOf(thread);
      if (at >= 0) this.idleThreads.splice(at, 1);
    });
    return thread;
  }
}
