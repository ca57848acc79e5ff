import {
  mayReviewBadFit,
  mayUnmerge,
  undoableEntry,
} from '../../../../apps-script/windows/account/pane-rights';
import { TODAY } from '../../../builders';
import type { Life } from '../../../functions/domain/account-lives';
import {
  accepted,
  badFit,
  cold,
  met,
  quarterly,
  reviewed,
  working,
} from '../../../functions/domain/account-lives';
import { merged, pair } from '../../../functions/domain/commands/merge-scene';
import { anAccountView } from '../window-scene';

const view = (life: Life, by: string) => ({
  ...anAccountView(life.account, by),
  history: [...life.history].reverse(),
});
/** An hour, and two days, after the newest entry. */
const soon = (life: Life) => instantAfter(life, 1);
const later = (life: Life) => instantAfter(life, 48);
const instantAfter = ({ history }: Life, hours: number) =>
  new Date(Date.parse(history.at(-1)?.at ?? TODAY) + hours * 3_600_000).toISOString();

/** Who made it has become a viewer since. */
const byViewer = (): Life => ({
  ...working(),
  history: working().history.map((entry) => ({ ...entry, by: 'viewer' })),
});

describe('the newest change is offered to be undone', () => {
  test.each<[string, () => Life, string, (life: Life) => string, boolean]>([
    ['one’s own of today', working, 'is', soon, true],
    ['one’s own of long ago', working, 'is', later, false],
    ['somebody else’s', working, 'fs', soon, false],
    ['anybody’s, to a manager', working, 'manager', later, true],
    ['none, to somebody who may only read by now', byViewer, 'viewer', soon, false],
    ['no meeting', met, 'manager', soon, false],
  ])('%s', (_, live, by, now, isOffered) => {
    const life = live();
    expect(undoableEntry(view(life, by), now(life))).toEqual(isOffered ? life.history.at(-1) : null);
  });

  test('nothing where there is no history', () => {
    expect(undoableEntry(anAccountView(cold().account, 'manager'), TODAY)).toBeNull();
  });
});

test('a merge is taken back by a manager, and within a day by who made it', () => {
  const { from } = merged(pair(quarterly(), working()), {}, { by: 'is' });
  const may = (by: string, now: string) => mayUnmerge(view(from, by), now);
  expect([may('is', soon(from)), may('is', later(from))]).toEqual([true, false]);
  expect([may('manager', later(from)), may('is2', soon(from)), may('viewer', soon(from))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(mayUnmerge(view(working(), 'manager'), soon(working()))).toBe(false);
});

test('a bad fit is reviewed by managers and by who is asked to, once nothing waits for an answer', () => {
  const life = reviewed();
  const asked = accepted(
    life,
    { type: 'reviewBadFit', to: 'BAD_FIT', judgeId: 'fs', note: '見本' },
    { by: 'manager' },
  );
  const who = ['viewer', 'is', 'fs', 'manager', 'admin'];
  const may = (one: Life) => who.filter((by) => mayReviewBadFit(view(one, by)));
  expect(may(life)).toEqual(['manager', 'admin']);
  expect(may(asked)).toEqual(['fs', 'manager', 'admin']);
  expect([may(badFit()), may(working())]).toEqual([[], []]);
});
