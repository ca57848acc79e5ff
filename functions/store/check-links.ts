/** Checks what accounts point to: the account that stands for them, their parent, their owners, their corporate number. */
import type { DocumentReference, DocumentSnapshot, Transaction } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import type { StoreFinding } from '../domain/check/store-finding';
import { parseAccount } from './account-document';
import { parseOrFinding } from './check-page';
import { numberInUse } from './corporate-numbers';
import { accountRef, type Database, numberRef, teamRef } from './firestore';
import { parseTeam } from './team-document';

type FindingOf = (account: Account) => Pick<StoreFinding, 'code' | 'detail'> | null;

export const linkFindings = async (
  db: Database,
  transaction: Transaction,
  accounts: readonly Account[],
): Promise<StoreFinding[]> => {
  const successors = await readSuccessorChains(db, transaction, accounts);
  const parents = await existingIds(
    transaction,
    accounts.flatMap(({ parentId }) => (parentId === null ? [] : accountRef(db, parentId))),
  );
  const holders = await readNumberHolders(db, transaction, accounts);
  const members = await readMembers(db, transaction);
  const findings: readonly FindingOf[] = [
    (account) => successorFinding(account, successors),
    ({ parentId }) =>
      parentId === null || parents.has(parentId) ? null : { code: 'PARENT_UNKNOWN', detail: parentId },
    (account) => {
      const number = numberInUse(account);
      return number === null || holders.get(number) === account.id
        ? null
        : { code: 'NUMBER_NOT_HELD', detail: String(holders.get(number) ?? '') };
    },
    ({ ownerId, isOwnerId }) => {
      const unknown = [ownerId, isOwnerId].flatMap((id) =>
        id === null || (members?.has(id) ?? true) ? [] : id,
      );
      return unknown.length === 0
        ? null
        : { code: 'MEMBER_UNKNOWN', detail: [...new Set(unknown)].join(', ') };
    },
  ];
  return accounts.flatMap((account) =>
    findings.flatMap((findingOf) => {
      const finding = findingOf(account);
      const place = { accountId: account.id, document: accountRef(db, account.id).path };
      return finding === null ? [] : { ...place, ...finding };
    }),
  );
};

/** By the ID of each account on the chains its successor's; null at the end of a chain. */
type Successors = ReadonlyMap<string, string | null>;

const readSuccessorChains = async (
  db: Database,
  transaction: Transaction,
  accounts: readonly Account[],
): Promise<Successors> => {
  const successors = new Map<string, string | null>();
  let next = accounts.filter((account) => successorIdOf(account) !== null);
  for (;;) {
    for (const account of next) successors.set(account.id, successorIdOf(account));
    const ids = next.flatMap((account) => successorIdOf(account) ?? []);
    const unread = [...new Set(ids)].filter((id) => !successors.has(id));
    if (unread.length === 0) return successors;
    const docs = await existingDocuments(
      transaction,
      unread.map((id) => accountRef(db, id)),
    );
    next = docs.flatMap((doc) => {
      const place = { accountId: doc.id, document: doc.ref.path };
      const { value } = parseOrFinding(parseAccount, doc.data(), place);
      // One that cannot be read exists: that it cannot be is found at its own place.
      if (value === null) successors.set(doc.id, null);
      return value ?? [];
    });
  }
};

const successorFinding = (account: Account, successors: Successors): ReturnType<FindingOf> => {
  const first = successorIdOf(account);
  if (first === null) return null;
  if (!successors.has(first)) return { code: 'SUCCESSOR_UNKNOWN', detail: first };
  const seen = new Set<string>();
  for (let id: string | null = account.id; id !== null; id = successors.get(id) ?? null) {
    if (seen.has(id)) return { code: 'SUCCESSOR_CIRCLE', detail: [...seen].join(', ') };
    seen.add(id);
  }
  return null;
};

const readNumberHolders = async (
  db: Database,
  transaction: Transaction,
  accounts: readonly Account[],
): Promise<ReadonlyMap<string, unknown>> => {
  const numbers = new Set(accounts.flatMap((account) => numberInUse(account) ?? []));
  const docs = await existingDocuments(
    transaction,
    [...numbers].map((number) => numberRef(db, number)),
  );
  return new Map(docs.map((doc) => [doc.id, doc.get('accountId')]));
};

/** IDs; null where there is no team that can be read. */
const readMembers = async (db: Database, transaction: Transaction): Promise<ReadonlySet<string> | null> => {
  const snapshot = await transaction.get(teamRef(db));
  const place = { accountId: null, document: snapshot.ref.path };
  const { value } = parseOrFinding(parseTeam, snapshot.data(), place);
  return value === null ? null : new Set(Object.keys(value.members));
};

const existingIds = async (
  transaction: Transaction,
  refs: readonly DocumentReference[],
): Promise<ReadonlySet<string>> => new Set((await existingDocuments(transaction, refs)).map(({ id }) => id));

const existingDocuments = async (
  transaction: Transaction,
  refs: readonly DocumentReference[],
): Promise<DocumentSnapshot[]> =>
  refs.length === 0 ? [] : (await transaction.getAll(...refs)).filter((doc) => doc.exists);
