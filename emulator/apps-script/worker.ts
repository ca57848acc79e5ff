/** A thread that runs executions one after the other, each in a new bare context with Google's services and the script. */
import { createContext, Script } from 'node:vm';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { ExecutionStart, HostBridge } from './protocol';

/** What the thread is started with: the sources that all its executions run. */
export interface ThreadPrograms {
  services: string;
  code: string;
}

/** What each execution is given. */
export interface WorkerInput {
  port: MessagePort;
  /** Set to 1, and woken, when an answer is there. */
  signal: Int32Array;
  start: ExecutionStart;
}

/** What it posts; its outcome comes last. */
export type WorkerMessage =
  | { call: string; args: string }
  | { log: { level: string; text: string } }
  | { outcome: string };

interface InstalledServices {
  install(start: ExecutionStart, bridge: HostBridge): void;
  run(start: ExecutionStart, load: () => void): string;
}

const { services, code }: ThreadPrograms = workerData;
const servicesScript = new Script(services, { filename: 'services' });
/** Compiled within the first execution, because a syntax error is that execution's failure. */
let codeScript: Script | undefined;

function execute({ port, signal, start }: WorkerInput): void {
  let isOver = false;
  const post = (message: WorkerMessage): void => port.postMessage(message);

  const bridge: HostBridge = {
    call(name, args) {
      // A callback that outlives its execution would wait for ever: its port is closed.
      if (isOver) throw new Error(`${name}: the execution has ended.`);
      Atomics.store(signal, 0, 0);
      post({ call: name, args });
      // The host wakes after it has set the signal: its wake-up for the last answer must not be taken for this one.
      while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
      const received: { message: string } | undefined = receiveMessageOnPort(port);
      if (!received) throw new Error(`No answer to ${name}.`);
      return received.message;
    },
    log: (level, text) => post({ log: { level, text } }),
  };

  const context = createContext({}, { name: 'Apps Script' });
  const inside: InstalledServices = servicesScript.runInContext(context);
  inside.install(start, bridge);
  const outcome = inside.run(start, () => {
    codeScript ??= new Script(code, { filename: 'Code.gs' });
    codeScript.runInContext(context);
  });
  // Promises that the script made are settled first.
  setImmediate(() => {
    isOver = true;
    post({ outcome });
  });
}

parentPort?.on('message', execute);
