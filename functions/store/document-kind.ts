/**
 * The kinds of documents that are kept. One description of a kind serves its reads and its writes: nothing is written that could
 * not be read again, and what cannot be read is a problem of that document alone.
 */
import type { DocumentData } from '@google-cloud/firestore';
import type { DocumentKindName, UnreadableDocument } from '../domain/account/unreadable-document';
import { withoutUndefined } from './firestore';
import { parseDocument, UnwritableDocumentError } from './unreadable-document';

/** Which document of its kind: the account that it is about, if any, and its name. */
export type DocumentPlace = Pick<UnreadableDocument, 'accountId' | 'id'>;

export interface DocumentKind<Value> {
  kind: DocumentKindName;
  /** From what is stored. Throws where it is none of a form that this code knows. */
  parse: (data: unknown, place: DocumentPlace) => Value;
  /** Names of parts that were passed over, since they could not be read; absent where a kind is read whole or not at all. */
  passedOver?: (value: Value) => readonly string[];
}

/** Infers the type of the value. */
export const documentKind = <Value>(kind: DocumentKind<Value>): DocumentKind<Value> => kind;

/** Throws an UnreadableDocumentError. */
export const readDocument = <Value>(
  { kind, parse }: DocumentKind<Value>,
  place: DocumentPlace,
  data: unknown,
): Value => parseDocument({ kind, ...place }, () => parse(data, place));

/** For what can be made anew: null where there is none, or none that can be read. */
export const readDocumentOrNull = <Value>(
  { parse }: DocumentKind<Value>,
  place: DocumentPlace,
  data: unknown,
): Value | null => {
  try {
    return parse(data, place);
  } catch {
    return null;
  }
};

declare const CHECKED: unique symbol;
/** A document that can be read again. Only the functions of this file make one, and StoreWrite writes nothing else. */
export type CheckedDocument = DocumentData & { readonly [CHECKED]: true };

/**
 * The document as it is to be written, once it has been read as it will be: without what is undefined, which the store leaves
 * out. `known` are parts that could not be read before, and stay. Throws an UnwritableDocumentError.
 */
export function checkedDocument<Value>(
  kind: DocumentKind<Value>,
  place: DocumentPlace,
  data: object,
  known?: readonly string[],
): CheckedDocument;
export function checkedDocument<Value>(
  { kind, parse, passedOver }: DocumentKind<Value>,
  place: DocumentPlace,
  data: object,
  known: readonly string[] = [],
): object {
  const value = parseDocument(
    { kind, ...place },
    () => parse(hasUndefined(data) ? withoutUndefined(data) : data, place),
    UnwritableDocumentError,
  );
  const fields = (passedOver?.(value) ?? []).filter((part) => !known.includes(part));
  if (fields.length > 0) throw new UnwritableDocumentError({ kind, ...place, fields });
  return data;
}

/** The stored document with these fields changed, of which these fields are to be written. Throws as `checkedDocument` does. */
export function checkedFields<Value>(
  kind: DocumentKind<Value>,
  place: DocumentPlace,
  stored: object | undefined,
  fields: object,
): CheckedDocument;
export function checkedFields<Value>(
  kind: DocumentKind<Value>,
  place: DocumentPlace,
  stored: object | undefined,
  fields: object,
): object {
  checkedDocument(kind, place, { ...stored, ...fields });
  return fields;
}

/**
 * Some fields of a part, by their paths in the document, as an update writes them: those beside them were read, and stay. Null where
 * one of them is not readable by itself: then all of the part is to be checked.
 */
export function readableParts<Part extends object, Name extends keyof Part & string>(
  name: string,
  part: Part,
  names: readonly Name[],
  isReadable: (name: Name, value: Part[Name]) => boolean,
): CheckedDocument | null;
export function readableParts<Part extends object, Name extends keyof Part & string>(
  name: string,
  part: Part,
  names: readonly Name[],
  isReadable: (name: Name, value: Part[Name]) => boolean,
): object | null {
  return names.every((field) => isReadable(field, part[field]))
    ? Object.fromEntries(names.map((field) => [`${name}.${field}`, part[field]]))
    : null;
}

const hasUndefined = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasUndefined));
