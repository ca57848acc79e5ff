/** The thread of one execution: a bare context with the language's own things, Google's services, and the script. */
import { createContext, Script } from 'node:vm';
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { ExecutionStart, HostBridge } from './protocol';

/** What the thread is given. */
export interface WorkerInput {
  port: MessagePort;
  /** Set to 1, and woken, when an answer is there. */
  signal: Int32Array;
  services: string;
  code: string;
  start: ExecutionStart;
}

/** What it posts. */
export type WorkerMessage =
  | { call: string; args: string }
  | { log: { level: string; text: string } }
  | { outcome: string };

interface InstalledServices {
  install(start: ExecutionStart, bridge: HostBridge): void;
  run(start: ExecutionStart, load: () => void): string;
}

const { port, signal, services, code, start }: WorkerInput = workerData;

const post = (said: WorkerMessage): void => port.postMessage(said);

const bridge: HostBridge = {
  call(name, args) {
    Atomics.store(signal, 0, 0);
    post({ call: name, args });
    // The host wakes after it has set the signal: what it still says of the last answer must not pass for this one.
    while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
    const received: { message: string } | undefined = receiveMessageOnPort(port);
    if (!received) throw new Error(`No answer to ${name}.`);
    return received.message;
  },
  log: (level, text) => post({ log: { level, text } }),
};

const context = createContext({}, { name: 'Apps Script' });
const inside: InstalledServices = new Script(services, { filename: 'services' }).runInContext(context);
inside.install(start, bridge);
const outcome = inside.run(start, () => {
  new Script(code, { filename: 'Code.gs' }).runInContext(context);
});
// Promises that the script made are settled first.
setImmediate(() => post({ outcome }));
