/** The methods that write: commits, batches of single writes, and transactions. */
import {
  type BatchWriteRequest,
  type BeginTransactionRequest,
  type CommitRequest,
  type FirestoreWrite,
  GrpcRefusal,
  invalidArgument,
  type RollbackRequest,
} from './messages';
import { parseDatabase } from './resource-names';
import type { CommitResult, EmbeddedStore } from './store';
import { toTimestamp } from './stored-document';
import { documentNameOf } from './write';

export const writeMethods = (store: EmbeddedStore) => ({
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
    const results = await Promise.all(writes.map((write) => writeAlone(store, database, write)));
    return {
      writeResults: results.map(({ result }) => result),
      status: results.map(({ status }) => status),
    };
  },
});

/** A deletion has no update time of its own, so the client receives the commit's. */
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
