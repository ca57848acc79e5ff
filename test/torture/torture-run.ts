/** One run of a torture: its seed, its time, what it counts, and what must not be. */
import { type Random, randomOf } from '../recorded/generate/random';

export interface TortureReport {
  torture: string;
  /** With `--seed` the same is drawn again; how the machine interleaves it is not. */
  seed: number;
  seconds: number;
  counts: Readonly<Record<string, number>>;
  /** Each says what happened and with what. */
  violations: readonly string[];
  /** The command that repeats the run. */
  repeat: string;
}

/** One violation may show in every round: the first ones say all. */
const MAX_VIOLATIONS = 20;

export class TortureRun {
  readonly random: Random;
  private readonly counts: Record<string, number> = {};
  private readonly violations: string[] = [];
  private readonly started = Date.now();

  constructor(
    private readonly name: string,
    readonly seed: number,
    private readonly minutes: number,
  ) {
    this.random = randomOf(seed);
  }

  /** True for the first round, and until the time is up. */
  hasTime(): boolean {
    return Date.now() - this.started < this.minutes * 60_000;
  }

  count(what: string, by = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + by;
  }

  violation(what: string): void {
    this.count('violations');
    if (this.violations.length < MAX_VIOLATIONS) this.violations.push(what);
  }

  /** A violation where it does not hold. */
  expect(holds: boolean, otherwise: () => string): void {
    this.count('checks');
    if (!holds) this.violation(otherwise());
  }

  report(): TortureReport {
    return {
      torture: this.name,
      seed: this.seed,
      seconds: Math.round((Date.now() - this.started) / 1000),
      counts: this.counts,
      violations: this.violations,
      repeat: `npm run torture -- ${this.name} --seed ${this.seed} --minutes ${this.minutes}`,
    };
  }
}

/** Does its rounds until the run has no time left; at least one. */
export type Torture = (run: TortureRun) => Promise<void>;
