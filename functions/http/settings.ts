/** settings: what the team has set (GET); a manager changes it (POST). */
import { readLateJobs } from '../app/read-late-jobs';
import { saveTeamSettings } from '../app/save-settings';
import type { InputIssue } from '../contract/issue';
import { type SettingsAnswer, settingsFunction } from '../contract/settings';
import { settingsIssues } from '../domain/account/settings-issues';
import { isManager } from '../domain/account/team';
import { lateJobsText } from '../domain/register/late-jobs';
import { japanesePublicHolidays } from '../public-holidays';
import { someSettingsSchema } from '../schema/settings';
import type { Team } from '../store/team-document';
import { endpoint } from './endpoint';
import { parseInput } from './input-issues';
import { Problem, resultOrThrow } from './problem';
import type { Service } from './service';

export const settingsRoute = (service: Service) =>
  endpoint(
    settingsFunction,
    {
      GET: async ({ caller }) => settingsAnswer(service, caller.team),
      POST: async ({ body: { expectedVersion, settings }, caller: { member } }) => {
        if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
        const at = service.clock().toISOString();
        const change = { by: member.id, at, expectedVersion, settings };
        const saved = await saveTeamSettings(service.db, change, japanesePublicHolidays());
        return settingsAnswer(service, resultOrThrow(saved));
      },
    },
    service.endpointDeps,
  );

const settingsAnswer = async ({ db, clock }: Service, team: Team): Promise<SettingsAnswer> => ({
  version: team.version,
  settings: team.settings,
  lateJobs: lateJobsText(await readLateJobs(db, team.settings.zone, clock())),
  problems: [...unreadableIssues(team), ...combinationIssues(team)],
});

const unreadableIssues = ({ unreadableSettings }: Team): readonly InputIssue[] => {
  const result = parseInput(someSettingsSchema, unreadableSettings);
  return 'issues' in result ? result.issues : [];
};

/** The issues of stored settings that are readable but do not go together. */
const combinationIssues = ({ settings }: Team): InputIssue[] =>
  settingsIssues(settings, japanesePublicHolidays()).map(({ setting, ...issue }) => ({
    path: setting,
    ...issue,
  }));
