/** The rows of a list as companies: rows of one company become one, and each gets what it is known by. */
import { setImmediate } from 'node:timers/promises';
import { definedFields } from '../domain/account/defined-fields';
import type { ImportRow } from '../domain/commands/import-row';
import { validCorporateNumber } from '../domain/company/corporate-number';
import { nameAddressKey } from '../domain/company/name-address-key';
import type { CompanyList } from './company-list';
import { dateWritingOf } from './date-writing';
import { type ListProblem, listProblem } from './list-problems';
import { type ImportRowOptions, parseImportRow } from './parse-import-row';

export interface CompanyRow {
  /** Of the first row of the company. */
  line: number;
  row: ImportRow;
  /** What the row is known by; a new account gets its ID from this. */
  identity: string;
}

export interface CompanyRows {
  companies: CompanyRow[];
  /** Each keeps its row out. */
  problems: ListProblem[];
  /** What is good to know, and keeps nothing out. */
  notes: ListProblem[];
  identities: ListIdentities;
}

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

/** Every key that tells the company; a name without an address tells it only where the row has nothing else. */
const identityKeysOf = ({ details, list, listId }: ImportRow): string[] => [
  ...(details.corporateNumber == null ? [] : [numberKey(details.corporateNumber)]),
  ...(listId === undefined ? [] : [listIdKey(list, listId)]),
  ...(details.address != null || (details.corporateNumber == null && listId === undefined)
    ? [nameAddressKey(details.name, details.address)]
    : []),
];

const areDifferent = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && a !== b;

/** Parsed between two turns of whoever else has called the functions. */
const ROWS_PER_TURN = 500;

/** Rows that can be imported, one for each company, and every problem of the list. */
export const companyRowsOf = async (list: CompanyList, terms: ImportRowOptions): Promise<CompanyRows> => {
  const problems = [...list.problems];
  const writing = dateWritingOf(list.rows, terms, terms.today);
  const notes = [...list.notes, ...writing.notes];
  const rows: { line: number; row: ImportRow }[] = [];
  const identities = { numbers: new Set<string>(), ids: new Set<string>(), nameAddresses: new Set<string>() };
  /** Index of the row that has the key first. */
  const first = new Map<string, number>();

  const addRow = (line: number, row: ImportRow): void => {
    const found = new Set<number>();
    for (const key of identityKeysOf(row)) {
      const index = first.get(key);
      const known = index === undefined ? undefined : rows[index]?.row;
      if (index === undefined || known === undefined) continue;
      if (!areDifferent(known.details.corporateNumber, row.details.corporateNumber)) {
        // At one address, two IDs of one list are two companies.
        if (!key.startsWith('name:') || !areDifferent(known.listId, row.listId)) found.add(index);
      } else if (key.startsWith('list:')) {
        problems.push(listProblem(line, 'LIST_ID_REUSED', `${line} / ${rows[index]?.line}: ${row.listId}`));
        return;
      }
    }
    const [index, ...others] = found;
    const known = index === undefined ? undefined : rows[index];
    if (others.length > 0) {
      const lines = [...found].map((foundIndex) => rows[foundIndex]?.line).join(', ');
      problems.push(listProblem(line, 'COMPANY_AMBIGUOUS', `${line} = ${lines}`));
      return;
    }
    if (index !== undefined && known !== undefined) {
      known.row = fillIn(known.row, row);
      notes.push(listProblem(line, 'DUPLICATE_IN_FILE', `${line} = ${known.line}`));
    } else rows.push({ line, row });
    for (const key of identityKeysOf(row)) if (!first.has(key)) first.set(key, index ?? rows.length - 1);
  };

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
      addRow(listRow.line, parsed.row);
    } else problems.push(...parsed.problems);
  }
  return {
    companies: rows.map(({ line, row }) => ({ line, row, identity: identityOf(row) })),
    problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    notes,
    identities,
  };
};

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
