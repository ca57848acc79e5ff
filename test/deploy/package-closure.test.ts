import { closureOf } from '../../deploy/package-closure';

const lock = {
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { app: '1' } },
    'node_modules/app': { dependencies: { a: '1', b: '2' }, optionalDependencies: { missing: '1' } },
    'node_modules/a': { dependencies: { b: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': { peerDependencies: { app: '1' } },
    'node_modules/c': {},
    'node_modules/@scope/d': { dependencies: { c: '1' } },
    'node_modules/unneeded': {},
  },
};

test.each([
  [
    'app',
    [
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/app',
      'node_modules/b',
      'node_modules/c',
    ],
  ],
  ['c', ['node_modules/c']],
  ['@scope/d', ['node_modules/@scope/d', 'node_modules/c']],
])('%s needs %j', (name, places) => {
  expect(Object.keys(closureOf(lock, name))).toEqual(places);
});

test('a package that is not locked is named', () => {
  expect(() => closureOf(lock, 'nothing')).toThrow('package-lock.json does not have nothing.');
});
