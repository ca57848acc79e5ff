/** Who changed the team: pages of entries, of which only those about the members, or the settings, are shown. */
import {
  startTeamHistory,
  type TeamHistoryMessage,
  type TeamHistoryState,
  updateTeamHistory,
} from '../../../../apps-script/windows/team/team-history';
import type { TeamEntry } from '../../../../functions/domain/account/team-entry';
import { effectOf, offline } from '../window-scene';

const anEntry = (version: number, settings: object): TeamEntry => ({
  ...{ version, at: '2026-06-30T01:00:00.000Z', by: 'admin' },
  members: [],
  settings: { before: {}, after: settings },
  unreadable: [],
});
const OF_SETTINGS = [anEntry(9, { workingDays: 45 }), anEntry(7, { retries: 3 })];
const aPage = (next: number | null) => ({ value: { entries: [...OF_SETTINGS, anEntry(6, {})], next } });

const apply = (state: TeamHistoryState, message: TeamHistoryMessage): TeamHistoryState =>
  updateTeamHistory(state, message).state;

const begun = startTeamHistory('settings');
const read = apply(begun.state, effectOf(begun.effects, 'call').reply(aPage(6)));

test('the newest page is asked for first, and what it says of the other subject is left out', () => {
  expect(effectOf(begun.effects, 'call').args).toEqual(['team-history', 'GET', { query: { limit: 100 } }]);
  expect(read).toMatchObject({ entries: OF_SETTINGS, next: 6, phase: { kind: 'read' } });
});

test('an older page comes behind the newer one, and is asked for once', () => {
  const asked = updateTeamHistory(read, { type: 'readOlder' });
  const older = effectOf(asked.effects, 'call');
  expect(older.args).toEqual(['team-history', 'GET', { query: { before: 6, limit: 100 } }]);
  expect(updateTeamHistory(asked.state, { type: 'readOlder' }).effects).toEqual([]);
  expect(apply(asked.state, older.reply(aPage(null)))).toMatchObject({
    entries: [...OF_SETTINGS, ...OF_SETTINGS],
    next: null,
  });
});

test('where there is no answer, what was read stays, and the newest page takes its place later', () => {
  const asked = updateTeamHistory(read, { type: 'readNewest' });
  const newest = effectOf(asked.effects, 'call');
  expect(apply(asked.state, newest.reply(offline))).toMatchObject({
    entries: OF_SETTINGS,
    phase: { kind: 'failed', error: { code: 'OFFLINE' } },
  });
  expect(apply(asked.state, newest.reply(aPage(6))).entries).toEqual(OF_SETTINGS);
});
