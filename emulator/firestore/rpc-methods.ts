/** The methods of google.firestore.v1.Firestore that the embedded server answers, by their names. Messages are plain data. */
import { listMethods } from './list-methods';
import { readMethods } from './read-methods';
import type { EmbeddedStore } from './store';
import { writeMethods } from './write-methods';

/** Methods with a stream of answers return a list. */
export type RpcMethods = ReturnType<typeof rpcMethods>;

export const rpcMethods = (store: EmbeddedStore) => ({
  ...readMethods(store),
  ...listMethods(store),
  ...writeMethods(store),
});
