import * as fc from 'fast-check';
import { fold } from '../../../../functions/domain/account/history';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { RANDOM_COMMAND_TYPES, randomCommand } from './random-command';
import { step } from './random-lives';
import { same, stored, type World } from './random-world';
import { RULES } from './rules-of-the-specification';

test('no sequence of accepted commands breaks a rule, and the state is the fold of its history', () => {
  const counts: Pick<World, 'accepted' | 'refused' | 'entered' | 'imported' | 'tested'> = {
    accepted: {},
    refused: {},
    entered: {},
    imported: {},
    tested: {},
  };
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
  void fc.assert(lives, { numRuns: 100, endOnFailure: true });
  process.stdout.write(`accepted commands that could have broken a rule: ${JSON.stringify(counts.tested)}\n`);
  process.stdout.write(`imports: ${JSON.stringify(counts.imported)}\n`);
  process.stdout.write(`accepted: ${JSON.stringify(counts.accepted)}\n`);
  // The sequences go deep: every status is entered and every command accepted, many times.
  const often = (counted: Partial<Record<string, number>>) =>
    Object.keys(counted).filter((key) => (counted[key] ?? 0) >= 5);
  expect(often(counts.imported).sort()).toEqual([
    'made a client',
    'made with a product',
    'product in use',
    'renamed',
  ]);
  expect(often(counts.entered).sort()).toEqual([...STATUSES].sort());
  expect(often(counts.accepted).sort()).toEqual(
    [...RANDOM_COMMAND_TYPES, 'receive', 'absorb', 'release'].sort(),
  );
  // Each rule was put to the test by at least so many commands, and so was each path.
  const enough = (counted: Partial<Record<string, number>>, most: number) =>
    Object.entries(counted).filter(([, n = 0]) => n < most);
  expect(Object.keys(counts.tested).sort()).toEqual(
    ['3', '6', ...RULES.map(({ rule }) => String(rule))].sort(),
  );
  expect(enough(counts.tested, 200)).toEqual([]);
  const { import: rows, undo, absorb, approve, recordCheck, closeOpportunity } = counts.accepted;
  expect(enough({ reviewBadFit: counts.accepted.reviewBadFit }, 100)).toEqual([]);
  expect(enough({ rows, undo, absorb, approve, recordCheck, closeOpportunity }, 60)).toEqual([]);
}, 60_000);
