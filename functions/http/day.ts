/** day (GET): what waits for the caller today. */
import { readMyDay } from '../app/read-my-day';
import { dateIn } from '../clock';
import { dayFunction } from '../contract/day';
import { endpoint } from './endpoint';
import type { Service } from './service';

export const dayRoute = (service: Service) =>
  endpoint(
    dayFunction,
    {
      GET: ({ caller: { member, team } }) =>
        readMyDay(service.db, member, team, dateIn(team.settings.zone, service.clock())),
    },
    service.endpointDeps,
  );
