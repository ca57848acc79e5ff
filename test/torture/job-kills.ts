/** Each job, killed at each of its calls of the store and of the sheets: the next run leaves what an undisturbed one leaves. */

import { NOW } from '../functions/app/queue-scene';
import type { Random } from '../recorded/generate/random';
import type { CutFate } from './cut-wire';
import { DAY_LATER, JOBS, type Job, type JobScene, type JobTry } from './job-scene';
import type { TortureRun } from './torture-run';

type Answer = Readonly<Record<string, unknown>>;
interface Undisturbed {
  state: string;
  answer: Answer;
  /** Of the run. */
  calls: number;
}

/** What a run says of what it found; how much of that it had to write itself is another matter. */
const FOUND = ['date', 'counts', 'listed', 'total', 'toCheck', 'pending', 'leftAlone', 'drafts'] as const;
const FOUND_TOO = ['groups', 'many', 'rows', 'next', 'found', 'findings', 'checked'] as const;
const foundIn = (answer: Answer): string =>
  JSON.stringify([...FOUND, ...FOUND_TOO].map((key) => answer[key] ?? null));

const undisturbed = async (scene: JobScene, job: Job, now: Date): Promise<Undisturbed> => {
  const copy = await scene.copy();
  scene.wire.mend();
  const answer = await copy.run(job, now);
  const calls = scene.wire.count;
  const state = await copy.state();
  await copy.end();
  return { state, answer, calls };
};

interface Kill {
  job: Job;
  call: number;
  fate: Exclude<CutFate, 'through'>;
  /** The next run comes a day later. */
  isLate: boolean;
  /** Two of them at once. */
  isDoubled: boolean;
}

const killOnce = async (
  scene: JobScene,
  kill: Kill,
  expected: Undisturbed,
  run: TortureRun,
): Promise<void> => {
  const { job, isLate } = kill;
  const told = (what: string) => () => `${JSON.stringify(kill)}: ${what}`;
  const now = isLate ? DAY_LATER : NOW;
  const copy = await scene.copy();
  scene.wire.cutAt(kill.call, kill.fate);
  const [killed] = await Promise.allSettled([copy.run(job, NOW)]);
  run.count('kills');
  run.expect(killed.status === 'rejected', told('it went on without its store and its sheets'));
  scene.wire.mend();
  if (kill.isDoubled) await Promise.allSettled([copy.run(job, now), copy.run(job, now)]);
  const answer = await copy.run(job, now);
  run.expect(foundIn(answer) === foundIn(expected.answer), told(`then it found ${JSON.stringify(answer)}`));
  const state = await copy.state();
  run.expect(
    state === expected.state,
    told(`then it left another state: ${firstDifference(state, expected.state)}`),
  );
  await expectRest(copy, job, now, run, told);
  await copy.end();
};

/** A further run changes nothing. */
const expectRest = async (
  copy: JobTry,
  job: Job,
  now: Date,
  run: TortureRun,
  told: (what: string) => () => string,
): Promise<void> => {
  const before = await copy.state();
  await copy.run(job, now);
  run.expect((await copy.state()) === before, told('a further run changed something'));
};

const firstDifference = (left: string, right: string): string => {
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  return [left, right].map((text) => text.slice(Math.max(0, at - 150), at + 150)).join(' / ');
};

/** At every call of each job, or of `some` of them. */
export const killJobs = async (scene: JobScene, run: TortureRun, some?: number): Promise<void> => {
  for (const job of JOBS) {
    const today = await undisturbed(scene, job, NOW);
    const tomorrow = await undisturbed(scene, job, DAY_LATER);
    for (const kill of killsOf(job, today.calls, run.random, some))
      await killOnce(scene, kill, kill.isLate ? tomorrow : today, run);
    run.count(`calls of ${job}`, today.calls);
  }
};

const killsOf = (job: Job, calls: number, random: Random, some: number | undefined): Kill[] => {
  const all = Array.from({ length: calls }, (_, n) => n + 1).flatMap((call) =>
    (['refused', 'lost'] as const).map((fate) => ({
      ...{ job, call, fate },
      ...{ isLate: random.chance(0.3), isDoubled: random.chance(0.3) },
    })),
  );
  return some === undefined ? all : random.shuffled(all).slice(0, some);
};
