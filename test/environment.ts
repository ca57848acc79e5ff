/**
 * Node as Jest gives it to a test file, but that the names of the language are found at once. Jest has a proxy asked for each
 * global name, each time: code that encodes and decodes much spends most of its time there.
 */
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

export default class extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    // As in Node itself, where Jest sets 100: the Firestore client notes the stack of each call, which takes long to write.
    this.global.Error.stackTraceLimit = 10;
    const names = LANGUAGE.filter((name) => !REPLACEABLE.has(name));
    if (this.context)
      runInContext(`const { ${names.join(', ')}, Buffer, process } = globalThis;`, this.context);
  }
}
