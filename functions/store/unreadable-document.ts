/** Parsing documents so that one that cannot be read stands for itself alone. */
import type { DocumentSnapshot } from '@google-cloud/firestore';
import { z } from 'zod';
import type { Account } from '../domain/account/account';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { parseAccount } from './account-document';

export class UnreadableDocumentError extends Error {
  constructor(readonly document: UnreadableDocument) {
    super(`${document.kind} ${document.id} of ${document.accountId}: ${document.fields.join(', ') || 'all'}`);
    this.name = 'UnreadableDocumentError';
  }
}

/** Whatever `parse` throws is the document's fault: it throws an UnreadableDocumentError then. */
export const parseDocument = <T>(document: Omit<UnreadableDocument, 'fields'>, parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    throw new UnreadableDocumentError({ ...document, fields: fieldsOf(error) });
  }
};

const MAX_FIELDS = 20;

const pathsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => [...issue.path, key].join('.'))
    : [issue.path.join('.')];

const fieldsOf = (error: unknown): string[] =>
  error instanceof z.ZodError
    ? [...new Set(error.issues.flatMap(pathsOf))].filter((path) => path !== '').slice(0, MAX_FIELDS)
    : [];

/** Throws an UnreadableDocumentError. */
export const accountOf = (doc: DocumentSnapshot): Account =>
  parseDocument({ kind: 'account', accountId: doc.id, id: doc.id }, () => {
    const account = parseAccount(doc.data());
    z.strictObject({ id: z.literal(doc.id) }).parse({ id: account.id });
    return account;
  });

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
