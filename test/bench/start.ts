/** From the start of the deployed functions' process to its first 200, and the memory that it holds then, against a bare function. */
import { setTimeout as pause } from 'node:timers/promises';
import { openAgent, sendCall } from './load';
import { alternateSides, type BenchFigure, type BenchOptions, ratioOf, type SidePair } from './measure';
import { type BundleSource, spawnFunction } from './processes';
import { openBenchTeam } from './team';

interface StartMeasurement {
  /** Milliseconds. */
  first: number;
  /** Megabytes. */
  rss: number;
}

export const startBench = async ({ firestore, quick, say }: BenchOptions): Promise<BenchFigure[]> => {
  const rounds = quick ? 1 : 11;
  const team = await openBenchTeam(firestore);
  const sides = {
    ours: () => startOnce('ours', 'accounts', team.env, { authorization: team.authorization }),
    floor: () => startOnce('startFloor', 'floor', team.env, {}),
  };
  try {
    // The first of each finds neither the member bound to its sign-in nor the files in the machine's cache.
    await sides.ours();
    await sides.floor();
    say(`${rounds} starts a side`);
    const pairs = await alternateSides<StartMeasurement>(rounds, sides);
    const of = (key: keyof StartMeasurement): SidePair<number>[] =>
      pairs.map(({ ours, floor }) => ({ ours: ours[key], floor: floor[key] }));
    return [
      ratioOf({ name: 'start', what: 'ms to the first 200', aim: '<= 1.1' }, of('first')),
      ratioOf({ name: 'rss', what: 'MB resident after it', aim: '<= 1.15' }, of('rss')),
    ];
  } finally {
    await team.stop();
  }
};

const startOnce = async (
  source: BundleSource,
  target: string,
  env: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<StartMeasurement> => {
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
      const reply = await sendCall(agent, running.url, { method: 'GET', headers }).catch(() => null);
      if (reply?.status === 200) return;
      if (reply !== null) throw new Error(`${target} answered ${reply.status}: ${reply.text}`);
      await pause(5);
    }
  }
};
