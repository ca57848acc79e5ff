/** settings: what the team has set (GET); a manager changes it (POST). */
import { saveTeamSettings } from '../app/save-settings';
import { CONTRACT } from '../contract/contract';
import type { SettingsAnswer } from '../contract/settings';
import { isManager } from '../domain/account/team';
import type { Team } from '../store/team-document';
import { endpoint } from './endpoint';
import { Problem, resultOrThrow } from './problem';
import type { Service } from './service';

export const settingsRoute = (service: Service) =>
  endpoint(
    CONTRACT.settings,
    {
      GET: async ({ caller }) => settingsAnswer(caller.team),
      POST: async ({ body: { expectedVersion, settings }, caller: { member } }) => {
        if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
        const at = service.clock().toISOString();
        const saved = await saveTeamSettings(service.db, { by: member.id, at, expectedVersion, settings });
        return settingsAnswer(resultOrThrow(saved));
      },
    },
    service.endpointDeps,
  );

const settingsAnswer = ({ version, settings }: Team): SettingsAnswer => ({ version, settings });
