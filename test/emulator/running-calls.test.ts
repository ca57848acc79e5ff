import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { RunningCalls } from '../../emulator/running-calls';

const call = (calls: RunningCalls, work: Promise<void>): Promise<void> => {
  const request = new IncomingMessage(new Socket());
  return calls.watch(() => work)(request, new ServerResponse(request));
};

const never = new Promise<void>(() => {});

test('where no call runs there is nothing to wait for', async () => {
  expect(await new RunningCalls().haveEnded(0)).toBe(true);
});

test('a call has ended once it is answered or has failed, and not before', async () => {
  const calls = new RunningCalls();
  await call(calls, Promise.resolve());
  await expect(call(calls, Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await calls.haveEnded(0)).toBe(true);

  let answer = (): void => {};
  const running = call(calls, new Promise((resolve) => (answer = resolve)));
  const ended = calls.haveEnded(60_000);
  answer();
  await running;
  expect(await ended).toBe(true);
});

test('one that does not end is not waited for longer than is said', async () => {
  const calls = new RunningCalls();
  void call(calls, never);
  expect(await calls.haveEnded(0)).toBe(false);
});
