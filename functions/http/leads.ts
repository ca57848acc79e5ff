/** leads (POST): how many leads of an inbound list are known already, and what they would have cost. Nothing is written. */

import { reportLeads } from '../app/report-leads';
import { dateIn } from '../clock';
import { leadsFunction } from '../contract/leads';
import { endpoint } from './endpoint';
import { readListOrRefuse } from './list-source';
import type { Service } from './service';
import { timeLimit } from './time-limit';

export const leadsRoute = (service: Service) =>
  endpoint(
    leadsFunction,
    {
      POST: async ({ query, caller: { team }, file }) => {
        const { price = team.settings.leadPrice, list = null, from, ...reading } = query;
        const isTimeUp = timeLimit(service);
        const { list: leads } = await readListOrRefuse(service, reading, file);
        const today = dateIn(team.settings.zone, service.clock());
        return reportLeads(
          service.db,
          leads,
          { price, list, from, isTimeUp },
          { members: team.members, today },
        );
      },
    },
    service.endpointDeps,
  );
