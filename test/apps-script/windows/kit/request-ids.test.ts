/** Exactly once: an ID stays with its words until they are accepted. */
import { requestIds } from '../../../../apps-script/windows/kit/request-ids';

const ids = () => {
  let n = 0;
  return requestIds(() => `request-${++n}`);
};
const wish = { accountId: 'a1', expectedVersion: 3, command: { type: 'undo', version: 3 } } as const;

it('a wish that is sent again, as after a time-out, keeps its ID', () => {
  const { withRequestId } = ids();
  expect(withRequestId({ ...wish, command: { ...wish.command } }).requestId).toBe(
    withRequestId(wish).requestId,
  );
});

it.each([
  ['other words', { ...wish, command: { type: 'undo', version: 2 } } as const],
  ['another account', { ...wish, accountId: 'a2' }],
  ['another version of the account', { ...wish, expectedVersion: 4 }],
])('%s are another wish', (_, other) => {
  const { withRequestId } = ids();
  expect(withRequestId(other).requestId).not.toBe(withRequestId(wish).requestId);
});

it('the same words after an accepted wish are a new one: two calls on one day', () => {
  const { withRequestId, forget } = ids();
  const first = withRequestId(wish).requestId;
  forget(wish);
  expect(withRequestId(wish).requestId).not.toBe(first);
});
