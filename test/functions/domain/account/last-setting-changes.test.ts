import { lastSettingChanges } from '../../../../functions/domain/account/last-setting-changes';
import type { TeamEntry } from '../../../../functions/domain/account/team-entry';

const entry = (version: number, after: TeamEntry['settings']['after']): TeamEntry => ({
  ...{ version, by: `by${version}`, at: `2026-06-0${version}T00:00:00.000Z` },
  ...{ members: [], settings: { before: {}, after }, unreadable: [] },
});
const of = (version: number) => ({ by: `by${version}`, at: `2026-06-0${version}T00:00:00.000Z` });

test('the newest change of each setting, and none of what no entry tells', () => {
  const entries = [entry(3, { retries: 1 }), entry(2, { retries: 2, workingDays: 60 }), entry(1, {})];
  expect(lastSettingChanges(entries)).toEqual({ retries: of(3), workingDays: of(2) });
  expect(lastSettingChanges([])).toEqual({});
});
