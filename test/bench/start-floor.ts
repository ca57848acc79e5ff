/** The floor of a start: a bare function that loads the Firestore client that ours loads, and reads one document. */
import { Firestore } from '@google-cloud/firestore';
import { http } from '@google-cloud/functions-framework';

const projectId = process.env.GOOGLE_CLOUD_PROJECT;
const db = new Firestore({ ...(projectId !== undefined && { projectId }) });

http('floor', async (_request, response) => {
  const team = await db.doc('team/team').get();
  response.json({ found: team.exists });
});
