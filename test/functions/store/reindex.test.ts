import { findLookupCandidates } from '../../../functions/app/find-lookup-candidates';
import { queryByName } from '../../../functions/domain/lookup/query';
import { accountDocument } from '../../../functions/store/account-fields';
import { readAccountPage } from '../../../functions/store/account-pages';
import { accountRef, reindexProgressRef } from '../../../functions/store/firestore';
import { reindexAccounts } from '../../../functions/store/reindex';
import { anAccount } from '../../builders';
import { freshClient, usingFirestore } from '../../firestores';

const firestore = usingFirestore('embedded');

test('keys of before are made anew, once, page by page; the account itself stays as it is', async () => {
  const db = freshClient(firestore().host);
  const ids = Array.from({ length: 450 }, (_, index) => `a_${String(index).padStart(3, '0')}`);
  const batch = db.batch();
  for (const id of ids) {
    const document = accountDocument(anAccount({ id, name: `株式会社エヌ・ティ・ティ${id}` }), []);
    batch.set(accountRef(db, id), { ...document, matchKeys: ['old'], changedAt: 'untouched' });
  }
  const withdrawn = anAccount({ id: 'a_999', name: '株式会社誤り', withdrawn: true });
  batch.set(accountRef(db, 'a_999'), accountDocument(withdrawn, []));
  await batch.commit();

  expect(await reindexAccounts(db, 1)).toEqual({ changed: 200, done: false });
  expect(await reindexAccounts(db, 1)).toEqual({ changed: 200, done: false });
  expect(await reindexAccounts(db)).toEqual({ changed: 50, done: true });
  expect(await reindexAccounts(db)).toEqual({ changed: 0, done: true });

  const found = await findLookupCandidates(db, queryByName('エヌティティa_007').question);
  expect(found.accounts.map(({ id }) => id)).toContain('a_007');
  expect((await accountRef(db, 'a_007').get()).get('changedAt')).toBe('untouched');
  expect((await accountRef(db, 'a_999').get()).get('matchKeys')).toEqual([]);
  expect((await readAccountPage(db, {}, null, undefined, 1000))?.accounts).toHaveLength(450);

  // Another making of keys begins anew, whatever kind of key has changed.
  await reindexProgressRef(db).set({ version: 1, after: 'a_400', done: true });
  const kinds = ['matchKeys', 'likeKeys', 'knownBy', 'contactKeys'];
  for (const [index, kind] of kinds.entries())
    await accountRef(db, `a_00${index}`).update({ [kind]: ['old'] });
  expect(await reindexAccounts(db)).toEqual({ changed: 4, done: true });
  for (const [index, kind] of kinds.entries())
    expect((await accountRef(db, `a_00${index}`).get()).get(kind)).not.toContain('old');

  // Commands meanwhile leave the keys that they do not change.
  await reindexProgressRef(db).set({ version: 1, after: null, done: false });
  const busy = ids.slice(0, 40).map((id) => accountRef(db, id));
  await Promise.all(busy.map((ref) => ref.update({ matchKeys: ['old'] })));
  const commands = busy.map(async (ref) => {
    for (let command = 0; command < 5; command += 1) await ref.update({ 'state.unanswered': command });
  });
  const [{ done }] = await Promise.all([reindexAccounts(db), ...commands]);
  expect(done).toBe(true);
  for (const doc of await db.getAll(...busy)) expect(doc.get('matchKeys')).not.toContain('old');
  await db.terminate();
});
