/** Resource names of databases, collections and documents, and field paths, with Firestore's limits and messages. */
import { status } from '@grpc/grpc-js';
import { GrpcRefusal, invalidArgument } from './messages';

const DATABASE = /^projects\/([^/]+)\/databases\/([^/]+)/;
const MAX_ID_BYTES = 1500;

/** The leading "projects/p/databases/d". Only projects named demo-… are served, so that no client reaches a real one by mistake. */
export function parseDatabase(name: string | undefined): string {
  const match = DATABASE.exec(name ?? '');
  if (!match) throw invalidArgument(`Invalid database name "${name ?? ''}".`);
  if (!match[1]?.startsWith('demo-')) {
    throw new GrpcRefusal(
      status.PERMISSION_DENIED,
      `The embedded Firestore serves only projects whose ID begins with "demo-", not "${match[1]}".`,
    );
  }
  return match[0];
}

export type DocumentName = {
  /** The resource name. */
  name: string;
  /** The resource name of its collection. */
  collection: string;
  id: string;
};

/** Splits and checks a document's resource name. */
export function parseDocumentName(name: string): DocumentName {
  const database = parseDatabase(name);
  const prefix = `${database}/documents/`;
  if (!name.startsWith(prefix))
    throw invalidArgument(`Document name "${name}" lacks "/documents" at index ${database.length}.`);
  const segments = name.slice(prefix.length).split('/');
  if (segments.length % 2 !== 0) {
    throw invalidArgument(
      `Document name "${name}" does not name a document: it has an odd number of segments.`,
    );
  }
  let index = prefix.length;
  for (const [position, segment] of segments.entries()) {
    checkId(segment, name, index, position % 2 === 0 ? 'Collection' : 'Resource');
    index += segment.length + 1;
  }
  return {
    name,
    collection: name.slice(0, name.lastIndexOf('/')),
    id: segments[segments.length - 1] ?? '',
  };
}

function checkId(id: string, name: string, index: number, kind: 'Collection' | 'Resource'): void {
  if (id === '') throw invalidArgument(`Document name "${name}" has an empty segment at index ${index}.`);
  if (id === '.' || id === '..') {
    throw invalidArgument(`Document name "${name}" contains a resource id "${id}" at index ${index}.`);
  }
  if (id.length >= 4 && id.startsWith('__') && id.endsWith('__') && !/^__id-?\d+__$/.test(id)) {
    throw invalidArgument(`${kind} id "${id}" is invalid because it is reserved.`);
  }
  if (id.length * 3 > MAX_ID_BYTES && Buffer.byteLength(id) > MAX_ID_BYTES) {
    throw invalidArgument(`The key path element name is longer than ${MAX_ID_BYTES} bytes.`);
  }
}

/** Checks a parent of collections, which is "…/documents" or a document's name, and splits off its database. */
export function parseParent(parent: string | undefined): { database: string; parent: string } {
  const database = parseDatabase(parent);
  const name = parent ?? '';
  if (name !== `${database}/documents`) parseDocumentName(name);
  return { database, parent: name };
}

const lastSegment = (name: string) => name.slice(name.lastIndexOf('/') + 1);
export const collectionId = lastSegment;

export const parentOf = (name: string) => name.slice(0, name.lastIndexOf('/'));

export type FieldPath = readonly string[];

const SIMPLE_SEGMENT = /^[A-Za-z_][A-Za-z_0-9]*/;
const QUOTED_SEGMENT = /^`((?:[^`\\]|\\.)*)`/s;

/** "a.b.`c d`" → ["a", "b", "c d"]. */
export function parseFieldPath(text: string | undefined): FieldPath {
  const segments: string[] = [];
  let rest = text ?? '';
  for (;;) {
    const quoted = QUOTED_SEGMENT.exec(rest);
    const match = quoted ?? SIMPLE_SEGMENT.exec(rest);
    if (!match) throw invalidArgument(`Property path "${text ?? ''}" is invalid.`);
    segments.push(quoted ? (quoted[1] ?? '').replace(/\\(.)/gs, '$1') : match[0]);
    rest = rest.slice(match[0].length);
    if (rest === '') return segments;
    if (!rest.startsWith('.')) throw invalidArgument(`Property path "${text ?? ''}" is invalid.`);
    rest = rest.slice(1);
  }
}

export const isNamePath = (path: FieldPath) => path.length === 1 && path[0] === '__name__';

export const samePath = (a: FieldPath, b: FieldPath) =>
  a.length === b.length && a.every((segment, i) => segment === b[i]);
