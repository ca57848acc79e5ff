/** bad-fits (GET): how often each member judges a company a bad fit, and why, against the rest; for managers. */
import { rateBadFits } from '../app/bad-fit-rates';
import { dateIn } from '../clock';
import { badFitsFunction } from '../contract/bad-fits';
import { isManager } from '../domain/account/team';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const badFitsRoute = (service: Service) =>
  endpoint(
    badFitsFunction,
    {
      GET: ({ caller: { member, team } }) => {
        if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
        return rateBadFits(service.db, team, dateIn(team.settings.zone, service.clock()));
      },
    },
    service.endpointDeps,
  );
