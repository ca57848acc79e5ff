/**
 * Rows whose company stands above them, as merged cells leave them: a company with several contacts or products has its name in the
 * first of its rows alone. They are taken for such only where the whole file shows it, for a row may lack its company otherwise,
 * too: a guest who came to a seminar for nobody belongs to no company above.
 */
import { companyDomains } from '../domain/company/company-identity';
import { keysOf } from '../domain/status/table-keys';
import type { CompanyList, ListRow } from './company-list';
import { CONTACT_HEADERS } from './contact-headers';
import type { ListField } from './list-headers';
import { listProblem } from './list-problems';

/** A row of the table with its cells, of which not all are read. */
export interface TableRow {
  row: ListRow;
  cells: readonly string[];
}

/** A row without a company; `above` is the one directly above it that has one, with none but such rows between. */
export interface NamelessRow extends TableRow {
  above: TableRow | null;
  /** Line of the company with whose cell it is merged. */
  company?: number;
}

/** Fields of which a company may have several, each in its own row. */
const PART_FIELDS: ReadonlySet<ListField> = new Set<ListField>([
  ...keysOf(CONTACT_HEADERS),
  ...(['email', 'phone', 'product', 'productSince', 'productEnd', 'churnReason', 'reference'] as const),
  ...(['meetingDate', 'lastContact', 'note', 'branch'] as const),
]);
/** Fields that describe the company. */
const COMPANY_FIELDS = [
  'name',
  'kana',
  'englishName',
  'corporateNumber',
  'securitiesCode',
  'listId',
  'address',
  'domain',
  'status',
] as const satisfies readonly ListField[];

/** A single such row may as well be a mistake. */
const FEWEST = 2;

/** Adds the rows to their companies and notes it; other nameless rows stay problems. */
export const joinContinuedRows = (list: CompanyList, nameless: readonly NamelessRow[]): void => {
  const merged = nameless.flatMap(mergedWithAbove);
  const likely = nameless.filter(({ company }) => company === undefined).flatMap(likelyContinued);
  const continued = [...merged, ...(isShownByFile(list, likely) ? likely : [])].sort(
    (a, b) => a.row.line - b.row.line,
  );
  const rows = continued.map(({ row, above }): ListRow => {
    const ofCompany = COMPANY_FIELDS.flatMap((field) => {
      const value = above.row.values[field];
      return value === undefined ? [] : [[field, value] as const];
    });
    const values = { ...Object.fromEntries(ofCompany), ...ownValues(row.values, above.row.values) };
    return { line: row.line, values, continues: above.row.line };
  });
  const lines = new Set(rows.map(({ line }) => line));
  for (const { row, company } of nameless)
    if (!lines.has(row.line))
      list.problems.push(
        company === undefined
          ? listProblem(row.line, 'ROW_NO_NAME')
          : listProblem(row.line, 'FIRST_ROW_LEFT_OUT', `${row.line} < ${company}`),
      );
  list.rows.push(...rows);
  list.rows.sort((a, b) => a.line - b.line);
  const [first] = rows;
  if (first === undefined) return;
  const named = rows.slice(0, MAX_LINES_NAMED).map(({ line, values }) => `${line}: ${values.name}`);
  const detail = `${named.join(' / ')}${rows.length > MAX_LINES_NAMED ? ` … (×${rows.length})` : ''}`;
  list.notes.push(listProblem(first.line, 'COMPANY_FROM_ABOVE', detail));
};

const MAX_LINES_NAMED = 8;

type ContinuedRow = NamelessRow & { above: TableRow };

/** The row, where its company's cell is merged with the one above. */
const mergedWithAbove = ({ row, cells, above, company }: NamelessRow): ContinuedRow[] =>
  above !== null && company === above.row.line ? [{ row, cells, above }] : [];

/**
 * The row, where it says nothing about the company that differs from the row above, and has a field of which a company may have
 * several.
 */
const likelyContinued = ({ row, cells, above }: NamelessRow): ContinuedRow[] => {
  if (above === null) return [];
  const fields = keysOf(row.values);
  const isOfCompany = fields.every(
    (field) => PART_FIELDS.has(field) || row.values[field] === above.row.values[field],
  );
  const hasPart = fields.some((field) => PART_FIELDS.has(field) && field !== 'note');
  return isOfCompany && hasPart ? [{ row, cells, above }] : [];
};

/** The phone beside a further person is that person's, since the company has its own in the row above. */
const ownValues = (values: ListRow['values'], above: ListRow['values']): ListRow['values'] => {
  const { phone, ...others } = values;
  if (phone === undefined || phone === above.phone || others.contactPhone !== undefined) return values;
  return above.phone === undefined ? values : { ...others, contactPhone: phone };
};

/** Exports of other products have complete rows. */
const isShownByFile = (list: CompanyList, rows: readonly ContinuedRow[]): boolean =>
  list.writtenBy === null &&
  rows.length >= FEWEST &&
  isNameInFront(list, rows) &&
  !rows.some((row) => isMailOf(row) === false) &&
  (hasColumnEmptiedAlike(list, rows) || rows.filter((row) => isMailOf(row) === true).length >= FEWEST);

/** Merged cells stand in front of what they hold together; a list of persons has their names first. */
const isNameInFront = ({ columns }: CompanyList, rows: readonly ContinuedRow[]): boolean => {
  const name = columns.findIndex(({ field }) => field === 'name');
  return rows.every(({ cells }) =>
    columns.every(({ field }, index) => {
      const isPart = field !== null && field !== 'note' && PART_FIELDS.has(field);
      return index > name || !isPart || cells[index] === '';
    }),
  );
};

/** Another column is filled in each first row and empty in all others, so it was merged, too. */
const hasColumnEmptiedAlike = ({ columns }: CompanyList, rows: readonly ContinuedRow[]): boolean =>
  columns.some(
    ({ field }, index) =>
      field !== 'name' &&
      (field === null || !PART_FIELDS.has(field)) &&
      rows.every(({ cells, above }) => (cells[index] ?? '') === '' && (above.cells[index] ?? '') !== ''),
  );

/** Whether the person's mail domain is the company's; undefined where one of them has none, as at a mail provider. */
const isMailOf = ({ row, above }: ContinuedRow): boolean | undefined => {
  const own = [row.values.email, row.values.contactEmail].filter((address) => address !== undefined);
  const { domain, email, contactEmail } = above.row.values;
  const company = companyDomains([domain ?? '', email ?? '', contactEmail ?? '']);
  if (own.length === 0 || company.length === 0) return undefined;
  return companyDomains(own).some((host) => company.includes(host));
};
