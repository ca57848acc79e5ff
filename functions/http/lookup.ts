/** lookup (GET): is this company ours? By whatever a person has of it: name, number, code, web or mail address, or ID. */
import type { z } from 'zod';
import { dateIn } from '../clock';
import { type LookupAnswer, lookupQuery } from '../contract/contract';
import { isRegistered } from '../domain/account/account';
import { parseCorporateNumber } from '../domain/company/corporate-number';
import {
  type ParsedQuery,
  parseLookupQuery,
  queryById,
  queryByName,
  queryByNumber,
} from '../domain/lookup/query';
import { type LookupHit, matchReason, rankHits } from '../domain/lookup/rank';
import { isConclusive, verdictOf } from '../domain/lookup/verdict';
import { registerRow } from '../domain/register/row';
import { findLookupCandidates, type LookupCandidates, readSuccessorsAndParent } from '../store/lookup-search';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import type { Caller, Service } from './service';

export const lookupRoute = (service: Service) =>
  endpoint(
    {
      method: 'GET',
      input: lookupQuery,
      handle: async (query, caller) => ({
        status: 200,
        body: await lookupAnswer(service, caller, understandQuery(query)),
      }),
    },
    service.endpointDeps,
  );

const understandQuery = ({ q, name, number, id }: z.output<typeof lookupQuery>): ParsedQuery => {
  if (q !== undefined) return parseLookupQuery(q);
  if (id !== undefined) return queryById(id);
  if (number === undefined) return queryByName(name ?? '');
  const parsed = parseCorporateNumber(number);
  if ('problem' in parsed)
    throw new Problem('CORPORATE_NUMBER_INVALID', { facts: { problem: parsed.problem } });
  return queryByNumber(parsed.number);
};

const lookupAnswer = async (
  { db, clock }: Service,
  { team: { settings, members } }: Caller,
  { as, value, note, question }: ParsedQuery,
): Promise<LookupAnswer> => {
  const found = await findLookupCandidates(db, question);
  const hits = rankHits(found.accounts.filter(isRegistered), question);
  const setting = { today: dateIn(settings.zone, clock()), members, settings, sharing: found.count };
  const verdict = verdictOf(hits, await readLinksOfBest(db, hits, found), value, setting);
  return {
    verdict,
    asked: { as, value, note },
    hits: hits.map(({ account, ...hit }) => ({ row: registerRow(account), ...hit, why: matchReason(hit) })),
    more: found.crowded,
    count: found.count,
  };
};

const readLinksOfBest = async (
  db: Service['db'],
  hits: readonly LookupHit[],
  { accounts }: LookupCandidates,
) => {
  const [best] = hits;
  return best === undefined || !isConclusive(hits)
    ? { successors: [], parent: null }
    : readSuccessorsAndParent(db, best.account, new Map(accounts.map((account) => [account.id, account])));
};
