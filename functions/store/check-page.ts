/** What each part of a check of the store makes of one page of documents, read as they were at one moment. */
import type { Transaction } from '@google-cloud/firestore';
import { ZodError } from 'zod';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { StoreFinding } from '../domain/check/store-finding';
import { type Database, teamRef } from './firestore';

/** How many documents of each kind were checked. */
export interface CheckedCounts {
  accounts: number;
  entries: number;
  requests: number;
  numbers: number;
  batches: number;
  /** Accounts whose facts of the dashboard were compared with their history. */
  facts: number;
  others: number;
}

export interface CheckPage {
  findings: StoreFinding[];
  checked: Partial<CheckedCounts>;
  /** Where the next page begins; null behind the last one. */
  after: string | null;
}

/** One page of a part, behind the document that `after` names; from the first one where it is null. */
export type CheckPart = (db: Database, after: string | null, today: CalendarDate) => Promise<CheckPage>;

/** Reads without locks; nobody's writing meanwhile is seen. */
export const atOneMoment = <T>(db: Database, read: (transaction: Transaction) => Promise<T>): Promise<T> =>
  db.runTransaction(
    async (transaction) => {
      await begin(db, transaction);
      return read(transaction);
    },
    { readOnly: true },
  );

/**
 * The first read begins the transaction. Where it fails, the client holds a second failure, of the transaction's ID, for whoever
 * reads next; were that nobody, Node.js would end the process with all that it serves.
 */
const begin = async (db: Database, transaction: Transaction): Promise<void> => {
  const readAny = () => transaction.get(teamRef(db));
  try {
    await readAny();
  } catch (error) {
    await readAny().catch(() => {});
    throw error;
  }
};

/** The document as it is parsed, or what is wrong with it: names of fields, none of their values. */
export const parseOrFinding = <T>(
  parse: (data: unknown) => T,
  data: unknown,
  place: Pick<StoreFinding, 'accountId' | 'document'>,
): { value: T; finding: null } | { value: null; finding: StoreFinding } => {
  try {
    return { value: parse(data), finding: null };
  } catch (error) {
    return { value: null, finding: { ...place, code: 'DOCUMENT_UNREADABLE', detail: reasonOf(error) } };
  }
};

/** Whether a document is not what its schema says. */
const isSchemaError = (error: unknown): error is ZodError => error instanceof ZodError;

const MAX_FIELDS = 5;

const reasonOf = (error: unknown): string => {
  if (!isSchemaError(error)) return error instanceof Error ? error.message : String(error);
  const fields = new Set(error.issues.map(({ path, code }) => `${path.map(String).join('.')} (${code})`));
  return [...fields].slice(0, MAX_FIELDS).join(', ');
};
