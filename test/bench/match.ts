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
import { type BenchFigure, type BenchOptions, milliseconds, quantile } from './measure';
import { isSlip, type ListedCompany, type NamePair, namePairsOf } from './name-pairs';
import { aCompany, openBenchTeam, writeAccounts } from './team';

/** As seen from the bundle, build/test/bench/bench.js. */
const LISTED_COMPANIES_FILE = join(__dirname, '../../..', 'emulator/demo/listed-companies.csv');
/** Of a list without labelled pairs every twentieth company is kept out of the register: it must not be called the same as another. */
const HOLD_OUT_EVERY = 20;
/** More companies than these say nothing new, and take long. */
const MAX_COMPANIES = 400;
const MAX_ABSENT = 50;
const QUICK_COMPANIES = 20;
const CONCURRENCY = 8;
/** Pairs that were not found are told, up to so many of a kind. */
const MAX_PRINTED = 10;

interface MatchOutcome extends NamePair {
  /** 1 for the best hit; 0 when it is not among the hits. */
  place: number;
  /** Whether an exact query for the folded name alone finds it, and nothing else before it. */
  plain: boolean;
  falseSame: boolean;
  ms: number;
}

export const matchBench = async ({
  firestore,
  quick,
  say,
  register,
  pairs: file,
}: BenchOptions): Promise<BenchFigure[]> => {
  const listed = companiesOf(readFileSync(register ?? LISTED_COMPANIES_FILE));
  const labelled = file === null ? null : labelledPairs(readFileSync(file));
  const present = labelled === null ? listed.filter((_, index) => index % HOLD_OUT_EVERY !== 7) : listed;
  const every = Math.ceil(present.length / (quick ? QUICK_COMPANIES : MAX_COMPANIES));
  const sampled = (companies: readonly ListedCompany[]) =>
    companies.filter((_, index) => index % every === 0);
  const absent = listed.filter((company) => !present.includes(company));
  const pairs = labelled ?? [
    ...namePairsOf(sampled(present), listed),
    // Of these no company is the right one.
    ...namePairsOf(absent.slice(0, quick ? 3 : MAX_ABSENT), listed).map((pair) => ({
      ...pair,
      kind: 'absent',
    })),
  ];
  const team = await openBenchTeam(firestore);
  try {
    say(`${present.length} companies, ${pairs.length} queries`);
    await writeAccounts(team.db, present.map(accountOf));
    const known = new Set(present.map(({ corporateNumber }) => corporateNumber));
    const outcomes = await askAll(team.db, pairs);
    return figuresOf(
      outcomes.map((outcome) =>
        known.has(outcome.corporateNumber) ? outcome : { ...outcome, kind: 'absent' },
      ),
      say,
    );
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

const askAll = async (db: Database, pairs: readonly NamePair[]): Promise<MatchOutcome[]> => {
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
        plain: await isPlainlyFound(db, pair),
        falseSame: hits.some((hit) => hit.sure === 'same' && !isRight(hit)),
        ms,
      });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, asker));
  return outcomes;
};

const isPlainlyFound = async (db: Database, { query, corporateNumber }: NamePair): Promise<boolean> => {
  const { key } = foldCompanyName(query);
  const { docs } = await accountsOf(db).where('matchKeys', 'array-contains', key).limit(1).get();
  return docs[0]?.get('corporateNumber') === corporateNumber;
};

const figuresOf = (outcomes: readonly MatchOutcome[], say: BenchOptions['say']): BenchFigure[] => {
  const sampled = outcomes.filter(({ kind }) => kind !== 'absent');
  const spelled = sampled.filter(({ kind }) => !isSlip(kind));
  const share = (of: readonly MatchOutcome[], holds: (outcome: MatchOutcome) => boolean): number =>
    of.length === 0 ? 0 : of.filter(holds).length / of.length;
  const within =
    (places: number) =>
    ({ place }: MatchOutcome) =>
      place > 0 && place <= places;
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  for (const kind of kinds.filter((one) => one !== 'absent')) {
    const of = outcomes.filter((outcome) => outcome.kind === kind);
    const [first, five] = [share(of, within(1)), share(of, within(5))];
    say(
      `${kind.padEnd(20)} ${String(of.length).padStart(6)}  at 1 ${first.toFixed(4)}  at 5 ${five.toFixed(4)}`,
    );
    for (const { query, corporateNumber, place } of of
      .filter(({ place }) => place !== 1)
      .slice(0, MAX_PRINTED))
      say(`  ${place === 0 ? 'not found' : `at ${place}`}: ${query} (${corporateNumber})`);
  }
  for (const { query, kind } of outcomes.filter(({ falseSame }) => falseSame))
    say(`false "same": ${query} (${kind})`);
  const times = outcomes.map(({ ms }) => ms);
  const ratio = (name: string, what: string, value: number, floor: number, aim: string): BenchFigure => ({
    name,
    what,
    ours: value,
    floor,
    kind: 'ratio',
    value,
    spread: [value, value],
    aim,
  });
  const count = (name: string, what: string, value: number): BenchFigure => ({
    ...ratio(name, what, value, 0, ''),
    kind: 'count',
  });
  const plainly = share(sampled, ({ plain }) => plain);
  const slips = sampled.filter(({ kind }) => isSlip(kind));
  return [
    ratio(
      'recall_1',
      'pairs whose company is the first hit; floor: an exact query for the folded name',
      share(sampled, within(1)),
      plainly,
      '>= 0.99',
    ),
    ratio(
      'recall_5',
      'pairs whose company is among the first five',
      share(sampled, within(5)),
      plainly,
      '>= 0.995',
    ),
    ratio(
      'false_same',
      'queries that call another company the same',
      share(outcomes, ({ falseSame }) => falseSame),
      0,
      '0',
    ),
    ratio(
      'spelled_1',
      'without typing slips: the first hit',
      share(spelled, within(1)),
      share(spelled, ({ plain }) => plain),
      '>= 0.99',
    ),
    ratio(
      'spelled_5',
      'without typing slips: among the first five',
      share(spelled, within(5)),
      share(spelled, ({ plain }) => plain),
      '>= 0.995',
    ),
    ...(slips.length === 0
      ? []
      : [
          ratio(
            'slips_1',
            'typing slips: the first hit',
            share(slips, within(1)),
            share(slips, ({ plain }) => plain),
            '',
          ),
          ratio(
            'slips_5',
            'typing slips: among the first five',
            share(slips, within(5)),
            share(slips, ({ plain }) => plain),
            '',
          ),
        ]),
    ...kinds.map((kind) =>
      count(
        `pairs_${kind}`,
        'queries of this kind',
        outcomes.filter((outcome) => outcome.kind === kind).length,
      ),
    ),
    count('median_ms', `one lookup, ${CONCURRENCY} at once`, quantile(times, 0.5)),
    count('p95_ms', `one lookup, ${CONCURRENCY} at once`, quantile(times, 0.95)),
  ];
};
