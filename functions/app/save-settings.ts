/** A manager changes some of the team's settings. */
import { isSameValue } from '../domain/account/account-change';
import { settingsIssues } from '../domain/account/settings-issues';
import type { Settings } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { Database } from '../store/firestore';
import { changeTeam } from '../store/team';
import { type Team, withSettings } from '../store/team-document';
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
 * Answers the team as it is stored then. Refuses with TEAM_CHANGED where somebody has changed it since, and with
 * SETTINGS_INVALID where they do not go together; what was wrong before in others than these refuses nothing. The same change
 * again is accepted and writes nothing. `holidays` are the public ones.
 */
export const saveTeamSettings = (
  db: Database,
  { by, at, expectedVersion, settings }: SettingsChange,
  holidays: ReadonlySet<CalendarDate>,
): Promise<Team | ProblemResult> =>
  changeTeam(db, by, at, (team): Team | ProblemResult | null => {
    const changed = withSettings(team, settings);
    if (isSameValue(settingsOf(changed), settingsOf(team))) return null;
    if (team.version !== expectedVersion) return { problem: { code: 'TEAM_CHANGED', version: team.version } };
    const issuesBefore = settingsIssues(team.settings, holidays);
    const issues = settingsIssues(changed.settings, holidays).filter(
      ({ setting, code }) =>
        Object.hasOwn(settings, setting) ||
        !issuesBefore.some((issue) => issue.setting === setting && issue.code === code),
    );
    return issues.length === 0
      ? changed
      : {
          problem: {
            code: 'SETTINGS_INVALID',
            issues: issues.map(({ setting, ...issue }) => ({ path: `settings.${setting}`, ...issue })),
          },
        };
  });

const settingsOf = ({ settings, unreadableSettings }: Team) => ({ settings, unreadableSettings });
