/** Checks what the dashboard is made of: that the facts of each account are what its history makes of it, and that none is left out. */
import { FieldPath, type Transaction } from '@google-cloud/firestore';
import * as z from 'zod';
import { isSameValue } from '../domain/account/account-change';
import type { StoreFinding } from '../domain/check/store-finding';
import { addEntry, type HistoryFacts, noFacts } from '../domain/statistics/account-facts';
import { readableEntries } from './account-history';
import { atOneMoment, type CheckPage, type CheckPart, parseOrFinding } from './check-page';
import { type FactsProgress, readDashboardState } from './dashboard-state';
import { accountsOf, type Database, dashboardRef, entryRef, historyFactsOf } from './firestore';
import { FACTS_DOCUMENT, factsId } from './history-facts';
import { readChangeCursor, readCursor, writeCursor } from './page-cursor';

const ACCOUNTS_PER_PAGE = 100;
const ENTRIES_PER_PAGE = 1000;

/** How far a check of one set of facts is. */
const factsPosition = z.strictObject({
  generation: z.int(),
  part: z.int(),
  /** The last account of the part that was compared; null before the first one. */
  after: z.string().nullable(),
  /** Accounts of the parts before; null where one of these cannot be read. */
  counted: z.int().nullable(),
  /** Accounts that changed up to here have facts: as it was when the check of the set began. */
  cursor: z.string().nullable(),
});
type FactsPosition = z.output<typeof factsPosition>;

const beginningOf = ({ generation, cursor }: FactsProgress): FactsPosition => ({
  ...{ generation, part: 0, after: null, counted: 0, cursor },
});

/** Begins anew where the facts have been counted anew meanwhile. Nothing is checked before the first count is done. */
export const checkFactsPage: CheckPart = async (db, after) => {
  const { serving } = await readDashboardState(db);
  if (serving === null) return { findings: [], checked: {}, after: null };
  const known = after === null ? null : readCursor(factsPosition, after);
  const position = known?.generation === serving.generation ? known : beginningOf(serving);
  const page = await atOneMoment(db, (transaction) => comparePage(db, transaction, position));
  if (page.next.part < serving.parts)
    return { findings: page.findings, checked: page.checked, after: writeCursor(page.next) };
  const missing = await missingFinding(db, page.next, serving.again.length);
  return { findings: [...page.findings, ...missing], checked: page.checked, after: null };
};

interface FactsPage extends Pick<CheckPage, 'findings' | 'checked'> {
  next: FactsPosition;
}

const comparePage = async (
  db: Database,
  transaction: Transaction,
  position: FactsPosition,
): Promise<FactsPage> => {
  const doc = await transaction.get(historyFactsOf(db).doc(factsId(position, position.part)));
  const nextPart = { ...position, part: position.part + 1, after: null };
  if (!doc.exists) return { findings: [], checked: {}, next: nextPart };
  const place = { accountId: null, document: doc.ref.path };
  const parse = (data: unknown) => FACTS_DOCUMENT.parse(data, { accountId: null, id: doc.id });
  const { value } = parseOrFinding(parse, doc.data(), place);
  // That it cannot be read is found among what is kept once.
  if (value === null) return { findings: [], checked: {}, next: { ...nextPart, counted: null } };
  const wanted = firstOf(value.filter(({ id }) => id > (position.after ?? '')).sort(byId));
  const differing = await differingOf(db, transaction, wanted);
  const last = wanted.at(-1)?.id ?? null;
  const isDone = last === null || value.every(({ id }) => id <= last);
  const counted = position.counted === null ? null : position.counted + value.length;
  return {
    findings: differing.map(({ id, version }) => ({
      ...{ code: 'FACTS_DIFFER', accountId: id, document: doc.ref.path, detail: `version ${version}` },
    })),
    checked: { facts: wanted.length },
    next: isDone ? { ...nextPart, counted } : { ...position, after: last },
  };
};

const byId = (a: HistoryFacts, b: HistoryFacts): number => (a.id < b.id ? -1 : 1);

/** So many that their histories are read at once. */
const firstOf = (sorted: readonly HistoryFacts[]): HistoryFacts[] => {
  let entries = 0;
  return sorted.slice(0, ACCOUNTS_PER_PAGE).filter(({ version }, index) => {
    entries += version;
    return index === 0 || entries <= ENTRIES_PER_PAGE;
  });
};

/** A history with a gap, or with an entry that cannot be read, is found with its account, and proves nothing here. */
const differingOf = async (
  db: Database,
  transaction: Transaction,
  wanted: readonly HistoryFacts[],
): Promise<HistoryFacts[]> => {
  const refs = wanted.flatMap(({ id, version }) =>
    Array.from({ length: version }, (_, index) => entryRef(db, id, index + 1)),
  );
  const snapshots = refs.length === 0 ? [] : await transaction.getAll(...refs);
  let read = 0;
  return wanted.filter((facts) => {
    const own = snapshots.slice(read, read + facts.version);
    read += facts.version;
    const { entries } = readableEntries(facts.id, own);
    if (entries.length < facts.version) return own.every(({ exists }) => !exists);
    return !isSameValue(entries.reduce(addEntry, noFacts(facts.id)), facts);
  });
};

/** `passedOver` are accounts of which nothing can be read: they may have no facts. */
const missingFinding = async (
  db: Database,
  { counted, cursor }: FactsPosition,
  passedOver: number,
): Promise<StoreFinding[]> => {
  const upTo = cursor === null ? null : readChangeCursor(cursor);
  if (counted === null || upTo === null) return [];
  const changed = accountsOf(db).orderBy('changedAt').orderBy(FieldPath.documentId()).endAt(upTo.at, upTo.id);
  const { count } = (await changed.count().get()).data();
  if (counted + passedOver >= count) return [];
  const detail = `${counted} of ${count} accounts`;
  return [{ code: 'FACTS_DIFFER', accountId: null, document: dashboardRef(db).path, detail }];
};
