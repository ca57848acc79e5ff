/** Parsing documents so that one that cannot be read stands for itself alone. */
import * as z from 'zod';
import type { UnreadableDocument } from '../domain/account/unreadable-document';

export class UnreadableDocumentError extends Error {
  constructor(readonly document: UnreadableDocument) {
    super(`${document.kind} ${document.id} of ${document.accountId}: ${document.fields.join(', ') || 'all'}`);
    this.name = 'UnreadableDocumentError';
  }
}

/** A document that is not stored, since it could not be read again. */
export class UnwritableDocumentError extends UnreadableDocumentError {}

/** Whatever `parse` throws is the document's fault: it throws an UnreadableDocumentError, or one of the kind that is named, then. */
export const parseDocument = <T>(
  document: Omit<UnreadableDocument, 'fields'>,
  parse: () => T,
  ErrorKind: typeof UnreadableDocumentError = UnreadableDocumentError,
): T => {
  try {
    return parse();
  } catch (error) {
    throw new ErrorKind({ ...document, fields: fieldsOf(error) });
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
