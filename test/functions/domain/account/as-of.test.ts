import * as fc from 'fast-check';
import { type Account, isRegistered } from '../../../../functions/domain/account/account';
import {
  accountAsOf,
  entriesBefore,
  isNewestWithin,
  moveWithin,
} from '../../../../functions/domain/account/as-of';
import type { HistoryEntry } from '../../../../functions/domain/account/history';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import { accepted, quarterly, unregistered } from '../account-lives';
import { randomCommand } from '../commands/random-command';
import { step } from '../commands/random-lives';
import { same, type World } from '../commands/random-world';

const FIRST_DAY = '2026-03-02';
/** Between the commands of two days. */
const midnight = (date: string): string => `${date}T00:00:00.000Z`;

/** Time goes on, and nothing of the past is erased: what the store had on each day is what it is to be told of. */
const command = randomCommand.map((drawn) => ({
  ...drawn,
  type: drawn.type === 'eraseContact' ? ('undo' as const) : drawn.type,
  days: Math.abs(drawn.days),
}));

test('at each moment of random lives the account is what the store had then, and what moved is the difference', () => {
  let [compared, moves] = [0, 0];
  const lives = fc.property(fc.array(command, { minLength: 20, maxLength: 60, size: 'max' }), (sequence) => {
    const world: World = {
      lives: {},
      today: FIRST_DAY,
      setBack: false,
      ...{ accepted: {}, refused: {}, entered: {}, imported: {}, tested: {} },
    };
    /** What the store had at the end of each day. */
    const days = new Map<string, ReadonlyMap<string, Account>>();
    for (const drawn of sequence) {
      step(world, drawn);
      const accounts = Object.values(world.lives).map(({ account }) => [account.id, account] as const);
      days.set(world.today, new Map(accounts));
    }
    const history = (id: string) => world.lives[id]?.history ?? [];
    for (const [day, accounts] of days)
      for (const id of Object.keys(world.lives)) {
        same(accountAsOf(id, history(id), midnight(addDays(day, 1))), accounts.get(id) ?? null);
        compared += 1;
      }
    const [first = '', ...others] = days.keys();
    const last = others.at(-1) ?? first;
    const statusOn = (day: string, id: string) => {
      const account = days.get(day)?.get(id);
      return account !== undefined && isRegistered(account) ? account.standing.status : null;
    };
    for (const id of Object.keys(world.lives)) {
      const period = { from: midnight(addDays(first, 1)), before: midnight(addDays(last, 1)) };
      const move = moveWithin(id, history(id), period);
      const [from, to] = [statusOn(first, id), statusOn(last, id)];
      if (move === null) expect(to).toBe(from);
      else {
        moves += 1;
        expect([move.from, move.to]).toEqual([from, to]);
        // Each step goes on from where the one before ended.
        const path = [from, ...move.steps.map((one) => one.to)];
        expect(move.steps.map((one) => one.from)).toEqual(path.slice(0, -1));
        expect(path.at(-1)).toBe(to);
      }
    }
  });
  void fc.assert(lives, { numRuns: 15, endOnFailure: true });
  expect(compared > 300 && moves > 15).toBe(true);
});

const entries = quarterly().history;
const [registered] = entries;
const at = (...instants: string[]): HistoryEntry[] =>
  instants.map((instant, index) => ({ ...(registered as HistoryEntry), version: index + 1, at: instant }));

test('an entry of that very instant is later; clocks that disagree divide no version from those it builds on', () => {
  const versions = (instant: string) =>
    entriesBefore(at('2026-07-01T10', '2026-07-01T12', '2026-07-01T11', '2026-07-02T09'), instant).length;
  expect(['2026-07-01T10', '2026-07-01T10.5', '2026-07-01T11.5', '2026-07-02T10'].map(versions)).toEqual([
    0, 1, 3, 4,
  ]);
});

test('a registration comes, and is withdrawn the day after', () => {
  const details = { name: '株式会社サンプル' };
  const [first, second] = ['2026-06-01', '2026-06-02'];
  const came = accepted(unregistered(), { type: 'register', details, status: 'COLD' }, { today: first });
  const { history } = accepted(came, { type: 'undo', version: 1 }, { today: second });
  const [at1, at2, at3] = [first, second, '2026-06-03'].map(midnight) as [string, string, string];
  expect(accountAsOf('acc-1', history, at1)).toBeNull();
  expect(accountAsOf('acc-1', history, at2)).toEqual(came.account);
  expect(accountAsOf('acc-1', history, at3)).toMatchObject({ withdrawn: true });
  const ends = (from: string, before: string) => {
    const move = moveWithin('acc-1', history, { from, before });
    return [move?.from, move?.to, move?.steps.length];
  };
  expect([ends(at1, at2), ends(at2, at3), ends(at1, at3)]).toEqual([
    [null, 'COLD', 1],
    ['COLD', null, 1],
    [null, null, 2],
  ]);
});

test('an account that moved and came back is told; one in which something else changed is not', () => {
  const period = { from: '2026-07-01', before: '2026-07-02' };
  expect(moveWithin('acc-1', at('2026-06-01'), period)).toBeNull();
  expect(moveWithin('acc-1', at('2026-07-01T10'), period)).toMatchObject({
    from: null,
    steps: [{ from: null }],
  });
});

test('the newest entry within the period tells it, whatever comes behind', () => {
  const all = at('2026-06-30', '2026-07-01T09', '2026-07-01T10', '2026-07-03');
  const period = { from: '2026-07-01', before: '2026-07-02' };
  expect(all.filter((entry) => isNewestWithin(entry, all, period)).map(({ version }) => version)).toEqual([
    3, 4,
  ]);
});
