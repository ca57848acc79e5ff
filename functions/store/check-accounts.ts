/** Checks accounts: that each is the fold of its history, keeps the rules, is found by its keys, and points to what exists. */
import { FieldPath, type QueryDocumentSnapshot, type Transaction } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import { isSameValue } from '../domain/account/account-change';
import { brokenInvariants } from '../domain/account/invariants';
import { HistoryCheck } from '../domain/check/check-history';
import type { StoreFinding } from '../domain/check/store-finding';
import { parseAccount, parseEntry } from './account-document';
import { accountDocument } from './account-fields';
import { linkFindings } from './check-links';
import { atOneMoment, type CheckPage, type CheckPart, parseOrFinding } from './check-page';
import { accountsOf, type Database } from './firestore';

const ACCOUNTS_PER_PAGE = 100;
const ENTRIES_PER_QUERY = 500;
/** Texts that sort before and after every account ID. */
const [FIRST_ID, LAST_ID] = ['!', '~'];

export const checkAccountPage: CheckPart = (db, after) =>
  atOneMoment(db, async (transaction) => {
    const query = accountsOf(db).orderBy(FieldPath.documentId()).limit(ACCOUNTS_PER_PAGE);
    const { docs } = await transaction.get(after === null ? query : query.startAfter(after));
    const isLast = docs.length < ACCOUNTS_PER_PAGE;
    const lastId = docs.at(-1)?.id ?? null;
    const read = docs.map((doc) => {
      const place = { accountId: doc.id, document: doc.ref.path };
      return { doc, place, ...parseOrFinding(parseAccount, doc.data(), place) };
    });
    const accounts = read.flatMap(({ value }) => value ?? []);
    const ids = docs.map(({ id }) => id);
    const histories = await checkHistories(db, transaction, ids, { after, upTo: isLast ? null : lastId });
    const findings = read.flatMap(({ doc, place, value, finding }): StoreFinding[] => {
      const history = histories.checks.get(doc.id) ?? new HistoryCheck(doc.id);
      return [
        ...(finding === null ? [] : [finding]),
        ...history.findings(value).map((historyFinding) => ({ ...place, ...historyFinding })),
        ...(value === null ? [] : documentFindings(doc, value, history)),
      ];
    });
    return {
      findings: [...findings, ...histories.findings, ...(await linkFindings(db, transaction, accounts))],
      checked: { accounts: docs.length, entries: histories.entries },
      after: isLast ? null : lastId,
    } satisfies CheckPage;
  });

/** All entries of the page's accounts, and of accounts that should stand between them and do not exist. */
const checkHistories = async (
  db: Database,
  transaction: Transaction,
  ids: readonly string[],
  { after, upTo }: { after: string | null; upTo: string | null },
): Promise<{ checks: Map<string, HistoryCheck>; findings: StoreFinding[]; entries: number }> => {
  const checks = new Map(ids.map((id) => [id, new HistoryCheck(id)]));
  const findings: StoreFinding[] = [];
  const orphans = new Map<string, StoreFinding>();
  const entryPath = (accountId: string, entryId: string) =>
    accountsOf(db).doc(accountId).collection('events').doc(entryId);
  const query = db
    .collectionGroup('events')
    .orderBy(FieldPath.documentId())
    .endBefore(entryPath(upTo ?? LAST_ID, LAST_ID))
    .limit(ENTRIES_PER_QUERY);
  let start = entryPath(after ?? FIRST_ID, LAST_ID);
  for (let entries = 0; ; ) {
    const { docs } = await transaction.get(query.startAfter(start));
    for (const doc of docs) findings.push(...addEntry(doc, checks, orphans));
    entries += docs.length;
    const last = docs.at(-1);
    if (last === undefined || docs.length < ENTRIES_PER_QUERY)
      return { checks, findings: [...findings, ...orphans.values()], entries };
    start = last.ref;
  }
};

const addEntry = (
  doc: QueryDocumentSnapshot,
  checks: ReadonlyMap<string, HistoryCheck>,
  orphans: Map<string, StoreFinding>,
): StoreFinding[] => {
  const accountId = doc.ref.parent.parent?.id ?? '';
  const place = { accountId, document: doc.ref.path };
  const check = checks.get(accountId);
  if (check === undefined) {
    orphans.set(accountId, { ...place, code: 'HISTORY_WITHOUT_ACCOUNT', detail: '' });
    return [];
  }
  const { value, finding } = parseOrFinding(parseEntry, doc.data(), place);
  check.add(Number(doc.id), value);
  return finding === null ? [] : [finding];
};

/** The rules are asked on a day after all ends: a product whose end has come breaks no rule just because the day has come. */
const AFTER_EVERY_DAY = '9999-12-31';

/** Fields of the document that it is found and sorted by: made anew where the code makes other ones. */
const KEY_FIELDS = new Set([
  ...['matchKeys', 'likeKeys', 'knownBy', 'contactKeys'],
  ...['order', 'due', 'judgedAgainst', 'judgement', 'pending', 'hasDebts'],
]);

/** Keys are asked for one by one: in which order they stand follows from how the account got its parts, as by a merge, and says nothing. */
const inOrder = (name: string, value: unknown): unknown =>
  KEY_FIELDS.has(name) && Array.isArray(value) ? [...value].sort() : value;

/** What of the document does not follow from its account and the history. */
const documentFindings = (
  doc: QueryDocumentSnapshot,
  account: Account,
  history: HistoryCheck,
): StoreFinding[] => {
  const place = { accountId: doc.id, document: doc.ref.path };
  const stored: unknown = doc.get('batches');
  const batches = Array.isArray(stored) ? stored.map(String) : [];
  const batchesOfHistory = history.batches();
  const { schema: _, state: __, batches: ___, ...expected } = accountDocument(account, batches);
  const differing = Object.entries(expected)
    .filter(
      ([name, value]) =>
        !isSameValue(inOrder(name, JSON.parse(JSON.stringify(value))), inOrder(name, doc.get(name))),
    )
    .map(([name]) => name);
  const unknownBatches = batches.filter((id) => !batchesOfHistory.includes(id));
  const details: readonly [StoreFinding['code'], readonly string[]][] = [
    ['RULE_BROKEN', brokenInvariants(account, AFTER_EVERY_DAY)],
    ['QUERY_FIELDS_DIFFER', differing.filter((name) => !KEY_FIELDS.has(name))],
    ['KEYS_OUTDATED', differing.filter((name) => KEY_FIELDS.has(name))],
    ['BATCH_UNKNOWN_TO_HISTORY', unknownBatches],
  ];
  return details.flatMap(([code, names]) =>
    names.length === 0 ? [] : { ...place, code, detail: names.join(', ') },
  );
};
