/**
 * Jest's module loader, with five differences that make a run shorter. The modules of the functions and of the local suite are
 * evaluated once a worker and not once a test file, so that what the compiler has learnt of them stays: they keep nothing
 * between two calls but what is made from the arguments alone, which test/house/module-state.test.ts holds them to. So are large
 * packages that keep nothing between two files. All other files are compiled once a worker, and evaluated anew. What Jest
 * compares and words with is evaluated once a worker, too. Jest itself knows which test runs from a variable instead of from Node's
 * hooks on each promise, and the functions framework does without them.
 */
const asyncHooks = require('node:async_hooks');
const domain = require('node:domain');
const { EventEmitter } = require('node:events');
const { createRequire } = require('node:module');
const { dirname, join, sep } = require('node:path');
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

/**
 * Of Jest: evaluated for each test file, these cost it more than a small file of tests costs itself. Their state, as the name of the
 * running test, is set anew for each file; matchers and serializers of a test file's own would stay, and there are none.
 */
const SHARED_OF_JEST = new Set([
  '@jest/expect',
  '@jest/test-result',
  'jest-each',
  'jest-message-util',
  'jest-snapshot',
  'jest-util',
]);
const requireOfJest = createRequire(require.resolve('jest-runtime'));
// They keep their state on the global object: before environment.ts notes what stands there, so that it stays.
for (const name of SHARED_OF_JEST) requireOfJest(name);

const SHARED_FOLDERS = ['functions', 'emulator'].map((folder) => join(__dirname, '..', folder) + sep);
/** By its file, what a module of ours exports that is evaluated once a worker. */
const sharedModules = new Map();

/** Undefined for a package, and for a file that each test file evaluates anew. */
const sharedFile = (from, name) => {
  const file = name.startsWith('.') ? join(dirname(from), `${name}.ts`) : '';
  return SHARED_FOLDERS.some((folder) => file.startsWith(folder)) ? file : undefined;
};

/** Where their functions stand in the sources: for what a later test file says of an error in them. */
const sharedSourceMaps = new Map();

/** While a test asks for another copy of modules. */
let isIsolated = false;

/** That of the test file which runs now: what a shared module loads only when it is needed is loaded by it. */
let currentRuntime;

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

// Of the functions framework, too: it has every promise of the process announced from the first call on, for an ID of the call that
// only its own log would show.
const framework = dirname(require.resolve('@google-cloud/functions-framework'));
require(join(framework, 'async_local_storage')).asyncLocalStorageMiddleware = (_request, _response, next) =>
  next();

module.exports = class extends Runtime {
  constructor(...given) {
    super(...given);
    currentRuntime = this;
    this.transformCache.sourceMaps = sharedSourceMaps;
    const { executor } = this;
    executor.compile = (source, filename) => compileOnce(source, filename, executor.injectedModuleParameters);
  }

  requireModuleOrMock(from, name) {
    if (SHARED.has(name)) return require(name);
    const load = () => Runtime.prototype.requireModuleOrMock.call(currentRuntime, from, name);
    const file = sharedFile(from, name);
    if (file === undefined || isIsolated) return load();
    if (!sharedModules.has(file)) sharedModules.set(file, load());
    return sharedModules.get(file);
  }

  isolateModules(act) {
    isIsolated = true;
    try {
      super.isolateModules(act);
    } finally {
      isIsolated = false;
    }
  }

  requireInternalModule(from, name) {
    if (name === 'node:async_hooks') return { ...asyncHooks, AsyncLocalStorage: CurrentStore };
    return SHARED_OF_JEST.has(name) ? requireOfJest(name) : super.requireInternalModule(from, name);
  }
};
