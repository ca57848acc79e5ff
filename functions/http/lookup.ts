/** lookup (GET): is this company ours? By whatever a person has of it: name, number, code, web or mail address, or ID. */
import type { z } from 'zod';
import { dateIn } from '../clock';
import { type LookupAnswer, lookupQuery } from '../contract';
import { exists } from '../domain/account';
import { parseCorporateNumber } from '../domain/corporate-number';
import {
  askedById,
  askedByName,
  askedByNumber,
  type Understood,
  understand,
} from '../domain/lookup-question';
import { type Hit, rank, whyOf } from '../domain/lookup-rank';
import { isTelling, verdictOf } from '../domain/lookup-verdict';
import { registerRow } from '../domain/register-row';
import type { Caller, Service } from '../service';
import { type Found, findCompanies, readLinks } from '../store/lookup-search';
import { endpoint } from './endpoint';
import { Problem } from './problems';

export const lookup = (service: Service) =>
  endpoint(
    {
      method: 'GET',
      input: lookupQuery,
      handle: async (query, caller) => ({ status: 200, body: await answer(service, caller, asked(query)) }),
    },
    service.entrance,
  );

const asked = ({ q, name, number, id }: z.output<typeof lookupQuery>): Understood => {
  if (q !== undefined) return understand(q);
  if (id !== undefined) return askedById(id);
  if (number === undefined) return askedByName(name ?? '');
  const parsed = parseCorporateNumber(number);
  if ('problem' in parsed)
    throw new Problem('CORPORATE_NUMBER_INVALID', { facts: { problem: parsed.problem } });
  return askedByNumber(parsed.number);
};

const answer = async (
  { db, clock }: Service,
  { team: { settings, members } }: Caller,
  { as, value, note, question }: Understood,
): Promise<LookupAnswer> => {
  const found = await findCompanies(db, question);
  const hits = rank(found.accounts.filter(exists), question);
  const setting = { today: dateIn(settings.zone, clock()), members, settings, sharing: found.count };
  const verdict = verdictOf(hits, await linksOf(db, hits, found), value, setting);
  return {
    verdict,
    asked: { as, value, note },
    hits: hits.map(({ account, ...hit }) => ({ row: registerRow(account), ...hit, why: whyOf(hit) })),
    more: found.crowded,
    count: found.count,
  };
};

const linksOf = async (db: Service['db'], hits: readonly Hit[], { accounts }: Found) => {
  const [best] = hits;
  return best === undefined || !isTelling(hits)
    ? { successors: [], parent: null }
    : readLinks(db, best.account, new Map(accounts.map((account) => [account.id, account])));
};
