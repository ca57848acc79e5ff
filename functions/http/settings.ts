/** settings: what the team has set (GET); a manager changes it (POST). */
import { noQuery, type SettingsAnswer, settingsRequest } from '../contract/contract';
import { isSameValue } from '../domain/account/account-change';
import { isManager } from '../domain/account/team';
import { changeTeam, type Team } from '../store/team';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import { GET_AND_POST, routeByMethod } from './routes';
import type { Service } from './service';

const MAX_BYTES = 256 * 1024;

export const settingsRoute = (service: Service) =>
  routeByMethod({
    GET: endpoint(
      {
        method: 'GET',
        input: noQuery,
        handle: async (_, { team }) => ({ status: 200, body: settingsAnswer(team) }),
      },
      service.endpointDeps,
      GET_AND_POST,
    ),
    POST: endpoint(
      {
        method: 'POST',
        accepts: 'json',
        maxBytes: MAX_BYTES,
        input: settingsRequest,
        handle: async ({ expectedVersion, settings: given }, { member }) => {
          if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
          const saved = await changeTeam(service.db, member.id, service.clock().toISOString(), (team) => {
            const next = { ...team.settings, ...given };
            if (isSameValue(next, team.settings)) return null;
            if (team.version !== expectedVersion)
              throw new Problem('TEAM_CHANGED', { facts: { version: team.version } });
            return { ...team, settings: next };
          });
          return { status: 200, body: settingsAnswer(saved) };
        },
      },
      service.endpointDeps,
      GET_AND_POST,
    ),
  });

const settingsAnswer = ({ version, settings: given }: Team): SettingsAnswer => ({ version, settings: given });
