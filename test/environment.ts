/**
 * Node as Jest gives it to a test file, with two differences that make a run shorter: the names of the language are found at
 * once (Jest has a proxy asked for each global name, each time), and packages that runtime.cjs shares fit in, though they live
 * outside: in the realm of Node itself, where a value of a test is of no class that they know.
 */
import { types } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** What a bare context has; the clock is left out, and what cannot be declared again. */
const LANGUAGE: readonly string[] = runInContext(
  `Object.entries(Object.getOwnPropertyDescriptors(globalThis))
    .filter(([name, { configurable }]) => configurable && /^\\w+$/.test(name))
    .map(([name]) => name)`,
  createContext(),
);
const REPLACEABLE = new Set(['globalThis', 'Date', 'console', 'eval', 'escape', 'unescape']);

/** Classes whose objects are made by the language itself, in the realm of the code that runs, and how they are told anywhere. */
const OBJECTS_OF_ANY_REALM = {
  Array: Array.isArray,
  Date: types.isDate,
  Error: types.isNativeError,
  Promise: types.isPromise,
  RegExp: types.isRegExp,
} as const satisfies Partial<Record<keyof typeof globalThis, (value: unknown) => boolean>>;

/** `instanceof` says yes to an array, an error, … of the other realm; of a class that extends one of them it says what it always does. */
const knowOtherRealms = (realm: object): void => {
  for (const [name, isOne] of Object.entries(OBJECTS_OF_ANY_REALM)) {
    const own: unknown = Reflect.get(realm, name);
    Object.defineProperty(own, Symbol.hasInstance, {
      value(this: unknown, value: unknown): boolean {
        if (this === own) return isOne(value);
        return Function.prototype[Symbol.hasInstance].call(this as () => void, value);
      },
    });
  }
};

knowOtherRealms(globalThis);
// As in Node itself, where Jest sets 100: the Firestore client notes the stack of each call, which takes long to write.
const STACK_LINES = 10;
Error.stackTraceLimit = STACK_LINES;
/** No test runs on Google Cloud: the clients need not look for its metadata server. */
process.env.METADATA_SERVER_DETECTION ??= 'none';

export default class extends TestEnvironment {
  private readonly variables = { ...process.env };

  override async setup(): Promise<void> {
    await super.setup();
    // Not a copy: the shared packages read them, too.
    this.global.process.env = process.env;
    this.global.Error.stackTraceLimit = STACK_LINES;
    knowOtherRealms(this.global);
    // Options name these as what a number is to be read as.
    Object.assign(this.global, { String, Number, Boolean });
    const names = LANGUAGE.filter((name) => !REPLACEABLE.has(name));
    if (this.context)
      runInContext(`const { ${names.join(', ')}, Buffer, process } = globalThis;`, this.context);
  }

  /** What a test changed outside of its own realm would reach the next file. */
  override async teardown(): Promise<void> {
    this.moduleMocker?.restoreAllMocks();
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    await super.teardown();
  }
}
