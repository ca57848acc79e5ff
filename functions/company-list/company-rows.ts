/** Turns the rows of a list into companies: rows of the same company are joined, and each company gets its identity. */
import { setImmediate } from 'node:timers/promises';
import type { ImportRow } from '../domain/commands/import-row';
import { validCorporateNumber } from '../domain/company/corporate-number';
import { duplicateNameKeys, type MatchingTrait } from '../domain/company/duplicates';
import { type Likeness, likenessOf } from '../domain/company/likely-company';
import { spellingKeys } from '../domain/company/match-keys';
import { isSameCompanyName } from '../domain/company/name/same-name';
import { nameAddressKey } from '../domain/company/name-address-key';
import type { CompanyList } from './company-list';
import { dateWritingOf } from './date-writing';
import { differencesOf, joinRows, type WrittenRow, withOwnPhone } from './joined-rows';
import type { ListField } from './list-headers';
import { type ListProblem, listProblem } from './list-problems';
import { type ListWord, unknownWordsOf } from './list-words';
import { type ImportRowOptions, parseImportRow } from './parse-import-row';
import { withRemarksOnce } from './repeated-remarks';
import { companyClosureOf } from './row-closure';
import {
  areDifferent,
  areMaybeOne,
  decisionKeyOf,
  identityKeysOf,
  identityOf,
  isKnownByName,
  rowDomains,
} from './row-identity';

export interface CompanyRow {
  /** Line of the company's first row. */
  line: number;
  row: ImportRow;
  /** Identifies the row's company; the ID of a new account is derived from it. */
  identity: string;
  /** The key under which a person's decision about the row is stored; it distinguishes rows with the same name. */
  key: string;
  /** How the company ended, according to the list. */
  closure?: string;
}

export interface CompanyRows {
  companies: CompanyRow[];
  /** Each problem excludes its row. */
  problems: ListProblem[];
  /** Remarks that exclude no row. */
  notes: ListProblem[];
  /** Rows that are likely the company of an earlier row and wait for a decision; they are left out. */
  undecided: UndecidedTwin[];
  /** Rows that were decided to be the company of an earlier row, or another one. */
  decided: DecidedTwin[];
  identities: ListIdentities;
  /** Words for statuses and owners whose meaning a person decides. */
  words: ListWord[];
}

export interface UndecidedTwin {
  company: CompanyRow;
  /** The earlier row. */
  earlier: CompanyRow;
  why: readonly MatchingTrait[];
}

export type DecidedTwin = Omit<UndecidedTwin, 'why'> & { is: 'same' | 'another' };

/** The decision about a row, by its key. */
export type TwinRule = (key: string) => 'same' | 'another' | 'ask';

/** The identities of all rows, including those that cannot be imported; a company that matches none of them has left the list. */
export interface ListIdentities {
  /** Corporate numbers, 13 digits each. */
  numbers: ReadonlySet<string>;
  /** The list's own IDs. */
  ids: ReadonlySet<string>;
  /** Keys from `nameAddressKey`. */
  nameAddresses: ReadonlySet<string>;
  /** Decision keys of rows without number and ID. */
  keys: ReadonlySet<string>;
}

/** In longer lists rows are only compared by their folded names, since working out other spellings takes too long. */
const MOST_ROWS_BY_SPELLING = 5_000;

/** Two numbers or two IDs mean two companies: where every row has one, spellings need not be compared. */
const maySpellOtherwise = (rows: CompanyList['rows']): boolean =>
  rows.length <= MOST_ROWS_BY_SPELLING &&
  rows.some(({ values }) => values.corporateNumber === undefined) &&
  rows.some(({ values }) => values.listId === undefined);

/** Even at one address, two IDs of the list or two legal forms mean two companies. */
const isSameAtAddress = (known: ImportRow, row: ImportRow): boolean =>
  !areDifferent(known.listId, row.listId) && likenessOf(row.details, known.details) !== null;

const STATUS_FIELDS: ReadonlySet<ListField> = new Set(['status', 'statusMark', 'statusOtherwise']);

/** Rows parsed before other requests to the functions get their turn. */
const ROWS_PER_TURN = 500;

/** The importable rows, one for each company, and all problems of the list. */
export const companyRowsOf = async (
  list: CompanyList,
  terms: ImportRowOptions,
  twinRule: TwinRule,
): Promise<CompanyRows> => {
  const writing = dateWritingOf(list.rows, terms, terms.today);
  const collected: Collected = {
    rows: [],
    byKey: new Map(),
    byTwinKey: new Map(),
    byDomain: new Map(),
    byLine: new Map(),
    isSpelledOtherwise: maySpellOtherwise(list.rows),
    undecided: [],
    decided: [],
    problems: [...list.problems],
    notes: [...list.notes, ...writing.notes],
  };
  const hasStatuses = list.columns.some(({ field }) => field !== null && STATUS_FIELDS.has(field));
  const identities = {
    numbers: new Set<string>(),
    ids: new Set<string>(),
    nameAddresses: new Set<string>(),
    keys: new Set<string>(),
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
      collected.notes.push(...parsed.notes);
      if (number === null && listId === undefined) identities.keys.add(decisionKeyOf(parsed.row));
      if (hasStatuses && parsed.row.status === undefined)
        collected.notes.push(listProblem(listRow.line, 'STATUS_EMPTY', name));
      const closure = companyClosureOf(listRow.values);
      const listed = {
        ...{ line: listRow.line, row: parsed.row, written: listRow.values },
        ...(closure === null ? {} : { closure }),
      };
      if (listRow.continues === undefined) addRow(collected, listed, twinRule);
      else continueRow(collected, listed, listRow.continues);
    } else collected.problems.push(...parsed.problems);
  }
  const { rows, undecided, decided, problems, notes } = collected;
  return {
    companies: rows.map(companyOf),
    problems: withRemarksOnce(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))),
    notes: withRemarksOnce(notes),
    undecided,
    decided,
    identities,
    words: unknownWordsOf(list.rows, terms.meanings, terms.members),
  };
};

/** The rows of the list so far, joined by company, and what was found. */
interface Collected {
  rows: ListedRow[];
  /** The first row with each key that identifies a company. */
  byKey: Map<string, ListedRow>;
  byTwinKey: Map<string, ListedRow[]>;
  /** The first row with each web domain; a list may have the same domain in all its rows. */
  byDomain: Map<string, ListedRow>;
  /** The company's row that each line was joined to; null where a person has to decide. */
  byLine: Map<number, ListedRow | null>;
  isSpelledOtherwise: boolean;
  undecided: UndecidedTwin[];
  decided: DecidedTwin[];
  problems: ListProblem[];
  notes: ListProblem[];
}

const addRow = (collected: Collected, listed: ListedRow, twinRule: TwinRule): void => {
  const { line, row } = listed;
  const known = rowsWithKeysOf(collected, row);
  if ('reused' in known) {
    const places = `${line} / ${known.reused.line}: ${row.listId}`;
    collected.problems.push(listProblem(line, 'LIST_ID_REUSED', places));
    return;
  }
  const [same, ...others] = known.same;
  if (same !== undefined && others.length > 0) {
    const lines = known.same.map((one) => one.line).join(', ');
    collected.problems.push(listProblem(line, 'COMPANY_AMBIGUOUS', `${line} = ${lines}`));
  } else if (same !== undefined) joinRow(collected, same, listed);
  else addByTwins(collected, listed, twinRule);
};

/** Earlier rows with the same key, or the row of another company with the same ID of the list. */
const rowsWithKeysOf = (
  { byKey }: Collected,
  row: ImportRow,
): { same: ListedRow[] } | { reused: ListedRow } => {
  const same = new Set<ListedRow>();
  for (const key of identityKeysOf(row)) {
    const known = byKey.get(key);
    if (known === undefined) continue;
    const isOther = areDifferent(known.row.details.corporateNumber, row.details.corporateNumber);
    if (isOther && key.startsWith('list:')) return { reused: known };
    if (!isOther && (!key.startsWith('name:') || isSameAtAddress(known.row, row))) same.add(known);
  }
  return { same: [...same] };
};

/** Of a row whose keys no earlier row has: its name may still be that of one, which a person then decides. */
const addByTwins = (collected: Collected, listed: ListedRow, twinRule: TwinRule): void => {
  const { line, row } = listed;
  const twins = likelyTwins(collected, row);
  const certain = certainTwin(row, twins);
  const [twin] = twins;
  if (certain !== undefined) joinRow(collected, certain.earlier, listed);
  else if (twin === undefined) {
    collected.notes.push(...otherNamesOfDomain(collected, listed));
    appendRow(collected, listed);
  } else {
    const rule = twinRule(decisionKeyOf(row));
    const { earlier, why } = twin;
    const rows = { company: companyOf({ line, row }), earlier: companyOf(earlier) };
    if (rule === 'ask') {
      collected.undecided.push({ ...rows, why });
      collected.byLine.set(line, null);
      return;
    }
    collected.decided.push({ ...rows, is: rule });
    if (rule === 'same') joinRow(collected, earlier, listed);
    else appendRow(collected, { ...listed, isTwin: true });
  }
};

/** Companies of a group may share a site, so this is only a remark. */
const otherNamesOfDomain = ({ byDomain }: Collected, { line, row }: ListedRow): ListProblem[] => {
  const [earlier] = rowDomains(row).flatMap((domain) => byDomain.get(domain) ?? []);
  if (earlier === undefined || !areMaybeOne(earlier.row, row)) return [];
  const names = [row, earlier.row].map(({ details }) => details.name).join(' / ');
  return [listProblem(line, 'SAME_DOMAIN_IN_FILE', `${line} = ${earlier.line}; ${names}`)];
};

/** What two rows of one company have in common, however its name is written. */
const twinKeysOf = ({ isSpelledOtherwise }: Collected, { details }: ImportRow): string[] => {
  const names = duplicateNameKeys(details);
  return isSpelledOtherwise ? [...new Set([...names, ...spellingKeys(details)])] : names;
};

const likelyTwins = (collected: Collected, row: ImportRow): Twin[] =>
  [...new Set(twinKeysOf(collected, row).flatMap((key) => collected.byTwinKey.get(key) ?? []))].flatMap(
    (earlier) => {
      if (areDifferent(earlier.row.listId, row.listId)) return [];
      const likeness = likenessOf(row.details, earlier.row.details);
      return likeness === null ? [] : [{ earlier, ...likeness }];
    },
  );

const joinRow = (collected: Collected, known: ListedRow, listed: ListedRow): void => {
  const { line, written } = listed;
  const row = withOwnPhone(listed.row, known.row);
  const differences = differencesOf(known, { row, written });
  const detail = [`${line} = ${known.line}`, ...differences].join('; ');
  collected.notes.push(
    listProblem(line, differences.length === 0 ? 'DUPLICATE_IN_FILE' : 'DUPLICATE_DIFFERS', detail),
  );
  known.row = joinRows(known.row, row);
  keepKeys(collected, row, known);
  collected.byLine.set(line, known);
};

/** A further row of the company whose first row has that line: what becomes of the one becomes of the other. */
const continueRow = (
  { byLine, problems, notes }: Collected,
  { line, row, written }: ListedRow,
  firstLine: number,
): void => {
  const first = byLine.get(firstLine);
  if (first === undefined) problems.push(listProblem(line, 'FIRST_ROW_LEFT_OUT', `${line} < ${firstLine}`));
  if (first == null) return;
  const differences = differencesOf(first, { row, written });
  if (differences.length > 0)
    notes.push(listProblem(line, 'DUPLICATE_DIFFERS', [`${line} = ${firstLine}`, ...differences].join('; ')));
  first.row = joinRows(first.row, row);
};

const appendRow = (collected: Collected, listed: ListedRow): void => {
  const { row } = listed;
  const added = { ...listed, key: decisionKeyOf(row) };
  collected.rows.push(added);
  keepKeys(collected, row, added);
  collected.byLine.set(added.line, added);
  const { byTwinKey, byDomain } = collected;
  for (const key of twinKeysOf(collected, row)) {
    const twins = byTwinKey.get(key);
    if (twins === undefined) byTwinKey.set(key, [added]);
    else twins.push(added);
  }
  for (const domain of rowDomains(row)) if (!byDomain.has(domain)) byDomain.set(domain, added);
};

/** The row's keys then lead to the row to which it was joined. */
const keepKeys = ({ byKey }: Collected, row: ImportRow, known: ListedRow): void => {
  for (const key of identityKeysOf(row)) if (!byKey.has(key)) byKey.set(key, known);
};

interface ListedRow extends WrittenRow {
  line: number;
  /** The row's own key; rows that are joined to it do not change it. */
  key?: string;
  /** Somebody has decided that it is another company than an earlier row with its name. */
  isTwin?: boolean;
  closure?: string;
}

type Twin = Likeness & { earlier: ListedRow };

/** The earlier row with exactly the same name where the other facts agree, or where both rows have only the name. */
const certainTwin = (row: ImportRow, twins: readonly Twin[]): Twin | undefined => {
  const named = twins.filter(({ earlier }) => isSameCompanyName(earlier.row.details.name, row.details.name));
  const same = named.find(({ group }) => group === 'sameFacts');
  if (same !== undefined || twins.length > 1) return same;
  return isKnownByName(row)
    ? named.find(({ group, earlier }) => group !== 'otherFacts' && isKnownByName(earlier.row))
    : undefined;
};

const companyOf = ({
  line,
  row,
  key = decisionKeyOf(row),
  isTwin = false,
  closure,
}: Omit<ListedRow, 'written'>): CompanyRow => ({
  line,
  row,
  identity: isTwin ? key : identityOf(row),
  key,
  ...(closure === undefined ? {} : { closure }),
});
