/** Finds what each column of a list holds, by its header in the spellings of real lists. */
import { namesACompany } from '../domain/company/name/names-a-company';
import { findFurtherContacts } from './further-contacts';
import { foldHeader, type HeaderMeaning, isBareName, LIST_FIELDS, meaningOfHeader } from './header-fields';
import type { ListField } from './list-headers';
import { type ListProblem, listProblem } from './list-problems';

export interface MappedColumn {
  header: string;
  /** Null for a column that is not read. */
  field: ListField | null;
}

/** A person's mapping of columns: by header for a field, or by position, where null means "not read". */
export interface ListMapping {
  headers?: Partial<Record<ListField, string>>;
  columns?: Readonly<Record<number, ListField | null>>;
}

/** Fields that may have several columns: one for each status, and one for each fact about a further contact. */
const SEVERAL_COLUMNS: ReadonlySet<ListField> = new Set(['statusMark', 'furtherContact']);

export const isOfSeveralColumns = (field: ListField): boolean => SEVERAL_COLUMNS.has(field);

export interface MappedColumns {
  columns: MappedColumn[];
  problems: ListProblem[];
  notes: ListProblem[];
}

/**
 * What `mapping` says comes first, then what is known of the export that the list is; then, for a field that nothing names, the
 * first column that has a known header; last of all, what else may be the company's name. `line` is where the header stands,
 * for the problems.
 */
export function mapColumns(
  header: readonly string[],
  { headers = {}, columns: said = {} }: ListMapping,
  line: number,
  ofExport: Readonly<Record<string, ListField | null>> = {},
): MappedColumns {
  const problems: ListProblem[] = [];
  const folded = header.map(foldHeader);
  const columns = header.map((name): MappedColumn => ({ header: name, field: null }));
  const taken = new Set<ListField>();
  const give = (column: MappedColumn | undefined, field: ListField | null, wanted: string): void => {
    const isTaken = field !== null && !isOfSeveralColumns(field) && taken.has(field);
    if (column === undefined || column.field !== null || isTaken)
      problems.push(listProblem(line, 'MAPPING_WRONG', `${field ?? '-'}: ${wanted}`));
    else {
      column.field = field;
      if (field !== null) taken.add(field);
    }
  };
  for (const [index, field] of Object.entries(said)) give(columns[Number(index)], field, index);
  for (const field of LIST_FIELDS) {
    const wanted = headers[field];
    if (wanted !== undefined) give(columns[folded.indexOf(foldHeader(wanted))], field, wanted);
  }
  const beside = Object.keys(said).length === 0 ? tableBeside(header) : null;
  const open = columns
    .slice(0, beside ?? columns.length)
    .filter(
      ({ field }, index) => field === null && said[index] !== null && ofExport[folded[index] ?? ''] !== null,
    );
  const take = (meaningOf: (index: number) => ListField | undefined): void => {
    columns.forEach((column, index) => {
      const field = column.field === null && open.includes(column) ? meaningOf(index) : undefined;
      if (field === undefined || taken.has(field)) return;
      column.field = field;
      taken.add(field);
    });
  };
  const meanings = header
    .map(meaningOfHeader)
    .map((meaning, index, all) =>
      meaning?.field === 'kana' && isReadingOfPerson(header, all, index) ? null : meaning,
    );
  take((index) => ofExport[folded[index] ?? ''] ?? undefined);
  take((index) => (meanings[index]?.isWeak === false ? meanings[index]?.field : undefined));
  take((index) => meanings[index]?.field);
  const isPersonNamed = columns.some(({ header: one, field }) => field === 'contactName' && !isBareName(one));
  const isOfPersons = OF_PERSONS.some((field) => taken.has(field)) && !isPersonNamed;
  const nameColumn = taken.has('name') ? undefined : otherNameColumn(open, isOfPersons);
  if (nameColumn !== undefined) nameColumn.field = 'name';
  for (const index of findFurtherContacts(columns)) {
    const column = columns[index];
    if (column !== undefined && open.includes(column)) column.field = 'furtherContact';
  }
  const besideNotes =
    beside === null ? [] : [listProblem(line, 'OTHER_TABLE_BESIDE', header.slice(beside).join(' / '))];
  return { columns, problems, notes: [...besideNotes, ...duplicateNotes(header, folded, said, line)] };
}

const isName = (header: string): boolean => meaningOfHeader(header)?.field === 'name';

/**
 * Where a second table begins: behind a column without a header, with companies of its own in its first column. Null where none does:
 * a table may have empty columns within.
 */
const tableBeside = (header: readonly string[]): number | null => {
  const index = header.findIndex((one, at) => at > 1 && header[at - 1] === '' && isName(one));
  return index !== -1 && header.slice(0, index).some(isName) ? index : null;
};

const PERSON_NAMES: ReadonlySet<ListField> = new Set([
  'contactName',
  'contactFamilyName',
  'contactGivenName',
]);

/** A reading belongs to the name before it: behind 氏名, よみがな is the reading of the person's name. */
const isReadingOfPerson = (
  header: readonly string[],
  meanings: readonly (HeaderMeaning | null)[],
  index: number,
): boolean => {
  if (/会社|企業|法人|社名|商号|company/i.test(header[index] ?? '')) return false;
  const named = meanings
    .slice(0, index)
    .findLast((meaning) => meaning !== null && (meaning.field === 'name' || PERSON_NAMES.has(meaning.field)));
  return named != null && named.field !== 'name';
};

const OF_PERSONS: readonly ListField[] = [
  'contactFamilyName',
  'contactGivenName',
  'contactDepartment',
  'contactTitle',
];

/** Where no column is clearly the company's name: an alternative name of the company, or a name that need not be a person's. */
const otherNameColumn = (columns: readonly MappedColumn[], isOfPersons: boolean): MappedColumn | undefined =>
  columns.find(({ field }) => field === 'otherNames') ??
  (isOfPersons ? undefined : columns.find(({ header }) => isBareName(header)));

/** Left out where a person has assigned every column, since they have seen the repeated header. */
const duplicateNotes = (
  header: readonly string[],
  folded: readonly string[],
  said: NonNullable<ListMapping['columns']>,
  line: number,
): ListProblem[] => {
  if (Object.keys(said).length > 0) return [];
  const twice = new Set(folded.filter((name, index) => name !== '' && folded.indexOf(name) < index));
  return [...twice].map((name) => listProblem(line, 'HEADER_DUPLICATE', header[folded.indexOf(name)]));
};

const isNumber = (value: string): boolean => /^\d[\d.,]*(e\+?\d+)?$/.test(normalizedValue(value));

/** Accepts a T before it, hyphens, and a number shortened by a spreadsheet (1.23E+12). */
const isCorporateNumber = (value: string): boolean => isNumber(normalizedValue(value).replace(/^t/, ''));

const normalizedValue = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:法人番号|登録番号|no\.?|№)[:.]*/, '')
    .replace(/[\s‐-―−-]/g, '');

const LEGAL_FORM =
  /株式会社|有限会社|合同会社|合資会社|合名会社|[(（][株有同][)）]|㈱|㈲|\b(?:Inc|LLC|GmbH|Corp)\b|\bLtd/i;

export const looksLikeCompany = (cell: string): boolean =>
  LEGAL_FORM.test(cell) && cell.length < 60 && namesACompany(cell);

/** Whether a record looked at for headers is a row of values: it has a company's name or number. */
export const looksLikeData = (cells: readonly string[]): boolean =>
  cells.some(
    (cell) =>
      (looksLikeCompany(cell) && meaningOfHeader(cell) === null) || /^t?\d{13}$/.test(normalizedValue(cell)),
  );

const LOOKS_WRONG: Partial<Record<ListField, (value: string) => boolean>> = {
  name: isNumber,
  corporateNumber: (value) => !isCorporateNumber(value),
};

/** Columns whose values mostly are of another kind than their field: columns were shifted. */
export function findMisplacedColumns(
  columns: readonly MappedColumn[],
  rows: readonly Partial<Record<ListField, string>>[],
  line: number,
): ListProblem[] {
  return columns.flatMap(({ header, field }) => {
    const looksWrong = field && LOOKS_WRONG[field];
    if (!looksWrong) return [];
    const values = rows.flatMap((row) => row[field] ?? []);
    const wrong = values.filter(looksWrong);
    if (wrong.length * 2 <= values.length) return [];
    return [listProblem(line, 'COLUMN_LOOKS_WRONG', `${header}: ${wrong.slice(0, 3).join(' / ')}`)];
  });
}

const KEY_FIELDS: readonly ListField[] = ['corporateNumber', 'listId'];

/** Columns that would identify the companies, but are empty. */
export const findEmptyKeyColumns = (
  columns: readonly MappedColumn[],
  rows: readonly Partial<Record<ListField, string>>[],
  line: number,
): ListProblem[] =>
  columns.flatMap(({ header, field }) =>
    field !== null &&
    KEY_FIELDS.includes(field) &&
    rows.length > 0 &&
    rows.every((row) => row[field] === undefined)
      ? [listProblem(line, 'KEY_COLUMN_EMPTY', header)]
      : [],
  );
