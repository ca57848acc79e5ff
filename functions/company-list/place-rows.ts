/** Which rows of a list are which company: rows of one company become one, and each gets what it is known by. */
import type { ImportRow } from '../domain/commands';
import { companyPlace } from '../domain/company-place';
import { parseCorporateNumber } from '../domain/corporate-number';
import { type ImportTerms, importRowOf } from './import-row';
import { type ListProblem, problem } from './problems';
import type { CompanyList } from './read-list';

export interface Placed {
  /** Of the first row of the company. */
  line: number;
  row: ImportRow;
  /** What the row is known by: an account that is made for it gets its ID from this. */
  identity: string;
}

export interface PlacedList {
  placed: Placed[];
  /** Each keeps its row out. */
  problems: ListProblem[];
  /** What is good to know, and keeps nothing out. */
  notes: ListProblem[];
  listed: Listed;
}

/** What every row of the list is known by, also those that cannot be imported: who is in none of it has left the list. */
export interface Listed {
  numbers: ReadonlySet<string>;
  ids: ReadonlySet<string>;
  places: ReadonlySet<string>;
}

const numberKey = (corporateNumber: string): string => `number:${corporateNumber}`;
const listKey = (list: string, listId: string): string => `list:${list}:${listId}`;

/** Corporate number, else the list's own ID, else name and address. */
const identityOf = ({ details, list, listId }: ImportRow): string => {
  if (details.corporateNumber != null) return numberKey(details.corporateNumber);
  if (listId !== undefined) return listKey(list, listId);
  return companyPlace(details.name, details.address);
};

/** Every key that tells the company; a name without an address tells it only where the row has nothing else. */
const keysOf = ({ details, list, listId }: ImportRow): string[] => [
  ...(details.corporateNumber == null ? [] : [numberKey(details.corporateNumber)]),
  ...(listId === undefined ? [] : [listKey(list, listId)]),
  ...(details.address != null || (details.corporateNumber == null && listId === undefined)
    ? [companyPlace(details.name, details.address)]
    : []),
];

const differ = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && a !== b;

/** Rows that can be imported, one for each company, and every problem of the list. */
export const placeRows = (list: CompanyList, terms: ImportTerms): PlacedList => {
  const problems = [...list.problems];
  const notes: ListProblem[] = [];
  const rows: { line: number; row: ImportRow }[] = [];
  const listed = { numbers: new Set<string>(), ids: new Set<string>(), places: new Set<string>() };
  /** Index of the row that has the key first. */
  const first = new Map<string, number>();

  const place = (line: number, row: ImportRow): void => {
    const found = new Set<number>();
    for (const key of keysOf(row)) {
      const index = first.get(key);
      const known = index === undefined ? undefined : rows[index]?.row;
      if (index === undefined || known === undefined) continue;
      if (!differ(known.details.corporateNumber, row.details.corporateNumber)) {
        // At one address, two IDs of one list are two companies.
        if (!key.startsWith('name:') || !differ(known.listId, row.listId)) found.add(index);
      } else if (key.startsWith('list:')) {
        problems.push(problem(line, 'LIST_ID_REUSED', `${line} / ${rows[index]?.line}: ${row.listId}`));
        return;
      }
    }
    const [index, ...others] = found;
    const known = index === undefined ? undefined : rows[index];
    if (others.length > 0) {
      const lines = [...found].map((one) => rows[one]?.line).join(', ');
      problems.push(problem(line, 'COMPANY_AMBIGUOUS', `${line} = ${lines}`));
      return;
    }
    if (index !== undefined && known !== undefined) {
      known.row = filledUp(known.row, row);
      notes.push(problem(line, 'DUPLICATE_IN_FILE', `${line} = ${known.line}`));
    } else rows.push({ line, row });
    for (const key of keysOf(row)) if (!first.has(key)) first.set(key, index ?? rows.length - 1);
  };

  for (const one of list.rows) {
    const parsed = importRowOf(one, terms);
    const { name = '', address, listId, corporateNumber } = one.values;
    const number = corporateNumber === undefined ? null : parseCorporateNumber(corporateNumber);
    if (number !== null && 'number' in number) listed.numbers.add(number.number);
    if (listId !== undefined) listed.ids.add(listId);
    listed.places.add(companyPlace(name, address));
    if ('row' in parsed) place(one.line, parsed.row);
    else problems.push(...parsed.problems);
  }
  return {
    placed: rows.map(({ line, row }) => ({ line, row, identity: identityOf(row) })),
    problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    notes,
    listed,
  };
};

const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>;

/** The first row with what it lacks from another one of the same company; whom one of them has met was met. */
const filledUp = (first: ImportRow, second: ImportRow): ImportRow => ({
  ...second,
  ...defined(first),
  details: { ...second.details, ...defined(first.details) },
  met: first.met === true || second.met === true,
  lastContact: [first.lastContact, second.lastContact]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1),
  products: withOthers(first.products, second.products),
});

const withOthers = (ours: ImportRow['products'] = [], theirs: ImportRow['products'] = []) => [
  ...ours.map((product) => ({
    ...defined(theirs.find((other) => other.product === product.product) ?? {}),
    ...defined(product),
    product: product.product,
    state: product.state,
  })),
  ...theirs.filter(({ product }) => !ours.some((own) => own.product === product)),
];
