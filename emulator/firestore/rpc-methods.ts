/** The methods of google.firestore.v1.Firestore that the embedded server answers. Messages are plain data. */
import { aggregate, aggregatedFields } from './aggregate';
import {
  type BatchGetDocumentsRequest,
  type BatchWriteRequest,
  type BeginTransactionRequest,
  type CommitRequest,
  type DocumentMessage,
  type FirestoreWrite,
  GrpcRefusal,
  invalidArgument,
  type ListCollectionIdsRequest,
  type ListDocumentsRequest,
  type ReadConsistency,
  type RollbackRequest,
  type RunAggregationQueryRequest,
  type RunQueryRequest,
  unimplemented,
} from './messages';
import { parseQuery } from './parse-query';
import type { Transaction } from './read-locks';
import {
  type FieldPath,
  parseDatabase,
  parseDocumentName,
  parseFieldPath,
  parseParent,
} from './resource-names';
import type { CommitResult, EmbeddedStore } from './store';
import { type StoredDocument, toTimestamp } from './stored-document';
import { compareUtf8 } from './values';
import { documentNameOf, projectDocument } from './write';

/** Methods with a stream of answers return a list. */
export type RpcMethods = ReturnType<typeof rpcMethods>;

export function rpcMethods(store: EmbeddedStore) {
  /** The transaction of a read; `begun` is its ID where the read begins it. */
  function transactionOf({ transaction: id, newTransaction, readTime }: ReadConsistency): {
    transaction: Transaction | undefined;
    begun: Buffer | undefined;
  } {
    if (readTime) throw unimplemented('reads at a past readTime');
    if (newTransaction) {
      const transaction = store.transactions.begin(newTransaction);
      return { transaction, begun: transaction.id };
    }
    return { transaction: id && id.length > 0 ? store.transactions.find(id) : undefined, begun: undefined };
  }

  return {
    async BatchGetDocuments(request: BatchGetDocumentsRequest) {
      parseDatabase(request.database);
      const names = [...new Set(request.documents ?? [])];
      for (const name of names) parseDocumentName(name);
      const mask = request.mask && (request.mask.fieldPaths ?? []).map(parseFieldPath);
      const { transaction, begun } = transactionOf(request);
      const documents = await store.read(names, transaction);
      const readTime = toTimestamp(store.readTime());
      const answers = documents.map((document, i) =>
        document ? { found: maskDocument(document, mask), readTime } : { missing: names[i], readTime },
      );
      return begun ? [{ transaction: begun, readTime }, ...answers] : answers;
    },

    async RunQuery(request: RunQueryRequest) {
      if (request.explainOptions) throw unimplemented('explainOptions');
      const query = parseQuery(request.parent, request.structuredQuery);
      const { transaction, begun } = transactionOf(request);
      const documents = await store.query(query, transaction);
      const readTime = toTimestamp(store.readTime());
      const answers = documents.map((document) => ({
        document: maskDocument(document, query.projection),
        readTime,
      }));
      if (begun) return [{ transaction: begun, readTime }, ...answers];
      return answers.length > 0 ? answers : [{ readTime }];
    },

    async RunAggregationQuery(request: RunAggregationQueryRequest) {
      if (request.explainOptions) throw unimplemented('explainOptions');
      const { structuredQuery, aggregations = [] } = request.structuredAggregationQuery ?? {};
      const query = parseQuery(request.parent, structuredQuery, aggregatedFields(aggregations));
      const { transaction, begun } = transactionOf(request);
      const documents = await store.query(query, transaction);
      return [
        {
          result: { aggregateFields: aggregate(documents, aggregations) },
          readTime: toTimestamp(store.readTime()),
          ...(begun && { transaction: begun }),
        },
      ];
    },

    async BeginTransaction({ database, options = {} }: BeginTransactionRequest) {
      parseDatabase(database);
      return { transaction: store.transactions.begin(options).id };
    },

    async Commit(request: CommitRequest) {
      return commitMessage(await store.commit(request));
    },

    async Rollback({ database, transaction }: RollbackRequest) {
      parseDatabase(database);
      store.transactions.rollBack(store.transactions.find(transaction ?? Buffer.alloc(0)));
      return {};
    },

    async BatchWrite({ database, writes = [] }: BatchWriteRequest) {
      if (new Set(writes.map(documentNameOf)).size < writes.length) {
        throw invalidArgument('A BatchWrite request may not write to the same document more than once.');
      }
      const outcomes = await Promise.all(writes.map((write) => writeAlone(store, database, write)));
      return {
        writeResults: outcomes.map(({ result }) => result),
        status: outcomes.map(({ status }) => status),
      };
    },

    async ListDocuments(request: ListDocumentsRequest) {
      if (request.orderBy) throw unimplemented('orderBy of ListDocuments');
      const { transaction } = transactionOf(request);
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
      if (request.readTime) throw unimplemented('reads at a past readTime');
      const { parent } = parseParent(request.parent);
      const ids = store.documents.collectionIdsBelow(`${parent}/`);
      const { page, nextPageToken } = pageOf(ids, (id) => id, request);
      return { collectionIds: page, nextPageToken };
    },
  };
}

/** Answers of RunQuery and BatchGetDocuments carry the stored document, which is encoded already. */
const maskDocument = (document: StoredDocument, mask: FieldPath[] | undefined): StoredDocument =>
  mask ? projectDocument(document, mask) : document;

function documentMessage(document: StoredDocument, mask: FieldPath[] | undefined): DocumentMessage {
  const { name, fields, createTime, updateTime } = maskDocument(document, mask);
  return { name, fields, createTime: toTimestamp(createTime), updateTime: toTimestamp(updateTime) };
}

/** A deletion has no update time of its own: the client receives that of the commit. */
function commitMessage({ commitTime, results }: CommitResult) {
  return {
    commitTime: toTimestamp(commitTime),
    writeResults: results.map(({ updateTime, transformResults }) => ({
      updateTime: toTimestamp(updateTime ?? commitTime),
      transformResults,
    })),
  };
}

async function writeAlone(store: EmbeddedStore, database: string | undefined, write: FirestoreWrite) {
  try {
    const { writeResults } = commitMessage(
      await store.commit({ ...(database !== undefined && { database }), writes: [write] }),
    );
    return { result: writeResults[0] ?? {}, status: { code: 0 } };
  } catch (error) {
    if (!(error instanceof GrpcRefusal)) throw error;
    return { result: {}, status: { code: error.code, message: error.details } };
  }
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
