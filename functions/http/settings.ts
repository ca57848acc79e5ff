/** settings: what the team has set (GET); a manager changes it (POST). */
import { CONTRACT } from '../contract/contract';
import type { SettingsAnswer } from '../contract/settings';
import { isSameValue } from '../domain/account/account-change';
import { isManager } from '../domain/account/team';
import { changeTeam, type Team } from '../store/team';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const settingsRoute = (service: Service) =>
  endpoint(
    CONTRACT.settings,
    {
      GET: async ({ caller }) => settingsAnswer(caller.team),
      POST: async ({ body: { expectedVersion, settings }, caller: { member } }) => {
        if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
        const saved = await changeTeam(service.db, member.id, service.clock().toISOString(), (team) => {
          const next = { ...team.settings, ...settings };
          if (isSameValue(next, team.settings)) return null;
          if (team.version !== expectedVersion)
            throw new Problem({ code: 'TEAM_CHANGED', version: team.version });
          return { ...team, settings: next };
        });
        return settingsAnswer(saved);
      },
    },
    service.endpointDeps,
  );

const settingsAnswer = ({ version, settings }: Team): SettingsAnswer => ({ version, settings });
