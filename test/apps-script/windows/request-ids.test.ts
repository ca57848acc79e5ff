/** Exactly once: an ID stays with its words until they are accepted. */
import { requestIds } from '../../../apps-script/windows/request-ids';

const ids = () => {
  let n = 0;
  return requestIds(() => `request-${++n}`);
};
const wish = { accountId: 'a1', version: 3, command: { type: 'undo', version: 3 } } as const;

it('a wish that is sent again, as after a time-out, keeps its ID', () => {
  const { named } = ids();
  expect(named({ ...wish, command: { ...wish.command } }).requestId).toBe(named(wish).requestId);
});

it.each([
  ['other words', { ...wish, command: { type: 'undo', version: 2 } } as const],
  ['another account', { ...wish, accountId: 'a2' }],
  ['another version of the account', { ...wish, version: 4 }],
])('%s are another wish', (_, other) => {
  const { named } = ids();
  expect(named(other).requestId).not.toBe(named(wish).requestId);
});

it('the same words after an accepted wish are a new one: two calls on one day', () => {
  const { named, forget } = ids();
  const first = named(wish).requestId;
  forget(wish);
  expect(named(wish).requestId).not.toBe(first);
});
