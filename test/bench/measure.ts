/** Figures from rounds: our side and its floor take turns, so that a noisy machine hurts both. */

export interface BenchFigure {
  /** As it is called among the ratios or counts. */
  name: string;
  what: string;
  ours: number;
  floor: number;
  /** A ratio of ours to the floor, or a count. */
  kind: 'ratio' | 'count';
  value: number;
  /** The lowest and the highest value of all rounds. */
  spread: readonly [number, number];
  aim: string;
}

export interface BenchOptions {
  firestore: 'embedded' | 'official';
  quick: boolean;
  /** Files of other companies and of other labelled pairs, for `match`. */
  register: string | null;
  pairs: string | null;
  /** `match` asks for names as scanners misread them. */
  noisy: boolean;
  /** Of the larger register, for `sheet`. */
  rows: number;
  /** For people; how far it is. */
  say: (line: string) => void;
}

export interface SidePair<T> {
  ours: T;
  floor: T;
}

/** One pair a round; the side that goes first changes with every round. */
export const alternateSides = async <T>(
  rounds: number,
  side: { [key in keyof SidePair<T>]: (round: number) => Promise<T> },
): Promise<SidePair<T>[]> => {
  const pairs: SidePair<T>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const ours = await side.ours(round);
      pairs.push({ ours, floor: await side.floor(round) });
    } else {
      const floor = await side.floor(round);
      pairs.push({ ours: await side.ours(round), floor });
    }
  }
  return pairs;
};

/** The ratio is the median of the rounds' ratios: each compares two measurements that were taken side by side. */
export const ratioOf = (
  about: Pick<BenchFigure, 'name' | 'what' | 'aim'>,
  pairs: readonly SidePair<number>[],
): BenchFigure => {
  const ratios = pairs.map(({ ours, floor }) => ours / floor);
  return {
    ...about,
    ours: quantile(
      pairs.map(({ ours }) => ours),
      0.5,
    ),
    floor: quantile(
      pairs.map(({ floor }) => floor),
      0.5,
    ),
    kind: 'ratio',
    value: quantile(ratios, 0.5),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
};

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
};

export const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
