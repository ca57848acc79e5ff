/** team-history (GET): who changed members and settings, when, and what they were before and after; for managers. */
import { teamHistoryFunction } from '../contract/team-history';
import { isManager } from '../domain/account/team';
import { documentProblem } from '../domain/account/unreadable-document';
import { readTeamEntries } from '../store/team-entries';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const teamHistoryRoute = (service: Service) =>
  endpoint(
    teamHistoryFunction,
    {
      GET: async ({ query: { before, limit }, caller: { member } }) => {
        if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
        const { entries, unreadable, next } = await readTeamEntries(service.db, { before, limit });
        return { entries, problems: unreadable.map(documentProblem), next };
      },
    },
    service.endpointDeps,
  );
