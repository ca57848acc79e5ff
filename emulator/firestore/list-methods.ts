/** The methods that list the documents of a collection, and the collections below a document; page by page. */
import {
  type DocumentMessage,
  type ListCollectionIdsRequest,
  type ListDocumentsRequest,
  unimplemented,
} from './messages';
import { parseQuery } from './parse-query';
import { maskDocument, transactionOf } from './read-methods';
import { type FieldPath, parseFieldPath, parseParent } from './resource-names';
import type { EmbeddedStore } from './store';
import { type StoredDocument, toTimestamp } from './stored-document';
import { compareUtf8 } from './values';

export const listMethods = (store: EmbeddedStore) => ({
  async ListDocuments(request: ListDocumentsRequest) {
    if (request.orderBy) throw unimplemented('orderBy of ListDocuments');
    const { transaction } = transactionOf(store, request);
    const { parent } = parseParent(request.parent);
    if (!request.collectionId) throw unimplemented('ListDocuments without a collection');
    const mask = request.mask && (request.mask.fieldPaths ?? []).map(parseFieldPath);
    const from = [{ collectionId: request.collectionId }];
    const stored = await store.query(parseQuery(parent, { from }), transaction);
    const prefix = `${parent}/${request.collectionId}/`;
    const messages = request.showMissing
      ? addMissingParents(stored, prefix, store.documents.namesBelow(prefix), mask)
      : stored.map((document) => documentMessage(document, mask));
    const { page, nextPageToken } = pageOf(messages, ({ name }) => name, request);
    return { documents: page, nextPageToken };
  },

  async ListCollectionIds(request: ListCollectionIdsRequest) {
    if (request.readTime) store.checkReadTime(request.readTime);
    const { parent } = parseParent(request.parent);
    const ids = store.documents.collectionIdsBelow(`${parent}/`);
    const { page, nextPageToken } = pageOf(ids, (id) => id, request);
    return { collectionIds: page, nextPageToken };
  },
});

function documentMessage(document: StoredDocument, mask: FieldPath[] | undefined): DocumentMessage {
  const { name, fields, createTime, updateTime } = maskDocument(document, mask);
  return { name, fields, createTime: toTimestamp(createTime), updateTime: toTimestamp(updateTime) };
}

/** Adds the documents that do not exist but have subcollections with documents. */
function addMissingParents(
  stored: StoredDocument[],
  prefix: string,
  below: Iterable<string>,
  mask: FieldPath[] | undefined,
): DocumentMessage[] {
  const messages = new Map<string, DocumentMessage>();
  for (const name of below) {
    const missing = prefix + name.slice(prefix.length, name.indexOf('/', prefix.length));
    messages.set(missing, { name: missing });
  }
  for (const document of stored) messages.set(document.name, documentMessage(document, mask));
  return [...messages.values()].sort((a, b) => compareUtf8(a.name, b.name));
}

/** The page after the token, which is the key of the previous page's last item. */
function pageOf<T>(
  items: T[],
  keyOf: (item: T) => string,
  { pageSize, pageToken }: { pageSize?: number; pageToken?: string },
): { page: T[]; nextPageToken: string } {
  const start = pageToken ? items.findIndex((item) => compareUtf8(keyOf(item), pageToken) > 0) : 0;
  const rest = start < 0 ? [] : items.slice(start);
  const page = pageSize ? rest.slice(0, pageSize) : rest;
  const last = page[page.length - 1];
  return { page, nextPageToken: page.length < rest.length && last !== undefined ? keyOf(last) : '' };
}
