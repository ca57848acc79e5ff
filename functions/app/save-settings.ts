/** A manager changes some of the team's settings. */
import { isSameValue } from '../domain/account/account-change';
import type { Settings } from '../domain/account/team';
import type { Database } from '../store/firestore';
import { changeTeam } from '../store/team';
import type { Team } from '../store/team-document';
import type { ProblemResult } from './problem-result';

/** `by` is the manager who changes them; `expectedVersion` is the team's version that they saw. */
interface SettingsChange {
  by: string;
  /** An instant, ISO 8601 in UTC. */
  at: string;
  expectedVersion: number;
  /** The settings that change; all others stay. */
  settings: Partial<Settings>;
}

/**
 * Answers the team as it is stored then. Refuses with TEAM_CHANGED where somebody has changed it since. The same change again
 * is accepted and writes nothing.
 */
export const saveTeamSettings = (
  db: Database,
  { by, at, expectedVersion, settings }: SettingsChange,
): Promise<Team | ProblemResult> =>
  changeTeam(db, by, at, (team): Team | ProblemResult | null => {
    const changed = { ...team.settings, ...settings };
    if (isSameValue(changed, team.settings)) return null;
    if (team.version !== expectedVersion) return { problem: { code: 'TEAM_CHANGED', version: team.version } };
    return { ...team, settings: changed };
  });
