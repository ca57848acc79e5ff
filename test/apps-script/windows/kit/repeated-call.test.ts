import { mayRepeat } from '../../../../apps-script/windows/kit/repeated-call';

const CUT = { name: 'NetworkError', message: 'Connection failure due to HTTP 0' };

test.each([
  ['sendCommands', [[], 'menu'], CUT, true],
  ['readAccount', ['a1', null], CUT, true],
  ['callFunction', ['settings', 'GET', {}], CUT, true],
  ['callFunction', ['import', 'POST', {}], CUT, true],
  ['callFunction', ['settings', 'POST', {}], CUT, false],
  ['callFunction', ['feeds', 'POST', {}], CUT, false],
  ['resolveCopy', [3, 'remove', 'a1'], CUT, false],
  ['sendCommands', [[], 'menu'], { name: 'ScriptError', message: 'Exceeded maximum execution time' }, false],
  ['sendCommands', [[], 'menu'], {}, false],
  ['sendCommands', [[], 'menu'], null, false],
] as const)('%s %j, failed with %j, is asked again: %s', (name, args, error, again) => {
  expect(mayRepeat(name, args, error)).toBe(again);
});
