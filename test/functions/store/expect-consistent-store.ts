/** What must hold of the store at any moment: checked behind every test, on every account. */

import { isDeepStrictEqual } from 'node:util';
import type { Firestore } from '@google-cloud/firestore';
import { runCheckJob } from '../../../functions/app/check-job';
import { toRecord } from '../../../functions/domain/account/account-record';
import { fold, type HistoryEntry } from '../../../functions/domain/account/history';
import { brokenInvariants } from '../../../functions/domain/account/invariants';
import { parseAccount, parseEntry } from '../../../functions/store/account-document';
import { accountDocument } from '../../../functions/store/account-fields';
import { accountsOf } from '../../../functions/store/firestore';

/** Jest tells what differs; that nothing does, Node finds in an eighth of the time. */
const expectSame = (actual: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
};

/**
 * Each account is the fold of its history, which has no gap, and in no state that the rules forbid; what queries ask for is made
 * of its state; each corporate number in use, and no other, leads to the one account that has it; no chain of successors is a
 * circle. The check job, which is another program, finds nothing either.
 */
export const expectConsistentStore = async (db: Firestore): Promise<void> => {
  expect(await runCheckJob(new Date(), db, null, () => false)).toMatchObject({ findings: [], next: null });
  const { docs } = await accountsOf(db).get();
  const entriesOf = new Map<string, HistoryEntry[]>(docs.map(({ id }) => [id, []]));
  for (const event of (await db.collectionGroup('events').get()).docs)
    entriesOf.get(event.ref.parent.parent?.id ?? '')?.push(parseEntry(event.data()));
  const successors = new Map<string, string | null>();
  const numbers = new Map<string, string>();
  for (const doc of docs) {
    const stored = doc.data();
    const account = parseAccount(stored);
    const entries = entriesOf.get(doc.id)?.sort((a, b) => a.version - b.version) ?? [];
    expect(entries.map(({ version }) => version)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.every(({ accountId }) => accountId === doc.id)).toBe(true);
    expectSame(account, fold(doc.id, entries));
    expect(brokenInvariants(account, entries.at(-1)?.on ?? '')).toEqual([]);
    const made = Object.entries(accountDocument(account, doc.get('batches')));
    const unlike = made.filter(
      ([name, value]) => !(name in stored && isDeepStrictEqual(stored[name], value)),
    );
    expect(stored).toMatchObject(Object.fromEntries(unlike));
    successors.set(doc.id, toRecord(account).onFile?.successorId ?? null);
    if (account.corporateNumber === null || account.withdrawn) continue;
    expect(numbers.get(account.corporateNumber)).toBeUndefined();
    numbers.set(account.corporateNumber, doc.id);
  }
  const held = await db.collection('corporateNumbers').get();
  expectSame(new Map(held.docs.map((doc) => [doc.id, doc.get('accountId')])), numbers);
  for (const start of successors.keys()) {
    const seen = new Set<string>();
    for (let next: string | null = start; next !== null; next = successors.get(next) ?? null) {
      expect(seen).not.toContain(next);
      seen.add(next);
    }
  }
};
