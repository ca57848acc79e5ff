/** The history of all accounts as queries; entries of the team's own history, which stand in collections of the same name, come along. */
import { FieldPath, type Query } from '@google-cloud/firestore';
import type { HistoryFilter } from '../domain/account/history-filter';
import type { Database } from './firestore';

/**
 * The newest first, then by the path of the document, downwards. Two where somebody is asked for, who decided an entry or sent it;
 * events and fields are no part of an index.
 */
export const historyQueries = (
  db: Database,
  { personId, command, channel, batch, from, before }: HistoryFilter,
): Query[] => {
  let query: Query = db.collectionGroup('events');
  if (command !== undefined) query = query.where('command', '==', command);
  if (channel !== undefined) query = query.where('channel', '==', channel);
  if (batch !== undefined) query = query.where('batch', '==', batch);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (before !== undefined) query = query.where('at', '<', before);
  const queries =
    personId === undefined
      ? [query]
      : [query.where('by', '==', personId), query.where('sentBy', '==', personId)];
  return queries.map((one) => one.orderBy('at', 'desc').orderBy(FieldPath.documentId(), 'desc'));
};
