/** The connection to Firestore and the names of everything kept there. */

import { createHash } from 'node:crypto';
import {
  type CollectionReference,
  type DocumentReference,
  FieldPath,
  Firestore,
  type Query,
  type QueryDocumentSnapshot,
} from '@google-cloud/firestore';

export type Database = Firestore;

/** Obeys FIRESTORE_EMULATOR_HOST, as the client does. What is undefined is not stored. */
export const openFirestore = (projectId: string | undefined): Database =>
  new Firestore({ ...(projectId !== undefined && { projectId }), ignoreUndefinedProperties: true });

/** Collections below documents; all others stand at the root. */
export const NESTED_COLLECTIONS: readonly string[] = ['events', 'shown'];

export const accountsOf = (db: Database): CollectionReference => db.collection('accounts');
export const accountRef = (db: Database, id: string): DocumentReference => accountsOf(db).doc(id);
export const entriesOf = (db: Database, id: string): CollectionReference =>
  accountRef(db, id).collection('events');
export const entryRef = (db: Database, id: string, version: number): DocumentReference =>
  entriesOf(db, id).doc(String(version).padStart(8, '0'));
/** One document a request, so that a second one with the same key can not be created. */
export const requestRef = (db: Database, requestId: string): DocumentReference =>
  requestsOf(db).doc(digest(requestId));
export const requestsOf = (db: Database): CollectionReference => db.collection('requests');
/** One document a corporate number in use: names the account that has it. */
export const numbersOf = (db: Database): CollectionReference => db.collection('corporateNumbers');
export const numberRef = (db: Database, corporateNumber: string): DocumentReference =>
  numbersOf(db).doc(corporateNumber);
/** One document an erasure that is committed and not finished: what is still to be taken out, and where. */
export const erasuresOf = (db: Database): CollectionReference => db.collection('erasures');
export const erasureRef = (db: Database, accountId: string, version: number): DocumentReference =>
  erasuresOf(db).doc(digest(`${accountId}\n${version}`));
export const teamRef = (db: Database): DocumentReference => db.collection('team').doc('team');
/** Versions of the team that people saw. */
export const teamEntriesOf = (db: Database): CollectionReference => teamRef(db).collection('events');
export const importBatchRef = (db: Database, id: string): DocumentReference => importBatchesOf(db).doc(id);
export const importBatchesOf = (db: Database): CollectionReference => db.collection('batches');
/** One document a list: what people have decided about its rows. */
export const rowChoicesRef = (db: Database, list: string): DocumentReference =>
  db.collection('rowChoices').doc(digest(list));
/** One document a spreadsheet: how far the register in it is. */
export const registerRef = (db: Database, spreadsheetId: string): DocumentReference =>
  registersOf(db).doc(spreadsheetId);
export const registersOf = (db: Database): CollectionReference => db.collection('registers');
/** Which accounts have a row in the register of a spreadsheet. */
export const shownAccountsOf = (db: Database, spreadsheetId: string): CollectionReference =>
  registerRef(db, spreadsheetId).collection('shown');
/** One document a spreadsheet: how far a search for duplicates in its register is, and what it has found. */
export const duplicateSearchRef = (db: Database, spreadsheetId: string): DocumentReference =>
  duplicateSearchesOf(db).doc(spreadsheetId);
export const duplicateSearchesOf = (db: Database): CollectionReference => db.collection('duplicateSearches');
/** How far the match keys have been made anew. */
export const reindexProgressRef = (db: Database): DocumentReference => db.collection('team').doc('matchKeys');
/** One document a person, day and channel, made before a digest is sent. */
export const digestMarksOf = (db: Database): CollectionReference => db.collection('digestMarks');
/** One document a member and cell whose request was sent back. */
export const sentBackOf = (db: Database): CollectionReference => db.collection('sentBack');
/** One document a member who has a calendar link. */
export const calendarFeedsOf = (db: Database): CollectionReference => db.collection('calendarFeeds');
/** How far the scheduled check of the store is. */
export const checkProgressRef = (db: Database): DocumentReference => db.collection('team').doc('check');
/** When the scheduler's run of each job last ended well. */
export const jobRunsRef = (db: Database): DocumentReference => db.collection('team').doc('jobs');
/** Which facts the dashboard is made of, and how far they are. */
export const dashboardRef = (db: Database): DocumentReference => db.collection('team').doc('dashboard');
/** What is known of the histories of many accounts, one document a part of them. */
export const historyFactsOf = (db: Database): CollectionReference => db.collection('historyFacts');
export const queueNotesOf = (db: Database): CollectionReference => db.collection('queueNotes');

/** Values that one `in` or `array-contains-any` takes. */
export const MAX_IN_VALUES = 30;

/** The values in parts that one such query takes. */
export const inQueryParts = <Value>(values: readonly Value[]): Value[][] =>
  Array.from({ length: Math.ceil(values.length / MAX_IN_VALUES) }, (_, part) =>
    values.slice(part * MAX_IN_VALUES, (part + 1) * MAX_IN_VALUES),
  );

/**
 * By ID those of the documents that exist. Where most of them do not, this is cheaper than getAll, which costs a read and a
 * message for each missing one.
 */
export const readExisting = async (
  collection: Query,
  ids: readonly string[],
): Promise<Map<string, QueryDocumentSnapshot>> => {
  const snapshots = await Promise.all(
    inQueryParts(ids).map((part) => collection.where(FieldPath.documentId(), 'in', part).get()),
  );
  return new Map(snapshots.flatMap(({ docs }) => docs.map((doc) => [doc.id, doc])));
};

/** Short, URL-safe and not sequential: fit for document IDs. */
export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 26);

/** A value as the store keeps it: without undefined. */
export const withoutUndefined = <T>(value: T): T => JSON.parse(JSON.stringify(value));
