/** From a row of a company list to what the domain imports: values parsed, every doubt named with its line. */

import type { ProductInput } from '../domain/account/command-inputs';
import { type DateKind, isUnlikelyDate } from '../domain/account/date-bounds';
import { definedFields } from '../domain/account/defined-fields';
import type { Member } from '../domain/account/team';
import type { BusinessCalendar } from '../domain/calendar/business-days';
import { type Cadence, onBusinessDay } from '../domain/calendar/cadence';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { DateProblem } from '../domain/calendar/date-problem';
import { parseTypedDate } from '../domain/calendar/typed-date';
import type { ImportRow } from '../domain/commands/import-row';
import { companyDomains } from '../domain/company/company-identity';
import { parseCorporateNumber } from '../domain/company/corporate-number';
import { keysOf } from '../domain/status/table-keys';
import type { ListRow } from './company-list';
import { type DateChoice, type DateField, type DateWriting, dateWritingOf, isSerial } from './date-writing';
import type { ListField } from './list-headers';
import { type ListProblem, type ListProblemCode, listProblem } from './list-problems';
import { ownerOfWord, statusOfWord, type WordMeanings } from './list-words';

export interface ImportRowOptions extends DateChoice {
  /** Name of the list. */
  list: string;
  today: CalendarDate;
  fiscalYearStartMonth: number;
  cadence: Cadence;
  calendar: BusinessCalendar;
  members: readonly Member[];
  /** What a person has said of words for statuses and owners. */
  meanings: WordMeanings;
  /** What every company of the list uses; where a row names a product of its own, that one. */
  product?: string | undefined;
}

const YES = /^(はい|有|あり|済|済み|○|◯|yes|y|true|1|✓|✔)$/i;
const NO = /^(いいえ|無|なし|未|×|no|n|false|0|-)?$/i;

/** Cells of one row that must not be longer than the store and the sheet show well. */
const MAX_CHARACTERS = 300;

export const parseImportRow = (
  { line, values }: ListRow,
  terms: ImportRowOptions,
  writing: DateWriting = dateWritingOf([], terms, terms.today),
): { row: ImportRow; notes: ListProblem[] } | { problems: ListProblem[] } => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const problemOf = (code: ListProblemCode, field: ListField): ListProblem =>
    listProblem(line, code, `${field}: ${(values[field] ?? '').slice(0, 60)}`);
  const complain = (code: ListProblemCode, field: ListField): void => {
    problems.push(problemOf(code, field));
  };
  for (const field of keysOf(values))
    if ((values[field]?.length ?? 0) > MAX_CHARACTERS && field !== 'note') complain('VALUE_TOO_LONG', field);

  const dateOf = (field: DateField, kind: DateKind): CalendarDate | undefined => {
    const typed = values[field];
    if (typed === undefined) return undefined;
    const read = (from1904: boolean) =>
      parseTypedDate(typed, { ...terms, mayBeOld: true, order: writing.orderOf(field), from1904 });
    const parsed = read(writing.system === '1904');
    if ('problem' in parsed) {
      if (parsed.problem !== 'DATE_EMPTY')
        problems.push(withDays(problemOf(dateCode(parsed), field), parsed.suggestions));
      return undefined;
    }
    if (writing.system === null && isSerial(typed)) {
      const from1904 = read(true);
      const days = [parsed.date, ...('date' in from1904 ? [from1904.date] : [])];
      problems.push(withDays(problemOf('DATE_SYSTEM_UNCLEAR', field), days));
      return undefined;
    }
    if (isUnlikelyDate(kind, parsed.date, terms.today)) notes.push(problemOf('DATE_UNLIKELY', field));
    return parsed.date;
  };
  const past = (field: DateField, kind: DateKind): CalendarDate | undefined => {
    const date = dateOf(field, kind);
    if (date !== undefined && date > terms.today) complain('DATE_IN_FUTURE', field);
    return date;
  };

  /** On a business day; a contact since has done what was due before it. */
  const checkDateOf = (
    written: CalendarDate | undefined,
    lastContact: CalendarDate | undefined,
  ): CalendarDate | undefined => {
    if (written === undefined) return undefined;
    if (lastContact !== undefined && written <= lastContact) {
      notes.push(problemOf('NEXT_CHECK_DONE', 'nextCheck'));
      return undefined;
    }
    const date = onBusinessDay(written, terms.cadence, terms.calendar);
    if (date !== written) notes.push(withDays(problemOf('NEXT_CHECK_MOVED', 'nextCheck'), [date]));
    return date;
  };

  const product = values.product ?? terms.product;
  // A list of a product's users says so of each; a row of any list by the contract that it names.
  const isUser = terms.product !== undefined || hasContract(values);
  const unsaid = isUser ? 'CURRENT_CLIENT' : undefined;
  const told = statusOfWord(values.status, terms.meanings);
  const status = told === undefined || told === 'empty' ? unsaid : told;
  if (status === null) complain('STATUS_UNKNOWN', 'status');
  const number = values.corporateNumber === undefined ? null : parseCorporateNumber(values.corporateNumber);
  if (number !== null && 'problem' in number) complain('CORPORATE_NUMBER_WRONG', 'corporateNumber');
  const owner = ownerOfWord(values.owner, terms.meanings, terms.members);
  if (owner === null) complain('OWNER_UNKNOWN', 'owner');
  const met = YES.test(values.met ?? '') || !NO.test(values.met ?? '');
  const lastContact = past('lastContact', 'contact');
  const nextCheckDate = checkDateOf(dateOf('nextCheck', 'nextCheck'), lastContact);
  const productSince = past('productSince', 'useSince');
  if (problems.length > 0 || status === null || owner === null) return { problems };
  const used: ProductInput | undefined =
    product === undefined || (terms.product !== undefined && status !== 'CURRENT_CLIENT')
      ? undefined
      : {
          product,
          // Only a client uses one: of another company it is what it may use.
          state: status === 'CURRENT_CLIENT' ? 'live' : 'prospect',
          ...definedFields({ since: productSince, reference: values.reference }),
          source: `list:${terms.list}`,
        };
  return {
    row: definedFields({
      list: terms.list,
      listId: values.listId,
      details: definedFields({
        name: values.name ?? '',
        kana: values.kana,
        englishName: values.englishName,
        corporateNumber: number !== null && 'number' in number ? number.number : undefined,
        securitiesCode: values.securitiesCode,
        address: values.address,
        phone: values.phone,
        industry: values.industry,
        domains: domainsOf(values.domain, values.email),
      }),
      status,
      ownerId: owner,
      met,
      lastContact,
      nextCheckDate,
      products: used && [used],
    }),
    notes,
  };
};

const withDays = (problem: ListProblem, days: readonly CalendarDate[]): ListProblem =>
  days.length === 0 ? problem : { ...problem, days };

const dateCode = ({ problem }: DateProblem): ListProblemCode => {
  if (problem === 'DATE_AMBIGUOUS' || problem === 'DATE_TO_CONFIRM') return problem;
  return 'DATE_UNREADABLE';
};

const hasContract = ({ product, productSince, reference }: ListRow['values']): boolean =>
  product !== undefined && (productSince !== undefined || reference !== undefined);

/** The hosts of the company's web and e-mail addresses; undefined where none tells the company. */
const domainsOf = (...addresses: readonly (string | undefined)[]): string[] | undefined => {
  const hosts = addresses.flatMap((address) => companyDomains([address ?? '']).slice(0, 1));
  return hosts.length === 0 ? undefined : [...new Set(hosts)];
};
