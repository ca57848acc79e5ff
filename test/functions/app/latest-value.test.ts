import { latestValue, type StartTimer } from '../../../functions/app/latest-value';

const counted = () => {
  let made = 0;
  return async (): Promise<number> => {
    made += 1;
    return made;
  };
};

const never: StartTimer = () => () => {};

test('what was made last is given again under its key, and made anew under another one', async () => {
  const latest = latestValue<number>(never);
  const make = counted();
  expect(await Promise.all([latest.get('a', make), latest.get('a', make)])).toEqual([1, 1]);
  expect(await latest.get('a', make)).toBe(1);
  expect(await latest.get('b', make)).toBe(2);
  expect(await latest.get('a', make)).toBe(3);
  latest.forget();
  expect(await latest.get('a', make)).toBe(4);
});

test('what failed is not kept, and does not take the place of what came after it', async () => {
  const latest = latestValue<number>(never);
  const make = counted();
  const failing = latest.get('a', () => Promise.reject(new Error('unread')));
  const other = latest.get('b', make);
  await expect(failing).rejects.toThrow('unread');
  expect(await other).toBe(1);
  expect(await latest.get('b', make)).toBe(1);
  await expect(latest.get('a', () => Promise.reject(new Error('unread')))).rejects.toThrow('unread');
  expect(await latest.get('a', make)).toBe(2);
});

test('it is given back when nobody has asked for it for its time', async () => {
  const running = new Set<() => void>();
  const startTimer: StartTimer = (run) => {
    running.add(run);
    return () => running.delete(run);
  };
  const latest = latestValue<number>(startTimer);
  const make = counted();
  await latest.get('a', make);
  expect(await latest.get('a', make)).toBe(1);
  expect(running.size).toBe(1);
  for (const run of running) run();
  expect(await latest.get('a', make)).toBe(2);
});
