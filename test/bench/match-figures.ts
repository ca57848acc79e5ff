/** What the bench `match` tells of its queries: the share that finds the right company first, by kind and in all. */
import { type BenchFigure, type BenchOptions, quantile } from './measure';
import { isSlip, type NamePair } from './name-pairs';

export const LOOKUPS_AT_ONCE = 8;
/** Pairs that were not found are told, up to so many of a kind. */
const MAX_PRINTED = 10;

export interface MatchOutcome extends NamePair {
  /** 1 for the best hit; 0 when it is not among the hits. */
  place: number;
  /** Whether the floor finds it, and nothing else before it. */
  plain: boolean;
  falseSame: boolean;
  /** A name that another company has is no more than similar where it was misread. */
  falseLikely: boolean;
  /** Companies that are shown. */
  shown: number;
  ms: number;
}

export const matchFigures = (outcomes: readonly MatchOutcome[], say: BenchOptions['say']): BenchFigure[] => {
  const sampled = outcomes.filter(({ kind }) => kind !== 'absent');
  const spelled = sampled.filter(({ kind }) => !isSlip(kind));
  const share = (of: readonly MatchOutcome[], holds: (outcome: MatchOutcome) => boolean): number =>
    of.length === 0 ? 0 : of.filter(holds).length / of.length;
  const within =
    (places: number) =>
    ({ place }: MatchOutcome) =>
      place > 0 && place <= places;
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  for (const kind of kinds.filter((one) => one !== 'absent')) {
    const of = outcomes.filter((outcome) => outcome.kind === kind);
    const [first, five] = [share(of, within(1)), share(of, within(5))];
    say(
      `${kind.padEnd(20)} ${String(of.length).padStart(6)}  at 1 ${first.toFixed(4)}  at 5 ${five.toFixed(4)}`,
    );
    for (const { query, corporateNumber, place } of of
      .filter(({ place }) => place !== 1)
      .slice(0, MAX_PRINTED))
      say(`  ${place === 0 ? 'not found' : `at ${place}`}: ${query} (${corporateNumber})`);
  }
  for (const { query, kind } of outcomes.filter(({ falseSame }) => falseSame))
    say(`false "same": ${query} (${kind})`);
  const times = outcomes.map(({ ms }) => ms);
  const ratio = (name: string, what: string, value: number, floor: number, aim: string): BenchFigure => ({
    name,
    what,
    ours: value,
    floor,
    kind: 'ratio',
    value,
    spread: [value, value],
    aim,
  });
  const count = (name: string, what: string, value: number): BenchFigure => ({
    ...ratio(name, what, value, 0, ''),
    kind: 'count',
  });
  const plainly = share(sampled, ({ plain }) => plain);
  const slips = sampled.filter(({ kind }) => isSlip(kind));
  return [
    ratio(
      'recall_1',
      'pairs whose company is the first hit; floor: an exact query for the folded name',
      share(sampled, within(1)),
      plainly,
      '>= 0.99',
    ),
    ratio(
      'recall_5',
      'pairs whose company is among the first five',
      share(sampled, within(5)),
      plainly,
      '>= 0.995',
    ),
    ratio(
      'false_same',
      'queries that call another company the same',
      share(outcomes, ({ falseSame }) => falseSame),
      0,
      '0',
    ),
    ratio(
      'spelled_1',
      'without typing slips: the first hit',
      share(spelled, within(1)),
      share(spelled, ({ plain }) => plain),
      '>= 0.99',
    ),
    ratio(
      'spelled_5',
      'without typing slips: among the first five',
      share(spelled, within(5)),
      share(spelled, ({ plain }) => plain),
      '>= 0.995',
    ),
    ...(slips.length === 0
      ? []
      : [
          ratio(
            'slips_1',
            'typing slips: the first hit',
            share(slips, within(1)),
            share(slips, ({ plain }) => plain),
            '',
          ),
          ratio(
            'slips_5',
            'typing slips: among the first five',
            share(slips, within(5)),
            share(slips, ({ plain }) => plain),
            '',
          ),
        ]),
    ...kinds.map((kind) =>
      count(
        `pairs_${kind}`,
        'queries of this kind',
        outcomes.filter((outcome) => outcome.kind === kind).length,
      ),
    ),
    count('median_ms', `one lookup, ${LOOKUPS_AT_ONCE} at once`, quantile(times, 0.5)),
    count('p95_ms', `one lookup, ${LOOKUPS_AT_ONCE} at once`, quantile(times, 0.95)),
  ];
};

/** What somebody sees who looks up a misread name of a company that is not here. */
export const noisyFigures = (outcomes: readonly MatchOutcome[]): BenchFigure[] => {
  const absent = outcomes.filter(({ kind }) => kind === 'absent');
  const figure = (name: string, what: string, value: number, aim: string): BenchFigure => ({
    name,
    what,
    ours: value,
    floor: 0,
    kind: 'count',
    value,
    spread: [value, value],
    aim,
  });
  return [
    figure(
      'false_likely',
      'queries that call another company likely',
      outcomes.filter(({ falseLikely }) => falseLikely).length,
      '',
    ),
    figure(
      'shown_absent',
      'companies shown for one that is not here, on average',
      absent.reduce((sum, { shown }) => sum + shown, 0) / Math.max(1, absent.length),
      '',
    ),
  ];
};
