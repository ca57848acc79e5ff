import { figurePeriod } from '../../../../functions/domain/statistics/figure-period';
import { tallyFigures } from '../../../../functions/domain/statistics/figure-tallies';
import { aContext } from '../../../builders';
import { cold, dead, quarterly } from '../account-lives';
import { factsOf } from './facts-of';

test('each row counts its marks by column, keeps their values, and counts each account once', () => {
  const accounts = [cold(), quarterly(), dead()].map(({ history }, index) =>
    factsOf(history, `acc-${index}`),
  );
  const tallies = tallyFigures(accounts, figurePeriod(accounts, aContext(), null));
  const working = tallies.get('timeInStatus')?.get('WORKING');
  expect(working?.valuesOf('ended')).toEqual([0, 0]);
  expect([working?.count('ended'), working?.accounts, working?.valuesOf('running')]).toEqual([2, 2, []]);
  const open = tallies.get('awaitedConditions');
  expect([...(open?.keys() ?? [])].sort()).toEqual(['authority', 'budget', 'timing']);
  expect(tallies.get('reacquired')?.size).toBe(0);
});
