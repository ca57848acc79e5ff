import * as fc from 'fast-check';
import type { Account } from '../../../functions/domain/account/account';
import { accountDocument } from '../../../functions/store/account-fields';
import { wholeState } from '../../../functions/store/account-state';
import { checkedAccountUpdate } from '../../../functions/store/account-update';
import { anAccount } from '../../builders';
import { randomCommand } from '../domain/commands/random-command';
import { step } from '../domain/commands/random-lives';
import { same, stored, type World } from '../domain/commands/random-world';

const documentOf = (account: Account, batches: readonly string[] = []): Record<string, unknown> =>
  stored(accountDocument(account, batches));

/** As it is read: what nobody says of the account is absent in one document, and null or empty in another. */
const asRead = (document: Record<string, unknown>): Record<string, unknown> => ({
  ...document,
  state: wholeState(document.state as Record<string, unknown>),
});

/** As the store takes an update: fields by their paths, of one step or two. */
const updated = (document: Record<string, unknown>, update: object): Record<string, unknown> => {
  const result = { ...document };
  for (const [path, value] of Object.entries(update)) {
    const [field = '', within] = path.split('.');
    const part = result[field];
    result[field] =
      within === undefined ? value : { ...(typeof part === 'object' ? part : {}), [within]: value };
  }
  return result;
};

const updateOf = (before: Account, after: Account, document = documentOf(before)) =>
  checkedAccountUpdate({ account: before, document }, after, []);

test('after each command of random lives the updated document is the one that the account would be stored as', () => {
  let [commands, fields] = [0, 0];
  const lives = fc.property(
    fc.array(randomCommand, { minLength: 20, maxLength: 60, size: 'max' }),
    (sequence) => {
      const world: World = {
        lives: {},
        today: '2026-03-02',
        setBack: false,
        ...{ accepted: {}, refused: {}, entered: {}, imported: {}, tested: {} },
      };
      const before = new Map<string, Account>();
      for (const drawn of sequence) {
        step(world, drawn);
        for (const { account } of Object.values(world.lives)) {
          const was = before.get(account.id);
          before.set(account.id, account);
          if (was === undefined || was === account) continue;
          const update = updateOf(was, account);
          same(asRead(stored(updated(documentOf(was), update))), asRead(documentOf(account)));
          commands += 1;
          fields += Object.keys(update).filter((path) => path.startsWith('state.')).length;
        }
      }
    },
  );
  void fc.assert(lives, { numRuns: 20 });
  expect(commands).toBeGreaterThan(200);
  // Of some fifty.
  expect(fields / commands).toBeLessThan(15);
});

const account = anAccount({ id: 'a_1', version: 2, name: '株式会社春', missedChecks: 0 });
const renamed = anAccount({ id: 'a_1', version: 3, name: '株式会社夏', missedChecks: 0 });
const owned = anAccount({ id: 'a_1', version: 3, name: '株式会社春', ownerId: 'm_1' });

test('keys are made anew where what they are made of has changed, and only there', () => {
  const keys = ['matchKeys', 'likeKeys', 'knownBy', 'contactKeys', 'order'];
  expect(Object.keys(updateOf(account, renamed))).toEqual(expect.arrayContaining(keys));
  for (const key of keys) expect(updateOf(account, owned)).not.toHaveProperty([key]);
});

test('what its status never read is written along', () => {
  const document = documentOf(account);
  const state = { ...(document.state as Record<string, unknown>), missedChecks: 3 };
  const update = updateOf(account, owned, { ...document, state });
  expect(update).toHaveProperty(['state.missedChecks'], 0);
  same(asRead(stored(updated({ ...document, state }, update))), asRead(documentOf(owned)));
});

test('what nobody says any more is written as null, and what was null and is absent is no change', () => {
  const document = documentOf(owned);
  const state = { ...(document.state as Record<string, unknown>), kana: null };
  for (const before of [document, { ...document, state }]) {
    const update = updateOf(owned, { ...account, version: 4 }, before);
    expect(update).toMatchObject({ 'state.ownerId': null, 'state.version': 4 });
    expect(update).not.toHaveProperty(['state.kana']);
  }
});

test('an account of an older schema is written whole', () => {
  const update = updateOf(account, owned, { ...documentOf(account), schema: 1 });
  same(stored(updated({}, update)).state, documentOf(owned).state);
});
