/** Which column of a list holds what: found by its header, in the spellings that lists in use have. */
import { keysOf } from '../domain/status/table-keys';
import { HEADERS, type ListField } from './list-headers';
import { type ListProblem, listProblem } from './list-problems';

export interface MappedColumn {
  header: string;
  /** Null for a column that is not read. */
  field: ListField | null;
}

/** What a person says of the columns: by its header for a field, or by position, where null is "not read". */
export interface ListMapping {
  headers?: Partial<Record<ListField, string>>;
  columns?: Readonly<Record<number, ListField | null>>;
}

const foldHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-・]+/g, '');

export const LIST_FIELDS = keysOf(HEADERS);

const BY_HEADER: ReadonlyMap<string, ListField> = new Map(
  LIST_FIELDS.flatMap((field) =>
    HEADERS[field].map((header): [string, ListField] => [foldHeader(header), field]),
  ),
);

/**
 * What `mapping` says comes first; then the first column that has a known header for a field that nothing names.
 * `line` is where the header stands, for the problems.
 */
export function mapColumns(
  header: readonly string[],
  { headers = {}, columns: said = {} }: ListMapping,
  line: number,
): { columns: MappedColumn[]; problems: ListProblem[] } {
  const problems: ListProblem[] = [];
  const folded = header.map(foldHeader);
  const columns = header.map((name): MappedColumn => ({ header: name, field: null }));
  const taken = new Set<ListField>();
  const twice = new Set(folded.filter((name, index) => name !== '' && folded.indexOf(name) < index));
  // Who says what each column is has seen that two have one header.
  for (const name of Object.keys(said).length > 0 ? [] : twice)
    problems.push(listProblem(line, 'HEADER_DUPLICATE', header[folded.indexOf(name)]));
  const give = (column: MappedColumn | undefined, field: ListField | null, wanted: string): void => {
    if (column === undefined || column.field !== null || (field !== null && taken.has(field)))
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
  columns.forEach((column, index) => {
    const field = BY_HEADER.get(folded[index] ?? '');
    if (!field || column.field !== null || taken.has(field) || said[index] === null) return;
    column.field = field;
    taken.add(field);
  });
  return { columns, problems };
}

const isNumber = (value: string): boolean => /^\d[\d.,]*(e\+?\d+)?$/.test(normalizedValue(value));

/** Also with a T in front, with hyphens, or as a spreadsheet mangles it (1.23E+12). */
const isCorporateNumber = (value: string): boolean => isNumber(normalizedValue(value).replace(/^t/, ''));

const normalizedValue = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s‐-―−-]/g, '');

/** A row of values where a header is looked for: it has a company or its number in it. */
export const looksLikeData = (cells: readonly string[]): boolean =>
  cells.some(
    (cell) =>
      /株式会社|有限会社|合同会社|[(（][株有同][)）]|㈱|㈲|Inc\.|Ltd\.?/.test(cell) ||
      /^t?\d{13}$/.test(normalizedValue(cell)),
  );

const LOOKS_WRONG: Partial<Record<ListField, (value: string) => boolean>> = {
  name: isNumber,
  corporateNumber: (value) => !isCorporateNumber(value),
};

/** A column whose values are, in their majority, of another kind than its field wants: columns were shifted. */
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
