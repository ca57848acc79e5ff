/** lookup (GET): is this company in the register? By name in any spelling, by corporate number, or by ID. */
import { type LookupAnswer, lookupQuery } from '../contract';
import { type Account, exists } from '../domain/account';
import { foldCompanyName } from '../domain/company-name';
import { parseCorporateNumber } from '../domain/corporate-number';
import { registerRow } from '../domain/register-row';
import type { Service } from '../service';
import { findByName, findByNumber, readAccount } from '../store/accounts';
import { endpoint } from './endpoint';
import { Problem } from './problems';

type Matched = LookupAnswer['hits'][number]['matched'];

export const lookup = (service: Service) =>
  endpoint(
    {
      method: 'GET',
      input: lookupQuery,
      handle: async ({ id, name, number }) => {
        const hits = await find(service, { id, name, number });
        const body: LookupAnswer = {
          hits: hits
            .filter(({ account }) => exists(account))
            .map(({ account, matched }) => ({ row: registerRow(account), matched })),
        };
        return { status: 200, body };
      },
    },
    service.entrance,
  );

const find = async (
  { db }: Service,
  { id, name, number }: { id?: string; name?: string; number?: string },
): Promise<{ account: Account; matched: Matched }[]> => {
  if (id !== undefined) {
    const found = await readAccount(db, id);
    return found === null ? [] : [{ account: found, matched: 'id' }];
  }
  if (number !== undefined) {
    const parsed = parseCorporateNumber(number);
    if ('problem' in parsed)
      throw new Problem('CORPORATE_NUMBER_INVALID', { facts: { problem: parsed.problem } });
    const found = await findByNumber(db, parsed.number);
    return found.map((account) => ({ account, matched: 'corporateNumber' }));
  }
  const found = await findByName(db, name ?? '');
  return found.map((account) => ({ account, matched: matchedBy(account, name ?? '') }));
};

const matchedBy = (account: Account, name: string): Matched => {
  const wanted = foldCompanyName(name);
  const same = (spelling: string | null): boolean => {
    if (spelling === null) return false;
    const { key, weakKey } = foldCompanyName(spelling);
    return key === wanted.key || weakKey === wanted.weakKey;
  };
  if (same(account.name)) return 'name';
  if (account.formerNames.some((former) => same(former.name))) return 'formerName';
  return same(account.englishName) ? 'englishName' : 'kana';
};
