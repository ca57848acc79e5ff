import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startOfficialFirestore } from '../../../emulator/firestore/official';
import type { RunningFirestore } from '../../../emulator/firestore/server';
import { officialNotFound } from '../../firestores';
import { isOfficialFirestoreOffered } from '../../official-firestore';

const rules = resolve(__dirname, '../../../firestore.rules');

test('the only rule refuses everything', () => {
  const code = readFileSync(rules, 'utf8').replace(/\/\/.*$/gm, '');
  const allowed = [...code.matchAll(/\ballow\b[^;]*;/g)].map(([rule]) => rule.replace(/\s+/g, ' '));
  expect(allowed).toEqual(['allow read, write: if false;']);
  expect(code).toContain('match /{document=**}');
});

test('firebase.json deploys these rules and the indexes', () => {
  const config = JSON.parse(readFileSync(resolve(rules, '../firebase.json'), 'utf8'));
  expect(config.firestore).toEqual({ rules: 'firestore.rules', indexes: 'firestore.indexes.json' });
});

if (!isOfficialFirestoreOffered()) officialNotFound('clients under the rules');
else {
  describe('clients under the rules', () => {
    let running: RunningFirestore;
    beforeAll(async () => {
      running = await startOfficialFirestore({ rules, isShortLived: true });
    });
    afterAll(() => running?.stop());

    const ask = async (method: string, path: string, headers: Record<string, string>) => {
      const url = `http://${running.host}/v1/projects/demo-rules/databases/(default)/documents${path}`;
      const body = method === 'GET' ? {} : { body: JSON.stringify(path === ':runQuery' ? QUERY : DOCUMENT) };
      return (await fetch(url, { method, headers, ...body })).status;
    };
    const QUERY = { structuredQuery: { from: [{ collectionId: 'accounts' }] } };
    const DOCUMENT = { fields: { n: { integerValue: '1' } } };
    const asSignedIn = { Authorization: `Bearer ${unsignedToken()}` };

    const asks = [
      ['PATCH', '/accounts/a'],
      ['GET', '/accounts/a'],
      ['GET', '/accounts'],
      ['POST', '/accounts'],
      ['POST', ':runQuery'],
      ['PATCH', '/accounts/a/events/1'],
      ['DELETE', '/accounts/a'],
    ] as const;

    test.each(asks)('%s %s is refused to everybody but the owner', async (method, path) => {
      expect(await ask(method, path, {})).toBe(403);
      expect(await ask(method, path, asSignedIn)).toBe(403);
      expect(await ask('PATCH', '/accounts/a', { Authorization: 'Bearer owner' })).toBe(200);
      expect(await ask(method, path, { Authorization: 'Bearer owner' })).toBe(200);
    });
  });
}

/** Somebody signed in with Firebase, as the emulator takes it. */
function unsignedToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: 'somebody', user_id: 'somebody', email: 'somebody@example.com', firebase: {} };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}
