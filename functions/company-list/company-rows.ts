/** The rows of a list as companies: rows of one company become one, and each gets what it is known by. */
import { setImmediate } from 'node:timers/promises';
import { definedFields } from '../domain/account/defined-fields';
import { mergeListedData } from '../domain/commands/import-listed-data';
import type { ImportRow } from '../domain/commands/import-row';
import { validCorporateNumber } from '../domain/company/corporate-number';
import { duplicateNameKeys, type MatchingTrait } from '../domain/company/duplicates';
import { type Likeness, likenessOf } from '../domain/company/likely-company';
import { spellingKeys } from '../domain/company/match-keys';
import { isSameCompanyName } from '../domain/company/name/same-name';
import { nameAddressKey } from '../domain/company/name-address-key';
import type { CompanyList } from './company-list';
import { dateWritingOf } from './date-writing';
import { type ListProblem, listProblem } from './list-problems';
import { type ListWord, unknownWordsOf } from './list-words';
import { type ImportRowOptions, parseImportRow } from './parse-import-row';
import { withRemarksOnce } from './repeated-remarks';
import { companyClosureOf } from './row-closure';

export interface CompanyRow {
  /** Of the first row of the company. */
  line: number;
  row: ImportRow;
  /** What the row is known by; a new account gets its ID from this. */
  identity: string;
  /** What a person's decision about the row is kept under: it tells rows of one name apart. */
  key: string;
  /** What the list says of the end of a company that is no more. */
  closure?: string;
}

export interface CompanyRows {
  companies: CompanyRow[];
  /** Each keeps its row out. */
  problems: ListProblem[];
  /** What is good to know, and keeps nothing out. */
  notes: ListProblem[];
  /** Rows that an earlier row of the file likely is, and nobody has decided: they are left out. */
  undecided: UndecidedTwin[];
  identities: ListIdentities;
  /** Words for statuses and owners that a person says the meaning of. */
  words: ListWord[];
}

export interface UndecidedTwin {
  company: CompanyRow;
  /** The earlier row. */
  earlier: CompanyRow;
  why: readonly MatchingTrait[];
}

/** What was decided of a row, by its key. */
export type TwinRule = (key: string) => 'same' | 'another' | 'ask';

/** What all rows of the list are known by, also those that cannot be imported: a company that none of it fits has left the list. */
export interface ListIdentities {
  /** Corporate numbers, 13 digits each. */
  numbers: ReadonlySet<string>;
  /** The list's own IDs. */
  ids: ReadonlySet<string>;
  /** As `nameAddressKey` makes them. */
  nameAddresses: ReadonlySet<string>;
}

const numberKey = (corporateNumber: string): string => `number:${corporateNumber}`;
const listIdKey = (list: string, listId: string): string => `list:${list}:${listId}`;

/** Corporate number, else the list's own ID, else name and address. */
const identityOf = ({ details, list, listId }: ImportRow): string => {
  if (details.corporateNumber != null) return numberKey(details.corporateNumber);
  if (listId !== undefined) return listIdKey(list, listId);
  return nameAddressKey(details.name, details.address);
};

const keyOf = (row: ImportRow): string =>
  [identityOf(row), row.details.phone ?? '', ...(row.details.domains ?? [])].join('\n');

/** Every key that tells the company by itself. */
const identityKeysOf = ({ details, list, listId }: ImportRow): string[] => [
  ...(details.corporateNumber == null ? [] : [numberKey(details.corporateNumber)]),
  ...(listId === undefined ? [] : [listIdKey(list, listId)]),
  ...(details.address == null ? [] : [nameAddressKey(details.name, details.address)]),
];

/** In a longer list rows meet by their names as they are folded alone: to work out how else each may be written takes too long. */
const MOST_ROWS_BY_SPELLING = 5_000;

/** Two numbers, or two IDs, are two companies: where all rows have them, no spelling makes them one. */
const maySpellOtherwise = (rows: CompanyList['rows']): boolean =>
  rows.length <= MOST_ROWS_BY_SPELLING &&
  rows.some(({ values }) => values.corporateNumber === undefined) &&
  rows.some(({ values }) => values.listId === undefined);

/** At one address, two IDs of one list are two companies, as are two legal forms. */
const isSameAtAddress = (known: ImportRow, row: ImportRow): boolean =>
  !areDifferent(known.listId, row.listId) && likenessOf(row.details, known.details) !== null;

const areDifferent = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && a !== b;

/** Parsed between two turns of whoever else has called the functions. */
const ROWS_PER_TURN = 500;

/** Rows that can be imported, one for each company, and every problem of the list. */
export const companyRowsOf = async (
  list: CompanyList,
  terms: ImportRowOptions,
  twinRule: TwinRule,
): Promise<CompanyRows> => {
  const problems = [...list.problems];
  const writing = dateWritingOf(list.rows, terms, terms.today);
  const notes = [...list.notes, ...writing.notes];
  const rows: ListedRow[] = [];
  const identities = { numbers: new Set<string>(), ids: new Set<string>(), nameAddresses: new Set<string>() };
  /** Index of the row that has the key first. */
  const first = new Map<string, number>();
  /** Indexes of the rows that have one of the names. */
  const named = new Map<string, number[]>();
  const undecided: UndecidedTwin[] = [];
  const isSpelledOtherwise = maySpellOtherwise(list.rows);
  /** What two rows of one company have in common, however its name is written. */
  const twinKeysOf = ({ details }: ImportRow): string[] => {
    const names = duplicateNameKeys(details);
    return isSpelledOtherwise ? [...new Set([...names, ...spellingKeys(details)])] : names;
  };

  const addRow = (line: number, row: ImportRow, closure: string | null): void => {
    const found = new Set<number>();
    for (const key of identityKeysOf(row)) {
      const index = first.get(key);
      const known = index === undefined ? undefined : rows[index]?.row;
      if (index === undefined || known === undefined) continue;
      if (!areDifferent(known.details.corporateNumber, row.details.corporateNumber)) {
        if (!key.startsWith('name:') || isSameAtAddress(known, row)) found.add(index);
      } else if (key.startsWith('list:')) {
        problems.push(listProblem(line, 'LIST_ID_REUSED', `${line} / ${rows[index]?.line}: ${row.listId}`));
        return;
      }
    }
    const twins = found.size > 0 ? [] : likelyTwins(row);
    const sameTwin = certainTwin(row, twins);
    if (sameTwin !== undefined) found.add(sameTwin.index);
    const [certain, ...others] = found;
    const [twin] = certain === undefined ? twins : [];
    const rule = twin === undefined ? 'another' : twinRule(keyOf(row));
    if (twin !== undefined && rule === 'ask') {
      undecided.push({ company: companyOf({ line, row }), earlier: companyOf(twin.earlier), why: twin.why });
      return;
    }
    const index = rule === 'same' ? twin?.index : certain;
    const known = index === undefined ? undefined : rows[index];
    if (others.length > 0) {
      const lines = [...found].map((foundIndex) => rows[foundIndex]?.line).join(', ');
      problems.push(listProblem(line, 'COMPANY_AMBIGUOUS', `${line} = ${lines}`));
      return;
    }
    if (index !== undefined && known !== undefined) {
      known.row = fillIn(known.row, row);
      notes.push(listProblem(line, 'DUPLICATE_IN_FILE', `${line} = ${known.line}`));
    } else
      rows.push({
        line,
        row,
        key: keyOf(row),
        isTwin: twin !== undefined,
        ...(closure === null ? {} : { closure }),
      });
    for (const key of identityKeysOf(row)) if (!first.has(key)) first.set(key, index ?? rows.length - 1);
    if (index !== undefined) return;
    for (const key of twinKeysOf(row)) named.set(key, [...(named.get(key) ?? []), rows.length - 1]);
  };

  const likelyTwins = (row: ImportRow): Twin[] =>
    [...new Set(twinKeysOf(row).flatMap((key) => named.get(key) ?? []))].flatMap((index) => {
      const earlier = rows[index];
      if (earlier === undefined || areDifferent(earlier.row.listId, row.listId)) return [];
      const likeness = likenessOf(row.details, earlier.row.details);
      return likeness === null ? [] : [{ index, earlier, ...likeness }];
    });

  for (const [index, listRow] of list.rows.entries()) {
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate();
    const parsed = parseImportRow(listRow, terms, writing);
    const { name = '', address, listId, corporateNumber } = listRow.values;
    const number = validCorporateNumber(corporateNumber);
    if (number !== null) identities.numbers.add(number);
    if (listId !== undefined) identities.ids.add(listId);
    identities.nameAddresses.add(nameAddressKey(name, address));
    if ('row' in parsed) {
      notes.push(...parsed.notes);
      addRow(listRow.line, parsed.row, companyClosureOf(listRow.values));
    } else problems.push(...parsed.problems);
  }
  return {
    companies: rows.map(companyOf),
    problems: withRemarksOnce(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))),
    notes: withRemarksOnce(notes),
    undecided,
    identities,
    words: unknownWordsOf(list.rows, terms.meanings, terms.members),
  };
};

interface ListedRow {
  line: number;
  row: ImportRow;
  /** As the row itself has it; rows that fill it in do not change it. */
  key?: string;
  /** Somebody has decided that it is another company than an earlier row of its name. */
  isTwin?: boolean;
  closure?: string;
}

type Twin = Likeness & { index: number; earlier: ListedRow };

/** By the very same name, where what else is said of both is the same, or both say nothing but the name. */
const certainTwin = (row: ImportRow, twins: readonly Twin[]): Twin | undefined => {
  const named = twins.filter(({ earlier }) => isSameCompanyName(earlier.row.details.name, row.details.name));
  const same = named.find(({ group }) => group === 'sameFacts');
  if (same !== undefined || twins.length > 1) return same;
  return isKnownByName(row)
    ? named.find(({ group, earlier }) => group !== 'otherFacts' && isKnownByName(earlier.row))
    : undefined;
};

const isKnownByName = ({ details, listId }: ImportRow): boolean =>
  details.corporateNumber == null && listId === undefined;

const companyOf = ({ line, row, key = keyOf(row), isTwin = false, closure }: ListedRow): CompanyRow => ({
  line,
  row,
  identity: isTwin ? key : identityOf(row),
  key,
  ...(closure === undefined ? {} : { closure }),
});

/** The first row with what it lacks from another one of the same company; whom one of them has met was met. */
const fillIn = (first: ImportRow, second: ImportRow): ImportRow => {
  const lastContact = [first.lastContact, second.lastContact]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  return {
    ...second,
    ...definedFields(first),
    details: { ...second.details, ...definedFields(first.details) },
    met: first.met === true || second.met === true,
    ...(lastContact !== undefined && { lastContact }),
    products: mergeProducts(first.products, second.products),
    ...(first.data === undefined && second.data === undefined
      ? {}
      : { data: mergeListedData(first.data, second.data) }),
  };
};

const mergeProducts = (ours: ImportRow['products'] = [], theirs: ImportRow['products'] = []) => [
  ...ours.map((product) => ({
    ...definedFields(theirs.find((other) => other.product === product.product) ?? {}),
    ...definedFields(product),
    product: product.product,
    state: product.state,
  })),
  ...theirs.filter(({ product }) => !ours.some((own) => own.product === product)),
];
