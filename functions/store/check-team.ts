/** Checks the team, its history, and what is kept once for each spreadsheet. */
import type { QueryDocumentSnapshot, Transaction } from '@google-cloud/firestore';
import type { StoreFinding } from '../domain/check/store-finding';
import { CALENDAR_FEED_DOCUMENT } from './calendar-feeds';
import { atOneMoment, type CheckPart, parseOrFinding } from './check-page';
import { DIGEST_MARK_DOCUMENT } from './digest-marks';
import type { DocumentKind } from './document-kind';
import { SEARCH_DOCUMENT } from './duplicate-searches';
import {
  calendarFeedsOf,
  type Database,
  digestMarksOf,
  duplicateSearchesOf,
  erasuresOf,
  historyFactsOf,
  queueNotesOf,
  registersOf,
  sentBackOf,
  teamEntriesOf,
  teamRef,
} from './firestore';
import { FACTS_DOCUMENT } from './history-facts';
import { ERASURE_DOCUMENT } from './pending-erasures';
import { NOTES_DOCUMENT } from './queue-notes';
import { REGISTER_DOCUMENT } from './register-state';
import { SENT_BACK_DOCUMENT } from './sent-back';
import { parseTeam, type Team } from './team-document';

/** A single page: a few documents. */
export const checkTeam: CheckPart = (db) =>
  atOneMoment(db, async (transaction) => {
    const team = await teamFindings(db, transaction);
    const others = [
      await readAll(db, transaction, registersOf, REGISTER_DOCUMENT),
      await readAll(db, transaction, duplicateSearchesOf, SEARCH_DOCUMENT),
      await readAll(db, transaction, queueNotesOf, NOTES_DOCUMENT),
      await readAll(db, transaction, erasuresOf, ERASURE_DOCUMENT),
      await readAll(db, transaction, digestMarksOf, DIGEST_MARK_DOCUMENT),
      await readAll(db, transaction, sentBackOf, SENT_BACK_DOCUMENT),
      await readAll(db, transaction, calendarFeedsOf, CALENDAR_FEED_DOCUMENT),
      await readAll(db, transaction, historyFactsOf, FACTS_DOCUMENT),
    ];
    return {
      findings: [...team, ...others.flatMap(({ findings }) => findings)],
      checked: { others: others.reduce((sum, { count }) => sum + count, 1) },
      after: null,
    };
  });

const teamFindings = async (db: Database, transaction: Transaction): Promise<StoreFinding[]> => {
  const snapshot = await transaction.get(teamRef(db));
  if (!snapshot.exists) return [];
  const place = { accountId: null, document: snapshot.ref.path };
  const { value, finding } = parseOrFinding(parseTeam, snapshot.data(), place);
  if (finding !== null) return [finding];
  const { docs } = await transaction.get(teamEntriesOf(db).select());
  return [...unreadableParts(value, place), ...teamHistoryFindings(docs, value)];
};

const unreadableParts = (
  { unreadableMembers, unreadableSettings }: Team,
  place: Pick<StoreFinding, 'accountId' | 'document'>,
): StoreFinding[] => [
  ...Object.entries(unreadableMembers).map(
    ([id, { fields }]): StoreFinding => ({
      ...place,
      code: 'MEMBER_UNREADABLE',
      detail: [id, ...fields].join(', '),
    }),
  ),
  ...Object.keys(unreadableSettings).map(
    (name): StoreFinding => ({ ...place, code: 'SETTING_UNREADABLE', detail: name }),
  ),
];

/** Every version that people saw has its entry, but for the oldest ones, which expire. */
const teamHistoryFindings = (
  docs: readonly QueryDocumentSnapshot[],
  { version: latest }: Team,
): StoreFinding[] => {
  const versions = new Set(docs.map(({ id }) => Number(id)));
  const oldest = Math.min(...versions);
  const missing = Array.from({ length: latest }, (_, index) => index + 1).filter(
    (version) => version > oldest && !versions.has(version),
  );
  const beyond = [...versions].filter((version) => version > latest);
  return [...missing, ...beyond].map((version) => ({
    code: 'HISTORY_GAP',
    accountId: null,
    document: 'team/team',
    detail: String(version),
  }));
};

const readAll = async (
  db: Database,
  transaction: Transaction,
  collectionOf: typeof registersOf,
  { parse }: Pick<DocumentKind<unknown>, 'parse'>,
): Promise<{ findings: StoreFinding[]; count: number }> => {
  const { docs } = await transaction.get(collectionOf(db));
  const findings = docs.flatMap((doc) => {
    const place = { accountId: null, document: doc.ref.path };
    return (
      parseOrFinding((data) => parse(data, { accountId: null, id: doc.id }), doc.data(), place).finding ?? []
    );
  });
  return { findings, count: docs.length };
};
