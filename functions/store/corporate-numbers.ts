/** Which account has a corporate number: one document a number, created with the account, so that two never share one. */
import type { DocumentSnapshot } from '@google-cloud/firestore';
import * as z from 'zod';
import type { Account } from '../domain/account/account';
import { type CheckedDocument, checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { accountsOf, type Database, numberRef } from './firestore';
import type { StoreWrite } from './store-write';

/** Corporate number (13 digits) → ID of the account that has it; null where none has. */
export type CorporateNumberHolders = ReadonlyMap<string, string | null>;

const heldNumber = z.object({ accountId: z.string() });
export const NUMBER_FIELDS = Object.keys(heldNumber.shape);
const NUMBER_DOCUMENT = documentKind({ kind: 'number', parse: (data) => heldNumber.parse(data) });

export const numberDocument = (number: string, accountId: string): CheckedDocument =>
  checkedDocument(NUMBER_DOCUMENT, { accountId, id: number }, { accountId });

/** ID of the account that a document of a number names; null where there is none, or it names none. */
export const numberHolderIn = (doc: DocumentSnapshot | undefined): string | null =>
  doc === undefined
    ? null
    : (readDocumentOrNull(NUMBER_DOCUMENT, { accountId: null, id: doc.id }, doc.data())?.accountId ?? null);

/** The numbers of one unit of work: those that were read, and what its accounts make of them. */
export class CorporateNumbers {
  private readonly holders: Map<string, string | null>;
  private readonly unreadable = new Set<string>();

  constructor(
    private readonly db: Database,
    known: CorporateNumberHolders,
  ) {
    this.holders = new Map(known);
  }

  /** Keeps what was read of a number. A document that names no account is left to `holderOf`. */
  remember(number: string, doc: DocumentSnapshot | undefined): void {
    const holder = numberHolderIn(doc);
    if (holder !== null) this.holders.set(number, holder);
    else if (doc?.exists !== true) this.holders.set(number, null);
  }

  /**
   * ID of the account that has the number; null where none has it. Read where it is not known yet: for a number that comes back
   * with an undo, or in another spelling.
   */
  async holderOf(number: string): Promise<string | null> {
    const known = this.holders.get(number);
    if (known !== undefined) return known;
    const doc = await numberRef(this.db, number).get();
    const holder = numberHolderIn(doc);
    if (holder !== null || !doc.exists) return holder;
    // A document that names no account: the accounts themselves tell, and whoever takes the number puts it right.
    this.unreadable.add(number);
    const { docs } = await accountsOf(this.db).where('corporateNumber', '==', number).limit(1).get();
    return docs[0]?.id ?? null;
  }

  /** Adds to the write which numbers are given up, taken, or handed on from one account of the block to another. */
  addTo(write: StoreWrite, changed: readonly { account: Account; stored: Account | null }[]): void {
    const freed = new Set<string>();
    const taken = new Map<string, string>();
    for (const { account, stored } of changed) {
      const [before, after] = [numberInUse(stored), numberInUse(account)];
      if (before === after) continue;
      if (before !== null) freed.add(before);
      if (after !== null) taken.set(after, account.id);
    }
    for (const number of freed) if (!taken.has(number)) write.deleteDocument(numberRef(this.db, number));
    for (const [number, accountId] of taken) {
      const ref = numberRef(this.db, number);
      const document = numberDocument(number, accountId);
      // The account that gives it up is written in the same batch, under its own precondition.
      if (freed.has(number)) write.updateDocument(ref, document, null);
      else if (this.unreadable.has(number)) write.setDocument(ref, document);
      else write.createDocument(ref, document);
    }
  }
}

/** The corporate number that a stored account occupies; a withdrawn one occupies none. */
export const numberInUse = (account: Account | null): string | null =>
  account === null || account.withdrawn ? null : account.corporateNumber;
