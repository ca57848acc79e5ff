/**
 * The floor of an import: raw batches of the documents that an import has written, as many rows to a batch. They are
 * loaded from a file by one call and written by the next, into a database that nobody else uses.
 */
import { readFileSync } from 'node:fs';
import { FieldValue, Firestore } from '@google-cloud/firestore';
import { http } from '@google-cloud/functions-framework';

interface Row {
  id: string;
  account: object;
  entry: object;
  number: { id: string; document: object };
}

let db: Firestore;
let rows: Row[] = [];

http('floor', async ({ body: { load, rowsInABatch } }, response) => {
  if (load !== undefined) {
    rows = JSON.parse(readFileSync(load.file, 'utf8'));
    db = new Firestore({ projectId: load.project });
    // Connects.
    await db.doc('team/team').get();
  } else {
    for (let from = 0; from < rows.length; from += rowsInABatch) {
      const batch = db.batch();
      for (const { id, account, entry, number } of rows.slice(from, from + rowsInABatch)) {
        batch.create(db.doc(`accounts/${id}`), { ...account, changedAt: FieldValue.serverTimestamp() });
        batch.create(db.doc(`accounts/${id}/events/00000001`), entry);
        batch.create(db.doc(`corporateNumbers/${number.id}`), number.document);
      }
      await batch.commit();
    }
  }
  response.json({ rows: rows.length });
});
