/**
 * Holds the embedded Firestore to Google's emulator: the same random operations on both, with the same outcome.
 * FIRESTORE_DIFFERENTIAL_RUNS asks for more than the usual few.
 */
import fc from 'fast-check';
import { freshClient, hasOfficialFirestore, officialNotFound, usingFirestore } from '../../firestores';
import { performOperation } from './perform-operation';
import { randomOperations } from './random-operations';

const runs = Number(process.env.FIRESTORE_DIFFERENTIAL_RUNS ?? 60);
const MS_PER_RUN = 2_000;

if (!hasOfficialFirestore) officialNotFound('embedded and official Firestore do the same');
else {
  describe('embedded and official Firestore', () => {
    const embedded = usingFirestore('embedded');
    const official = usingFirestore('official');

    test(
      'do the same, whatever is asked',
      async () => {
        await fc.assert(
          fc.asyncProperty(randomOperations, async (operations) => {
            const clients = [official(), embedded()].map(({ host }) =>
              freshClient(host, { useBigInt: true }),
            );
            try {
              for (const operation of operations) {
                const [expected, got] = await Promise.all(
                  clients.map((client) => performOperation(client, operation)),
                );
                expect(got).toEqual(expected);
              }
            } finally {
              await Promise.all(clients.map((client) => client.terminate()));
            }
          }),
          { numRuns: runs },
        );
      },
      60_000 + runs * MS_PER_RUN,
    );
  });
}
