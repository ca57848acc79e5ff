/** Checks the documents beside the accounts: answered requests, corporate numbers, imports, and what is kept once. */
import {
  type CollectionReference,
  FieldPath,
  type QueryDocumentSnapshot,
  type Transaction,
} from '@google-cloud/firestore';
import type { StoreFinding } from '../domain/check/store-finding';
import { importBatchSchema } from '../schema/import-batch';
import { parseAccount } from './account-document';
import {
  atOneMoment,
  type CheckedCounts,
  type CheckPage,
  type CheckPart,
  parseOrFinding,
} from './check-page';
import { numberInUse } from './corporate-numbers';
import { accountRef, type Database, entryRef, importBatchesOf, numbersOf, requestsOf } from './firestore';
import { parseStoredReply } from './stored-reply';

const DOCUMENTS_PER_PAGE = 200;

type DocumentsCheck = (
  db: Database,
  transaction: Transaction,
  docs: readonly QueryDocumentSnapshot[],
) => Promise<StoreFinding[]>;

/** A part that checks a collection in the order of its IDs. */
const collectionPart =
  (
    kind: keyof CheckedCounts,
    collectionOf: (db: Database) => CollectionReference,
    check: DocumentsCheck,
  ): CheckPart =>
  (db, after) =>
    atOneMoment(db, async (transaction): Promise<CheckPage> => {
      const query = collectionOf(db).orderBy(FieldPath.documentId()).limit(DOCUMENTS_PER_PAGE);
      const { docs } = await transaction.get(after === null ? query : query.startAfter(after));
      const isLast = docs.length < DOCUMENTS_PER_PAGE;
      return {
        findings: docs.length === 0 ? [] : await check(db, transaction, docs),
        checked: { [kind]: docs.length },
        after: isLast ? null : (docs.at(-1)?.id ?? null),
      };
    });

/** What an accepted request made stands in the history. */
export const checkRequestPage = collectionPart('requests', requestsOf, async (db, transaction, docs) => {
  const read = docs.map((doc) => {
    const place = { accountId: null, document: doc.ref.path };
    return { place, ...parseOrFinding((data) => parseStoredReply(doc.id, data), doc.data(), place) };
  });
  const replies = read.flatMap(({ place, value }) => (value === null ? [] : { place, row: value.row }));
  const entries =
    replies.length === 0
      ? []
      : await transaction.getAll(...replies.map(({ row }) => entryRef(db, row.id, row.version)), {
          fieldMask: ['version'],
        });
  const lost = replies.flatMap(({ place, row }, index): StoreFinding[] =>
    entries[index]?.exists
      ? []
      : [{ ...place, accountId: row.id, code: 'REQUEST_WITHOUT_ENTRY', detail: `version ${row.version}` }],
  );
  return [...read.flatMap(({ finding }) => finding ?? []), ...lost];
});

/** Each number in use leads to the account that has it. */
export const checkNumberPage = collectionPart('numbers', numbersOf, async (db, transaction, docs) => {
  const holderIds = docs.map((doc): unknown => doc.get('accountId'));
  const accountIds = [...new Set(holderIds.filter((id) => typeof id === 'string' && id !== ''))].map(String);
  const accounts =
    accountIds.length === 0 ? [] : await transaction.getAll(...accountIds.map((id) => accountRef(db, id)));
  const numbers = new Map(
    accounts.flatMap((doc): [string, string | null][] => {
      if (!doc.exists) return [];
      const place = { accountId: doc.id, document: doc.ref.path };
      const { value, finding } = parseOrFinding(parseAccount, doc.data(), place);
      // An unreadable account is a finding of the accounts, and is not told again here.
      return finding === null ? [[doc.id, numberInUse(value)]] : [];
    }),
  );
  const unreadable = new Set(
    accounts.filter((doc) => doc.exists && !numbers.has(doc.id)).map(({ id }) => id),
  );
  return docs.flatMap((doc, index): StoreFinding[] => {
    const holder = String(holderIds[index] ?? '');
    if (numbers.get(holder) === doc.id || unreadable.has(holder)) return [];
    return [
      { code: 'NUMBER_ASTRAY', accountId: holder === '' ? null : holder, document: doc.ref.path, detail: '' },
    ];
  });
});

/** An import has done what it counts, and no more than it has. */
export const checkBatchPage = collectionPart('batches', importBatchesOf, async (_, __, docs) =>
  docs.flatMap((doc): StoreFinding[] => {
    const place = { accountId: null, document: doc.ref.path };
    const { value, finding } = parseOrFinding((data) => importBatchSchema.parse(data), doc.data(), place);
    if (finding !== null) return [finding];
    const { id, done, total, state, counts, twice } = value;
    const { created, filled, unchanged, refused, undecided } = counts;
    const wrong = [
      ...(id === doc.id ? [] : ['id']),
      ...(done <= total && (state !== 'done' || done === total) ? [] : ['done']),
      ...(created + filled + unchanged + refused + undecided === done + twice ? [] : ['counts']),
    ];
    return wrong.length === 0 ? [] : [{ ...place, code: 'BATCH_MISCOUNTED', detail: wrong.join(', ') }];
  }),
);
