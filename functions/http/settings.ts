/** settings: what the team has set (GET); a manager changes it (POST). */
import { noQuery, type SettingsAnswer, settingsRequest } from '../contract';
import { sameValue } from '../domain/history';
import { isManager } from '../domain/team';
import type { Service } from '../service';
import { changeTeam, type Team } from '../store/team';
import { ASKED_AND_TOLD, byMethod } from './by-method';
import { endpoint } from './endpoint';
import { Problem } from './problems';

const MAX_BYTES = 256 * 1024;

export const settings = (service: Service) =>
  byMethod({
    GET: endpoint(
      {
        method: 'GET',
        input: noQuery,
        handle: async (_, { team }) => ({ status: 200, body: answer(team) }),
      },
      service.entrance,
      ASKED_AND_TOLD,
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
            if (sameValue(next, team.settings)) return null;
            if (team.version !== expectedVersion)
              throw new Problem('TEAM_CHANGED', { facts: { version: team.version } });
            return { ...team, settings: next };
          });
          return { status: 200, body: answer(saved) };
        },
      },
      service.entrance,
      ASKED_AND_TOLD,
    ),
  });

const answer = ({ version, settings: given }: Team): SettingsAnswer => ({ version, settings: given });
