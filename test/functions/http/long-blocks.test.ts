/** A block of more commands than one call carries out. */
import type { CommandsAnswer } from '../../../functions/contract/commands';
import { aRegisterRequest, type Reply, usingSuite } from '../../suite';

const suite = usingSuite();
const blockOf = (length: number) =>
  Array.from({ length }, (_, index) => aRegisterRequest(`株式会社 ${index}`));
const send = (commands: unknown[], resume?: string): Promise<Reply> =>
  suite().call('is', 'commands', { body: { commands, ...(resume === undefined ? {} : { resume }) } });
const count = async (): Promise<number> =>
  (await suite().db.collection('accounts').count().get()).data().count;

test('201 commands: 200, then the last one, each once, whatever is sent again', async () => {
  const commands = blockOf(201);
  const first = await send(commands);
  const { outcomes, resume, resumed } = first.body as CommandsAnswer;
  expect([first.status, outcomes.length, resumed, await count()]).toEqual([200, 200, undefined, 200]);
  const again = (await send(commands)).body as CommandsAnswer;
  expect(again.resume).toBe(resume);
  expect(again.outcomes.every((result) => result.status === 200 && result.replayed)).toBe(true);
  for (const replayed of [false, true]) {
    const last = await send(commands, resume);
    expect([last.status, last.body.resumed, last.body.resume]).toEqual([200, 200, undefined]);
    expect(last.body.outcomes).toMatchObject([{ requestId: commands[200]?.requestId, replayed }]);
  }
  expect(await count()).toBe(201);
});

test('the last one alone, refused, does not make the call a refused one', async () => {
  const commands = [...blockOf(200), aRegisterRequest('')];
  const { resume } = (await send(commands)).body;
  const last = await send(commands, resume);
  expect([last.status, last.body.outcomes[0].status]).toEqual([200, 400]);
});

test('a token goes with its block alone', async () => {
  const commands = blockOf(201);
  const { resume } = (await send(commands)).body;
  const before = await count();
  const others: [unknown[], string][] = [
    [commands.slice(0, 200), resume],
    [[...commands].reverse(), resume],
    [commands, resume.replace('200', '100')],
    [commands, resume.replace('200', '0')],
    [commands, `${resume}x`],
    [commands, 'x'],
    [commands, ''],
  ];
  for (const [block, token] of others)
    expect((await send(block, token)).body.error.code).toBe('RESUME_UNKNOWN');
  expect(await count()).toBe(before);
});
