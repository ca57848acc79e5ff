/** From the start of a function's process to its first 200, and the memory that it holds then, against a bare function. */
import { setTimeout as pause } from 'node:timers/promises';
import { openAgent, send } from './load';
import { type Figure, type Options, type Pair, ratioOf, takeTurns } from './measure';
import { type Source, spawnFunction } from './processes';
import { openTeam } from './team';

interface Start {
  /** Milliseconds. */
  first: number;
  /** Megabytes. */
  rss: number;
}

export const start = async ({ firestore, quick, say }: Options): Promise<Figure[]> => {
  const rounds = quick ? 1 : 11;
  const team = await openTeam(firestore);
  const sides = {
    ours: () => startOnce('ours', 'accounts', team.env, { authorization: team.authorization }),
    floor: () => startOnce('startFloor', 'floor', team.env, {}),
  };
  try {
    // The first of each finds neither the member bound to its sign-in nor the files in the machine's cache.
    await sides.ours();
    await sides.floor();
    say(`${rounds} starts a side`);
    const pairs = await takeTurns<Start>(rounds, sides);
    const of = (key: keyof Start): Pair<number>[] =>
      pairs.map(({ ours, floor }) => ({ ours: ours[key], floor: floor[key] }));
    return [
      ratioOf({ name: 'start', what: 'ms to the first 200', aim: '<= 1.2' }, of('first')),
      ratioOf({ name: 'rss', what: 'MB resident after it', aim: '' }, of('rss')),
    ];
  } finally {
    await team.stop();
  }
};

const startOnce = async (
  source: Source,
  target: string,
  env: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<Start> => {
  const agent = openAgent(1);
  const running = await spawnFunction(source, target, env);
  try {
    await answering();
    return { first: performance.now() - running.spawnedAt, rss: running.residentSize() / 1024 };
  } finally {
    agent.destroy();
    await running.stop();
  }

  /** Nobody listens at first; an answer other than 200 is a fault. */
  async function answering(): Promise<void> {
    for (;;) {
      const reply = await send(agent, running.url, { method: 'GET', headers }).catch(() => null);
      if (reply?.status === 200) return;
      if (reply !== null) throw new Error(`${target} answered ${reply.status}: ${reply.text}`);
      await pause(5);
    }
  }
};
