import {
  mayDecideProposal,
  mayUnmerge,
  undoableEntry,
} from '../../../../apps-script/windows/account/pane-rights';
import { aMember, MEMBERS, TODAY } from '../../../builders';
import type { Life } from '../../../functions/domain/account-lives';
import { badFit, cold, met, quarterly, working } from '../../../functions/domain/account-lives';
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

test('a proposal is decided by another manager, by the only one also their own', () => {
  const life = badFit();
  const may = (by: string, proposer = 'is', members = MEMBERS) => {
    const shown = view(life, by);
    const { proposal } = shown.account;
    return mayDecideProposal({
      ...shown,
      members,
      account: { ...shown.account, proposal: proposal && { ...proposal, by: proposer } },
    });
  };
  expect([may('manager'), may('admin'), may('is2'), may('viewer')]).toEqual([true, true, false, false]);
  expect(may('manager', 'manager')).toBe(false);
  const alone = { is: aMember(), manager: aMember({ id: 'manager', role: 'manager' }) };
  expect(may('manager', 'manager', alone)).toBe(true);
  expect(mayDecideProposal(view(working(), 'manager'))).toBe(false);
});
