/** How well real companies are found by what people write: the lookup's own queries and ranking against labelled pairs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { findLookupCandidates } from '../../functions/app/find-lookup-candidates';
import { decodeList } from '../../functions/company-list/decode-list';
import { readCompanyList } from '../../functions/company-list/read-list';
import type { Account } from '../../functions/domain/account/account';
import { parseCorporateNumber } from '../../functions/domain/company/corporate-number';
import { foldCompanyName } from '../../functions/domain/company/name/company-name';
import { parseLookupQuery } from '../../functions/domain/lookup/query';
import { type LookupHit, rankHits } from '../../functions/domain/lookup/rank';
import { accountsOf, type Database, digest } from '../../functions/store/firestore';
import { LOOKUPS_AT_ONCE, type MatchOutcome, matchFigures, noisyFigures } from './match-figures';
import { type BenchFigure, type BenchOptions, milliseconds } from './measure';
import { misreadPairsOf, nearestNumber } from './misread-pairs';
import { type ListedCompany, type NamePair, namePairsOf } from './name-pairs';
import { aCompany, openBenchTeam, writeAccounts } from './team';

/** As seen from the bundle, build/test/bench/bench.js. */
const LISTED_COMPANIES_FILE = join(__dirname, '../../..', 'emulator/demo/listed-companies.csv');
/** Of a list without labelled pairs every twentieth company is kept out of the register: it must not be called the same as another. */
const HOLD_OUT_EVERY = 20;
/** More companies than these say nothing new, and take long. */
const MAX_COMPANIES = 400;
const MAX_ABSENT = 50;
const QUICK_COMPANIES = 10;

export const matchBench = async ({
  firestore,
  quick,
  say,
  register,
  pairs: file,
  noisy,
}: BenchOptions): Promise<BenchFigure[]> => {
  const listed = companiesOf(readFileSync(register ?? LISTED_COMPANIES_FILE));
  const labelled = file === null ? null : labelledPairs(readFileSync(file));
  const present = labelled === null ? listed.filter((_, index) => index % HOLD_OUT_EVERY !== 7) : listed;
  const every = Math.ceil(present.length / (quick ? QUICK_COMPANIES : MAX_COMPANIES));
  const sampled = (companies: readonly ListedCompany[]) =>
    companies.filter((_, index) => index % every === 0);
  const absent = listed.filter((company) => !present.includes(company));
  const makePairs = noisy ? misreadPairsOf : namePairsOf;
  const pairs = labelled ?? [
    ...makePairs(sampled(present), listed),
    // Of these no company is the right one.
    ...makePairs(absent.slice(0, quick ? 3 : MAX_ABSENT), listed).map((pair) => ({
      ...pair,
      kind: 'absent',
    })),
  ];
  const team = await openBenchTeam(firestore);
  try {
    say(`${present.length} companies, ${pairs.length} queries`);
    await writeAccounts(team.db, present.map(accountOf));
    const known = new Set(present.map(({ corporateNumber }) => corporateNumber));
    const isFoundByFloor = noisy
      ? async ({ query, corporateNumber }: NamePair) => nearestNumber(query, present) === corporateNumber
      : (pair: NamePair) => isPlainlyFound(team.db, pair);
    const asked = await askAll(team.db, pairs, isFoundByFloor);
    const outcomes = asked.map((outcome) =>
      known.has(outcome.corporateNumber) ? outcome : { ...outcome, kind: 'absent' },
    );
    return [...matchFigures(outcomes, say), ...(noisy ? noisyFigures(outcomes) : [])];
  } finally {
    await team.stop();
  }
};

const companiesOf = (bytes: Uint8Array): ListedCompany[] => {
  const { rows } = readCompanyList(bytes);
  return rows.flatMap(({ values }): ListedCompany[] => {
    const read = parseCorporateNumber(values.corporateNumber ?? '');
    if (values.name === undefined || !('number' in read)) return [];
    return [
      {
        name: values.name,
        englishName: values.englishName ?? null,
        kana: values.kana ?? null,
        corporateNumber: read.number,
        securitiesCode: values.securitiesCode ?? null,
      },
    ];
  });
};

const accountOf = (company: ListedCompany): Account =>
  aCompany(digest(`match ${company.corporateNumber}`), { ...company });

const labelledPairs = (bytes: Uint8Array): NamePair[] => {
  const decoded = decodeList(bytes);
  if ('problem' in decoded) throw new Error(`The pairs cannot be read: ${decoded.problem.code}.`);
  const rows = parse(decoded.text, { columns: true, bom: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[];
  return rows.map(({ query, name, corporateNumber }) => {
    if (query === undefined || name === undefined || corporateNumber === undefined)
      throw new Error('The pairs need the columns query, name and corporateNumber.');
    const read = parseCorporateNumber(corporateNumber);
    return { query, corporateNumber: 'number' in read ? read.number : '', kind: 'labelled' };
  });
};

const askAll = async (
  db: Database,
  pairs: readonly NamePair[],
  isFoundByFloor: (pair: NamePair) => Promise<boolean>,
): Promise<MatchOutcome[]> => {
  const outcomes: MatchOutcome[] = [];
  const left = pairs[Symbol.iterator]();
  const asker = async (): Promise<void> => {
    for (const pair of left) {
      let hits: LookupHit[] = [];
      const ms = await milliseconds(async () => {
        const { question } = parseLookupQuery(pair.query);
        const found = await findLookupCandidates(db, question);
        hits = rankHits(found.accounts, question);
      });
      const isRight = ({ account }: LookupHit): boolean => account.corporateNumber === pair.corporateNumber;
      outcomes.push({
        ...pair,
        place: hits.findIndex(isRight) + 1,
        plain: await isFoundByFloor(pair),
        falseSame: hits.some((hit) => hit.sure === 'same' && !isRight(hit)),
        falseLikely: hits.some((hit) => hit.sure === 'likely' && !isRight(hit)),
        shown: hits.length,
        ms,
      });
    }
  };
  await Promise.all(Array.from({ length: LOOKUPS_AT_ONCE }, asker));
  return outcomes;
};

const isPlainlyFound = async (db: Database, { query, corporateNumber }: NamePair): Promise<boolean> => {
  const { key } = foldCompanyName(query);
  const { docs } = await accountsOf(db).where('matchKeys', 'array-contains', key).limit(1).get();
  return docs[0]?.get('corporateNumber') === corporateNumber;
};
