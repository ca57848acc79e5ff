/** lookup (GET): is this company ours? By whatever a person has of it: name, number, code, web or mail address, or ID. */
import { dateIn } from '../clock';
import { CONTRACT } from '../contract/contract';
import type { LookupAnswer, LookupQueryInput } from '../contract/lookup';
import { isRegistered } from '../domain/account/account';
import { parseCorporateNumber } from '../domain/company/corporate-number';
import { matchReason } from '../domain/lookup/match-text';
import {
  type ParsedQuery,
  parseLookupQuery,
  queryById,
  queryByName,
  queryByNumber,
} from '../domain/lookup/query';
import { type LookupHit, rankHits } from '../domain/lookup/rank';
import { isConclusive, verdictOf } from '../domain/lookup/verdict';
import { registerRow } from '../domain/register/row';
import { findLookupCandidates, type LookupCandidates, readSuccessorsAndParent } from '../store/lookup-search';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Caller, Service } from './service';

export const lookupRoute = (service: Service) =>
  endpoint(
    CONTRACT.lookup,
    { GET: async ({ query, caller }) => lookupAnswer(service, caller, parseQuery(query)) },
    service.endpointDeps,
  );

const parseQuery = ({ q, name, number, id }: LookupQueryInput): ParsedQuery => {
  if (q !== undefined) return parseLookupQuery(q);
  if (id !== undefined) return queryById(id);
  if (number === undefined) return queryByName(name ?? '');
  const parsed = parseCorporateNumber(number);
  if ('problem' in parsed) throw new Problem({ code: 'CORPORATE_NUMBER_INVALID', problem: parsed.problem });
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
