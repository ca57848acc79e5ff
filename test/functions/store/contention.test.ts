import { ContentionError, isContention, retryOnContention } from '../../../functions/store/contention';

const failure = (code: unknown) => Object.assign(new Error('refused'), { code });

test.each([
  [failure(6), true],
  [failure(9), true],
  [failure(10), true],
  [new ContentionError('accounts/a'), true],
  [failure(5), false],
  [failure('10'), false],
  [{ code: 10 }, false],
  [null, false],
])('%p says that somebody was faster: %p', (error, expected) => {
  expect(isContention(error)).toBe(expected);
});

test('an attempt is repeated until it has gone through; any other failure is no reason to', async () => {
  const outcomes = [null, null, 'written'];
  expect(await retryOnContention('a', async () => outcomes.shift() ?? null)).toBe('written');
  let tries = 0;
  const failing = retryOnContention('a', async () => {
    tries += 1;
    throw failure(5);
  });
  await expect(failing).rejects.toMatchObject({ code: 5 });
  expect(tries).toBe(1);
});

test('those that write the same take turns, also after a failure; others do not wait for them', async () => {
  const order: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = retryOnContention('a', async () => {
    order.push('first begins');
    await held;
    order.push('first ends');
    throw failure(5);
  });
  const second = retryOnContention('a', async () => order.push('second'));
  await retryOnContention('b', async () => order.push('other'));
  release();
  await expect(first).rejects.toMatchObject({ code: 5 });
  await second;
  expect(order).toEqual(['first begins', 'other', 'first ends', 'second']);
});
