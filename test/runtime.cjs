/**
 * Jest's module loader, with four differences that make a run shorter. A file is compiled once a worker and not once a test file,
 * so that its functions stay compiled, and optimized, from one test file to the next; each test file still evaluates its modules
 * anew, and nothing that they keep reaches another. Large packages, none of which keeps anything between two files, are evaluated
 * once a worker, too. Jest itself knows which test runs from a variable instead of from Node's hooks on each promise, and the
 * functions framework does without them.
 */
const asyncHooks = require('node:async_hooks');
const domain = require('node:domain');
const { EventEmitter } = require('node:events');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const SHARED = new Set([
  '@google-cloud/firestore',
  // What is registered under a name is replaced by the next suite, before it makes its servers.
  '@google-cloud/functions-framework',
  '@google-cloud/functions-framework/testing',
  '@grpc/grpc-js',
  '@grpc/proto-loader',
  // Jest cannot load an ES module that they require.
  '@univerjs/core',
  '@univerjs/engine-formula',
  'ajv-formats',
  'ajv/dist/2020',
  'fast-check',
  'googleapis/build/src/apis/sheets',
  'luxon',
  'zod',
]);

/** What was compiled from a file, and from which source. */
const compiledFiles = new Map();

const compileOnce = (source, filename, parameters) => {
  const compiled = compiledFiles.get(filename);
  if (compiled?.source === source) return compiled.body;
  const body = compileFunction(source, parameters, { filename });
  compiledFiles.set(filename, { source, body });
  return body;
};

/**
 * Stands in for AsyncLocalStorage, where what runs is never two at a time: as the tests of a file. Jest makes one for each file and
 * leaves it on, whereupon every promise of the worker is announced to all of them, and keeps their tests in memory.
 */
class CurrentStore {
  getStore() {
    return this.store;
  }

  run(store, callback) {
    const outer = this.store;
    this.store = store;
    const end = () => {
      this.store = outer;
    };
    const running = callback();
    running.then(end, end);
    return running;
  }
}

/**
 * Stands in for Node's domains, of which the functions framework makes one for each call: the first one has every promise of the
 * process announced to four hooks from then on, which costs a suite over HTTP a fifteenth of its time. What a function throws behind
 * the back of its promise would be answered by a domain; here it fails the test.
 */
class DomainWithoutHooks extends EventEmitter {
  run(callback) {
    return callback();
  }
}
domain.create = () => new DomainWithoutHooks();

module.exports = class extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    executor.compile = (source, filename) => compileOnce(source, filename, executor.injectedModuleParameters);
  }

  requireModuleOrMock(from, name) {
    return SHARED.has(name) ? require(name) : super.requireModuleOrMock(from, name);
  }

  requireInternalModule(from, name) {
    return name === 'node:async_hooks'
      ? { ...asyncHooks, AsyncLocalStorage: CurrentStore }
      : super.requireInternalModule(from, name);
  }
};
