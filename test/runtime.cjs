/**
 * Jest's module loader, but that large packages are loaded once a worker and not once a test file: loading them, and running them
 * until they are compiled, is a seventh of the processor time of the suites that need them. None of them keeps anything between
 * two files; test/environment.ts makes them fit.
 */
const { default: Runtime } = require('jest-runtime');

const SHARED = new Set([
  '@google-cloud/firestore',
  '@grpc/grpc-js',
  '@grpc/proto-loader',
  'ajv-formats',
  'ajv/dist/2020',
  'googleapis/build/src/apis/sheets',
  'luxon',
  'zod',
]);

module.exports = class extends Runtime {
  requireModuleOrMock(from, name) {
    return SHARED.has(name) ? require(name) : super.requireModuleOrMock(from, name);
  }
};
