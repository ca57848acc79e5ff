import * as fc from 'fast-check';
import { fold } from '../../../../functions/domain/account/history';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { RANDOM_COMMAND_TYPES, randomCommand } from './random-command';
import { step } from './random-lives';
import { same, stored, type World } from './random-world';
import { RULES } from './rules-of-the-specification';

type Counts = Pick<World, 'accepted' | 'refused' | 'entered' | 'imported' | 'tested'>;

/** How often at least each rule is put to the test by accepted commands, and each path taken: every status, every command. */
const WANTED: readonly { of: keyof Counts; keys: readonly string[]; times: number }[] = [
  { of: 'tested', keys: ['3', '6', ...RULES.map(({ rule }) => String(rule))], times: 200 },
  { of: 'accepted', keys: ['reviewBadFit'], times: 100 },
  {
    of: 'accepted',
    keys: ['import', 'undo', 'absorb', 'approve', 'recordCheck', 'closeOpportunity'],
    times: 60,
  },
  {
    of: 'accepted',
    keys: [...RANDOM_COMMAND_TYPES, 'receive', 'absorb', 'release', 'receiveContact'],
    times: 5,
  },
  { of: 'entered', keys: STATUSES, times: 5 },
  { of: 'imported', keys: ['made a client', 'made with a product', 'product in use', 'renamed'], times: 5 },
];

/** What has not been lived often enough yet. */
const missingIn = (counts: Counts): string[] =>
  WANTED.flatMap(({ of, keys, times }) => {
    const counted: Partial<Record<string, number>> = counts[of];
    return keys
      .filter((key) => (counted[key] ?? 0) < times)
      .map((key) => `${of} ${key}: ${counted[key] ?? 0}`);
  });

/** Enough by far; some few of a hundred lives lack one of the rarer commands, by chance. */
const LIVES = 100;
const FURTHER_LIVES = 20;
const MOST_FURTHER_TURNS = 10;

test('no sequence of accepted commands breaks a rule, and the state is the fold of its history', () => {
  const counts: Counts = { accepted: {}, refused: {}, entered: {}, imported: {}, tested: {} };
  const lives = fc.property(
    fc.array(randomCommand, { minLength: 40, maxLength: 100, size: 'max' }),
    (sequence) => {
      const world: World = { lives: {}, today: '2026-03-02', setBack: false, ...counts };
      for (const drawn of sequence) step(world, drawn);
      for (const { account, history } of Object.values(world.lives)) {
        same(fold(account.id, history), account);
        same(fold(account.id, stored(history)), account);
      }
    },
  );
  const { seed } = fc.readConfigureGlobal();
  void fc.assert(lives, { numRuns: LIVES, endOnFailure: true });
  for (let turn = 1; turn <= MOST_FURTHER_TURNS && missingIn(counts).length > 0; turn += 1)
    // A seed that was given draws other lives in each turn, and the same ones in each run.
    void fc.assert(lives, {
      numRuns: FURTHER_LIVES,
      endOnFailure: true,
      ...(seed === undefined ? {} : { seed: seed + turn }),
    });
  process.stdout.write(`accepted commands that could have broken a rule: ${JSON.stringify(counts.tested)}\n`);
  process.stdout.write(`imports: ${JSON.stringify(counts.imported)}\n`);
  process.stdout.write(`accepted: ${JSON.stringify(counts.accepted)}\n`);
  expect(missingIn(counts)).toEqual([]);
  // Nothing else was counted than what is known here.
  expect(Object.keys(counts.tested).sort()).toEqual(
    ['3', '6', ...RULES.map(({ rule }) => String(rule))].sort(),
  );
  expect(Object.keys(counts.accepted).sort()).toEqual(
    [...RANDOM_COMMAND_TYPES, 'receive', 'absorb', 'release', 'receiveContact'].sort(),
  );
});
