/**
 * Where a test file runs: in Node as it is, in the same realm as Jest and the files before it. Jest would make a realm of its own
 * for each file, in which no class is that of a package outside, nothing stays compiled, and each global name is asked for through
 * a proxy. What a file changed of Node and of the language is put back behind it.
 */
import { ModuleMocker } from 'jest-mock';
import type {} from './once-a-worker';

declare global {
  /** Whether the test that runs has failed: for what its `afterEach` keeps of it. */
  var testHasFailed: boolean | undefined;
}

type StackFormat = NonNullable<typeof Error.prepareStackTrace>;

/** As in Node itself, where Jest sets 100: the Firestore client notes the stack of each call, which takes long to write. */
const STACK_LINES = 10;
/**
 * Formats a stack as `format` does, which finds the place of each frame in the sources; frames of packages and of Node stand as they
 * run. Of the stack that the Firestore client notes at each call, most frames are such, and finding nothing for them takes long.
 */
function ownFramesInSources(format: StackFormat): StackFormat {
  return (error, frames) => {
    const heading = format(error, []);
    const lines = frames.map((frame) =>
      /^node:|[\\/]node_modules[\\/]/.test(frame.getFileName() ?? 'node:')
        ? `\n    at ${frame}`
        : format(error, [frame]).slice(heading.length),
    );
    return heading + lines.join('');
  };
}

/** No test runs on Google Cloud: the clients need not look for its metadata server. */
process.env.METADATA_SERVER_DETECTION ??= 'none';

/**
 * With nothing left to do a worker ends at once: Node would first give back its memory piece by piece, and Jest ends by force who
 * takes longer than half a second. It hides no leak: where a test left a timer, a server or a socket open, Node does not come to
 * this event, and Jest says that it had to end the worker.
 */
process.once('beforeExit', () => process.exit());

/** For once-a-worker.ts: it stands before what stands is noted, and so stays. */
globalThis.madeByWorker = new Map();

/** Notes the properties of the object, and answers what puts them back. */
function restorerOf(object: object): () => void {
  const before = new Map(
    Reflect.ownKeys(object).map((key) => [key, Reflect.getOwnPropertyDescriptor(object, key)]),
  );
  return () => {
    for (const key of Reflect.ownKeys(object)) if (!before.has(key)) Reflect.deleteProperty(object, key);
    for (const [key, was] of before) {
      const is = Reflect.getOwnPropertyDescriptor(object, key);
      if (was && !(is && Object.is(is.value, was.value) && is.get === was.get))
        Reflect.defineProperty(object, key, was);
    }
  };
}

/** What the language and Node define: their classes, prototypes, functions and namespaces. */
const BUILT_IN: readonly object[] = [globalThis, Intl]
  .flatMap((names) => Object.values<PropertyDescriptor>(Object.getOwnPropertyDescriptors(names)))
  .flatMap(({ value }): unknown[] => [value, value?.prototype])
  .filter((value): value is object => Object(value) === value && value !== globalThis);

export default class {
  readonly global = globalThis;
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly fakeTimers = null;
  readonly fakeTimersModern = {
    useFakeTimers(): never {
      throw new Error('There are no fake timers: hand a clock in, as functions/clock.ts has it');
    },
  };
  private readonly restorers = [globalThis, process.env].map(restorerOf);
  /** Jest puts its own in its place for each file. */
  private readonly exit = process.exit;

  async setup(): Promise<void> {
    Error.stackTraceLimit = STACK_LINES;
    this.restorers.push(...BUILT_IN.map(restorerOf));
    // Jest has put its own in its place for this file.
    if (Error.prepareStackTrace) Error.prepareStackTrace = ownFramesInSources(Error.prepareStackTrace);
  }

  /** Called by Jest for each step of a test. */
  handleTestEvent({ name }: { name: string }): void {
    if (name === 'test_start') globalThis.testHasFailed = false;
    if (name === 'test_fn_failure') globalThis.testHasFailed = true;
  }

  async teardown(): Promise<void> {
    // Also on the classes of packages that runtime.cjs shares.
    this.moduleMocker.restoreAllMocks();
    for (const restore of this.restorers) restore();
    process.exit = this.exit;
  }

  /** Jest asks only whether there is one: runtime.cjs compiles in Node's own realm. */
  getVmContext(): object {
    return globalThis;
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }
}
