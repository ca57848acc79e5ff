/** lookup (POST): is this company ours? By whatever a person has of it: name, number, code, web or mail address, or ID. */
import { lookUpCompany } from '../app/look-up-company';
import { dateIn } from '../clock';
import { type LookupInput, lookupFunction } from '../contract/lookup';
import { parseCorporateNumber } from '../domain/company/corporate-number';
import {
  type ParsedQuery,
  parseLookupQuery,
  queryById,
  queryByName,
  queryByNumber,
} from '../domain/lookup/query';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const lookupRoute = (service: Service) =>
  endpoint(
    lookupFunction,
    {
      POST: async ({ body, caller: { team } }) => {
        const { members, settings } = team;
        const today = dateIn(settings.zone, service.clock());
        return lookUpCompany(service.db, parseQuestion(body), { today, members, settings });
      },
    },
    service.endpointDeps,
  );

const parseQuestion = ({ q, name, number, id }: LookupInput): ParsedQuery => {
  if (q !== undefined) return parseLookupQuery(q);
  if (id !== undefined) return queryById(id);
  if (number === undefined) return queryByName(name ?? '');
  const parsed = parseCorporateNumber(number);
  if ('problem' in parsed) throw new Problem({ code: 'CORPORATE_NUMBER_INVALID', problem: parsed.problem });
  return queryByNumber(parsed.number);
};
