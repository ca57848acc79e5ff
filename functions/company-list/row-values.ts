/** The values of a row by field, without placeholders, and with several columns joined into one value. */
import { definedFields } from '../domain/account/defined-fields';
import { companyDomainsIn } from '../domain/company/web-domain';
import { keysOf } from '../domain/status/table-keys';
import { withWholeAddress } from './address-parts';
import { isOfSeveralColumns, type MappedColumn } from './columns';
import type { ListRow } from './company-list';
import type { ListField } from './list-headers';
import { type ListProblem, type ListProblemCode, listProblem } from './list-problems';
import { readNameCell } from './name-cell';
import { withLegalForm } from './name-parts';
import { markedStatus } from './status-marks';

type Values = ListRow['values'];

/** The values as written in the cells. */
export const writtenValues = (cells: readonly string[], columns: readonly MappedColumn[]): Values => {
  const values: Values = {};
  columns.forEach(({ field }, index) => {
    const value = cells[index] ?? '';
    if (field && !isOfSeveralColumns(field) && value !== '') values[field] = value;
  });
  const status = values.status ?? markedStatus(cells, columns) ?? values.statusOtherwise;
  return status === undefined ? values : { ...values, status };
};

/**
 * What a row without a name has none of, its `name` neither. `mayHaveDepartment`: the header of the name's column says that a
 * department stands there, too.
 */
export const valuesOfRow = (
  line: number,
  written: Values,
  mayHaveDepartment = false,
): { values: Values; notes: ListProblem[] } => {
  const notes: ListProblem[] = [];
  const remark = (code: ListProblemCode, detail: string): void => {
    notes.push(listProblem(line, code, detail));
  };
  const said = Object.entries(written).filter(([key, value]) => {
    const field = key as ListField;
    if (field !== 'name' && isSheetError(value)) remark('VALUE_IS_ERROR', `${field}: ${value}`);
    else if (STREETS.has(field) && MISREAD_STREET.test(value)) remark('STREET_IS_DATE', `${field}: ${value}`);
    else return true;
    return false;
  });
  const values: Values = Object.fromEntries(said);
  const named = withoutAsides(withWholeAddress(values), mayHaveDepartment, remark);
  return { values: withName(withLegalForm(named, remark), remark), notes };
};

/** What stands in the name's cell beside the name goes where it belongs, and is told. */
const withoutAsides = (
  values: Values,
  mayHaveDepartment: boolean,
  remark: (code: ListProblemCode, detail: string) => void,
): Values => {
  if (values.name === undefined) return values;
  const cell = readNameCell(values.name, mayHaveDepartment);
  const { name, otherNames, remarks, facts, unclear } = cell;
  const told = `${values.name} → ${name}`;
  const isNamed = values.contactName !== undefined || values.contactFamilyName !== undefined;
  const isTaken = (field: keyof typeof facts): boolean =>
    values[field] !== undefined || (isNamed && (field === 'contactName' || field === 'contactTitle'));
  const [taken, free] = [true, false].map((is) => keysOf(facts).filter((field) => isTaken(field) === is));
  const textsOf = (fields: readonly (keyof typeof facts)[] = []): string[] =>
    fields.flatMap((field) => facts[field] ?? []);
  const noted = [...remarks, ...textsOf(taken)];
  if (otherNames.length > 0) remark('NAME_WITH_OTHER_NAME', [told, ...otherNames].join(' / '));
  if (noted.length > 0) remark('NAME_WITH_REMARK', [told, ...noted].join(' / '));
  if (textsOf(free).length > 0) remark('NAME_WITH_FACTS', [told, ...textsOf(free)].join(' / '));
  if (unclear.length > 0) remark('NAME_AS_WRITTEN', values.name);
  return definedFields({
    ...Object.fromEntries((free ?? []).map((field) => [field, facts[field]])),
    ...values,
    name,
    otherNames: joined([values.otherNames, ...otherNames]),
    note: joined([values.note, ...noted]),
  });
};

/** Lines, as in a cell. */
const joined = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter((one) => one !== undefined).join('\n') || undefined;

/** CRM systems make companies of web addresses alone; such a row is kept under that address. */
const withName = (values: Values, remark: (code: ListProblemCode, detail: string) => void): Values => {
  if (values.name !== undefined) return { ...values, name: values.name.replace(FORM_OF_ADDRESS, '') };
  const [domain] = companyDomainsIn(values.domain ?? '');
  if (domain === undefined) return values;
  remark('NAME_FROM_DOMAIN', domain);
  return { ...values, name: domain };
};

/** Honorifics on labels for letters: 株式会社甲 御中, 甲株式会社 様. */
const FORM_OF_ADDRESS = /(?<=\S)(?:\s*御中|(?:(?<=社|\))|\s+)(?:様|殿))$/u;

/** The text that a spreadsheet shows where a formula has failed. */
export const isSheetError = (value: string): boolean => SHEET_ERROR.test(value);
const SHEET_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME[?!]|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!|GETTING_DATA)$/;

const STREETS: ReadonlySet<ListField> = new Set<ListField>(['address', 'street', 'building']);
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
/**
 * The whole cell as a spreadsheet shows the day that it has taken 3-11-2 or 3-11 for. With hyphens only as programs write a day:
 * 2003-11-2 may be a lot.
 */
const MISREAD_STREET = new RegExp(
  [
    '(?:19|20)\\d\\d/\\d{1,2}/\\d{1,2}(?: 0{1,2}:00(?::00)?)?',
    '(?:19|20)\\d\\d-\\d\\d-\\d\\d(?:[ T]00:00(?::00)?.*)?',
    '(?:(?:19|20)\\d\\d年)?\\d{1,2}月\\d{1,2}日',
    '\\d{1,2}/\\d{1,2}/(?:19|20)\\d\\d',
    `\\d{1,2}-${MONTH}(?:-\\d{2,4})?`,
    `${MONTH}-\\d{2,4}`,
  ]
    .map((form) => `^${form}$`)
    .join('|'),
  'i',
);
