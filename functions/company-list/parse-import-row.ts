/** Turns a row of a list into the domain's import row: values are parsed, and every doubt is reported with its line. */

import { definedFields } from '../domain/account/defined-fields';
import type { Member } from '../domain/account/team';
import type { BusinessCalendar } from '../domain/calendar/business-days';
import { type Cadence, onBusinessDay } from '../domain/calendar/cadence';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { ImportRow } from '../domain/commands/import-row';
import { parseCorporateNumber } from '../domain/company/corporate-number';
import { namesACompany } from '../domain/company/name/names-a-company';
import { keysOf } from '../domain/status/table-keys';
import { MAX_WORD_LENGTH } from '../domain/text/fold-word';
import type { ListRow } from './company-list';
import { CONTACT_HEADERS } from './contact-headers';
import { type DateChoice, type DateWriting, dateWritingOf } from './date-writing';
import type { ListField } from './list-headers';
import { type ListProblem, listProblem } from './list-problems';
import { MEMBER_FIELDS, statusOfWord, type WordMeanings } from './list-words';
import { withPersonsApart } from './persons-apart';
import { phoneOf } from './phone-number';
import { plainValues } from './plain-values';
import { contactsOf } from './row-contact';
import { domainsOf } from './row-domains';
import { type NeedTerms, needOf } from './row-need';
import { ownersOf } from './row-owners';
import { hasContract, productsOfRow } from './row-product';
import { type RowReading, readingOf } from './row-reading';
import { saysYes } from './yes-or-no';

export interface ImportRowOptions extends DateChoice, NeedTerms {
  /** Name of the list. */
  list: string;
  today: CalendarDate;
  fiscalYearStartMonth: number;
  /** The team's day of an instant (ISO 8601 in UTC). */
  dayOfInstant?: (instant: string) => CalendarDate;
  cadence: Cadence;
  calendar: BusinessCalendar;
  members: readonly Member[];
  /** A person's meanings of words for statuses and owners. */
  meanings: WordMeanings;
  /** A product that every company of the list uses; a product in the row takes precedence. */
  product?: string | undefined;
}

/** In characters, so that the store and the sheet can show the values; longer notes are cut. */
const MAX_CHARACTERS = 300;
const LONGEST_OF_FIELD: Readonly<Partial<Record<ListField, number>>> = {
  note: Number.POSITIVE_INFINITY,
  // Of these only an unknown one can be too long.
  ...Object.fromEntries(
    (['status', ...MEMBER_FIELDS] as const).map((field) => [field, Number.POSITIVE_INFINITY]),
  ),
  ...Object.fromEntries(keysOf(CONTACT_HEADERS).map((field) => [field, 200])),
  ...{ latentNeed: 2000, awaitedCondition: 2000, lostReason: 2000, revisitCondition: 2000 },
};

export const parseImportRow = (
  { line, values: written, contacts: further = [] }: ListRow,
  terms: ImportRowOptions,
  writing: DateWriting = dateWritingOf([], terms, terms.today),
): { row: ImportRow; notes: ListProblem[] } | { problems: ListProblem[] } => {
  const apart = withPersonsApart(plainValues(written), further.map(plainValues), terms.language);
  const { values } = apart;
  const reading = readingOf({ line, values }, terms, writing);
  const { problems, notes, complain, pastDateOf } = reading;
  notes.push(...apart.told.map(({ code, detail }) => listProblem(line, code, detail)));
  for (const field of keysOf(values))
    if ((values[field]?.length ?? 0) > (LONGEST_OF_FIELD[field] ?? MAX_CHARACTERS))
      complain('VALUE_TOO_LONG', field);

  const complainOfWord = (code: 'STATUS_UNKNOWN' | 'OWNER_UNKNOWN', field: ListField): void =>
    // Nobody is asked what a longer one means.
    complain((values[field]?.length ?? 0) > MAX_WORD_LENGTH ? 'VALUE_TOO_LONG' : code, field);

  // A list of a product's users says so of each; a row of any list by the contract that it names.
  const isUser = terms.product !== undefined || hasContract(values);
  const unsaid = isUser ? 'CURRENT_CLIENT' : undefined;
  const told = statusOfWord(values.status, terms.meanings);
  const status = told === undefined || told === 'empty' ? unsaid : told;
  if (status === null) complainOfWord('STATUS_UNKNOWN', 'status');
  const number = values.corporateNumber === undefined ? null : parseCorporateNumber(values.corporateNumber);
  if (number !== null && 'problem' in number) complain('CORPORATE_NUMBER_WRONG', 'corporateNumber');
  const owners = ownersOf(reading, terms);
  if ('unknown' in owners) for (const field of owners.unknown) complainOfWord('OWNER_UNKNOWN', field);
  const met = saysYes(values.met);
  const lastContact = pastDateOf('lastContact', 'contact');
  const statusSince = pastDateOf('statusSince', 'statusSince');
  const nextCheckDate = checkDateOf(reading, lastContact, terms);
  const contacts = contactsOf(reading, apart.further);
  const products = productsOfRow(reading, status ?? undefined, terms);
  const need = needOf(reading, { status: status ?? undefined, nextCheckDate, products, contacts }, terms);
  const data = { ...need, ...(contacts.length === 0 ? {} : { contacts }) };
  if (problems.length > 0 || status === null || 'unknown' in owners) return { problems };
  return {
    row: definedFields({
      list: terms.list,
      listId: values.listId,
      details: definedFields({
        name: values.name ?? '',
        kana: nameIn(reading, 'kana'),
        englishName: nameIn(reading, 'englishName'),
        corporateNumber: number !== null && 'number' in number ? number.number : undefined,
        securitiesCode: values.securitiesCode,
        address: values.address,
        phone: phoneOf(reading, 'phone'),
        industry: values.industry,
        otherNames: otherNamesOf(values.otherNames, values.name),
        domains: domainsOf(values),
      }),
      status,
      statusSince,
      ...owners,
      met,
      lastContact,
      nextCheckDate,
      products,
      data: Object.keys(data).length === 0 ? undefined : data,
    }),
    notes,
  };
};

/** Moved to a business day; dropped where a later contact has done what was due. */
const checkDateOf = (
  { dateOf, remark }: RowReading,
  lastContact: CalendarDate | undefined,
  { cadence, calendar }: ImportRowOptions,
): CalendarDate | undefined => {
  const written = dateOf('nextCheck', 'nextCheck');
  if (written === undefined) return undefined;
  if (lastContact !== undefined && written <= lastContact) {
    remark('NEXT_CHECK_DONE', 'nextCheck');
    return undefined;
  }
  const date = onBusinessDay(written, cadence, calendar);
  if (date !== written) remark('NEXT_CHECK_MOVED', 'nextCheck', [date]);
  return date;
};

/** Undefined also for 株式会社 alone or a dash, which stand for an unknown name. */
const nameIn = ({ values, remark }: RowReading, field: 'kana' | 'englishName'): string | undefined => {
  const name = values[field];
  if (name === undefined || namesACompany(name)) return name;
  remark('NAMES_LEFT_OUT', field);
  return undefined;
};

/** A cell with more names than this does not hold names of one company. */
const MAX_OTHER_NAMES = 20;

/** Several names stand in one cell, with 、 ; | or line breaks between them; a comma may belong to a name (Hachi Co., Ltd.). */
const otherNamesOf = (cell: string | undefined, name: string | undefined): string[] | undefined => {
  const names = (cell ?? '').split(/[、;；|｜\n]/).map((one) => one.trim());
  const others = [...new Set(names)].filter((one) => one !== '' && one !== name && namesACompany(one));
  return others.length === 0 ? undefined : others.slice(0, MAX_OTHER_NAMES);
};
