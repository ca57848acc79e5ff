/** Reading the documents of accounts, so that one that cannot be read stands for itself alone. */
import type { DocumentSnapshot, Query } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { ACCOUNT_DOCUMENT, accountPlace } from './account-document';
import { readDocument } from './document-kind';
import { UnreadableDocumentError } from './unreadable-document';

/**
 * All that an account is read from. Its keys, several times as many values, stay where they are: with them, reading takes the
 * functions more than twice as long.
 */
export const ACCOUNT_FIELDS = ['schema', 'state'] as const;

/** The query, for accounts and what else of their documents is asked for. */
export const accountsIn = (query: Query, ...otherFields: readonly string[]): Query =>
  query.select(...ACCOUNT_FIELDS, ...otherFields);

/** Throws an UnreadableDocumentError. */
export const accountOf = (doc: DocumentSnapshot): Account =>
  readDocument(ACCOUNT_DOCUMENT, accountPlace(doc.id), doc.data());

/** Null where it cannot be read: such an account is passed over where many are looked through. */
export const readableAccount = (doc: DocumentSnapshot): Account | null => {
  const [account = null] = readableAccounts([doc]).accounts;
  return account;
};

export interface ReadAccounts {
  accounts: Account[];
  /** Those that are passed over. */
  unreadable: UnreadableDocument[];
}

export const readableAccounts = (docs: readonly DocumentSnapshot[]): ReadAccounts => {
  const read: ReadAccounts = { accounts: [], unreadable: [] };
  for (const doc of docs)
    try {
      read.accounts.push(accountOf(doc));
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      read.unreadable.push(error.document);
    }
  return read;
};
