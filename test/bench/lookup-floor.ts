/** The floor of a lookup: one query on the same index for as many documents as the lookup answers for such a name, and no more. */
import { Firestore } from '@google-cloud/firestore';
import { http } from '@google-cloud/functions-framework';

const db = new Firestore();

http('floor', async ({ query: { key } }, response) => {
  const { docs } = await db.collection('accounts').where('matchKeys', 'array-contains', key).limit(20).get();
  response.json({ found: docs.map((doc) => doc.get('state.name')) });
});
