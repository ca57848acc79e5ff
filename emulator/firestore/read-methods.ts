/** The methods that read documents, by their names or by a query. */
import { aggregate, aggregatedFields } from './aggregate';
import {
  type BatchGetDocumentsRequest,
  type ReadConsistency,
  type RunAggregationQueryRequest,
  type RunQueryRequest,
  unimplemented,
} from './messages';
import { parseQuery } from './parse-query';
import type { Transaction } from './read-locks';
import { type FieldPath, parseDatabase, parseDocumentName, parseFieldPath } from './resource-names';
import type { EmbeddedStore } from './store';
import { type StoredDocument, toTimestamp } from './stored-document';
import { projectDocument } from './write';

/** The transaction that a read belongs to; `newId` is its ID where the read begins it. */
export function transactionOf(
  store: EmbeddedStore,
  { transaction: id, newTransaction, readTime }: ReadConsistency,
): { transaction: Transaction | undefined; newId: Buffer | undefined } {
  if (readTime) store.checkReadTime(readTime);
  if (newTransaction) {
    const transaction = store.transactions.begin(newTransaction);
    return { transaction, newId: transaction.id };
  }
  return { transaction: id && id.length > 0 ? store.transactions.find(id) : undefined, newId: undefined };
}

/** Answers of RunQuery and BatchGetDocuments carry the stored document, which is encoded already. */
export const maskDocument = (document: StoredDocument, mask: FieldPath[] | undefined): StoredDocument =>
  mask ? projectDocument(document, mask) : document;

export const readMethods = (store: EmbeddedStore) => ({
  async BatchGetDocuments(request: BatchGetDocumentsRequest) {
    parseDatabase(request.database);
    const names = [...new Set(request.documents ?? [])];
    for (const name of names) parseDocumentName(name);
    const mask = request.mask && (request.mask.fieldPaths ?? []).map(parseFieldPath);
    const { transaction, newId } = transactionOf(store, request);
    const documents = await store.read(names, transaction);
    const readTime = toTimestamp(store.readTime());
    const answers = documents.map((document, i) =>
      document ? { found: maskDocument(document, mask), readTime } : { missing: names[i], readTime },
    );
    return newId ? [{ transaction: newId, readTime }, ...answers] : answers;
  },

  async RunQuery(request: RunQueryRequest) {
    if (request.explainOptions) throw unimplemented('explainOptions');
    const query = parseQuery(request.parent, request.structuredQuery);
    const { transaction, newId } = transactionOf(store, request);
    const documents = await store.query(query, transaction);
    const readTime = toTimestamp(store.readTime());
    const answers = documents.map((document) => ({
      document: maskDocument(document, query.projection),
      readTime,
    }));
    if (newId) return [{ transaction: newId, readTime }, ...answers];
    return answers.length > 0 ? answers : [{ readTime }];
  },

  async RunAggregationQuery(request: RunAggregationQueryRequest) {
    if (request.explainOptions) throw unimplemented('explainOptions');
    const { structuredQuery, aggregations = [] } = request.structuredAggregationQuery ?? {};
    const query = parseQuery(request.parent, structuredQuery, aggregatedFields(aggregations));
    const { transaction, newId } = transactionOf(store, request);
    const documents = await store.query(query, transaction);
    return [
      {
        result: { aggregateFields: aggregate(documents, aggregations) },
        readTime: toTimestamp(store.readTime()),
        ...(newId && { transaction: newId }),
      },
    ];
  },
});
