/**
 * The floor of a transition: a bare function that reads what ours reads and commits the batch that ours commits, with the
 * documents that ours has written before it. It signs nobody in, validates nothing and decides nothing.
 */
import { readFileSync } from 'node:fs';
import { FieldValue, Firestore } from '@google-cloud/firestore';
import { http } from '@google-cloud/functions-framework';

const documents: { account: object; entry: object; request: { expireAt: string } } = JSON.parse(
  readFileSync(process.env.BENCH_DOCUMENTS ?? '', 'utf8'),
);
const expireAt = new Date(documents.request.expireAt);
const projectId = process.env.GOOGLE_CLOUD_PROJECT;
const db = new Firestore({ ...(projectId !== undefined && { projectId }) });

http('floor', async ({ body: { accountId, requestId } }, response) => {
  const account = db.doc(`accounts/${accountId}`);
  const request = db.doc(`requests/${requestId}`);
  const team = await db.doc('team/team').get();
  const [before, known] = await db.getAll(account, request);
  const lastUpdateTime = before?.updateTime;
  if (!team.data() || !before?.data() || lastUpdateTime === undefined || known?.exists)
    throw new Error(`not as expected: ${accountId}`);
  const batch = db.batch();
  batch.update(
    account,
    { ...documents.account, changedAt: FieldValue.serverTimestamp() },
    { lastUpdateTime },
  );
  batch.create(account.collection('events').doc('00000002'), documents.entry);
  batch.create(request, { ...documents.request, expireAt });
  await batch.commit();
  response.json({ accountId });
});
