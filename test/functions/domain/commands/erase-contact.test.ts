import { undoObstacle } from '../../../../functions/domain/account/undo-obstacle';
import { aContext, theMember } from '../../../builders';
import { accepted, attempt, codes, type Life, met, quarterly, refused } from '../account-lives';

const byManager = { by: 'manager' };
const idOf = ({ account }: Life): string => Object.keys(account.contacts)[0] ?? '';
const erase = (life: Life, more: { spellings?: string[]; reason?: string } = {}) => ({
  type: 'eraseContact' as const,
  contactId: idOf(life),
  ...more,
});
const known = (): Life =>
  accepted(
    accepted(quarterly(), {
      type: 'saveContact',
      contact: { id: 'c000003', name: '山田 太郎', department: '経理部', email: 'taro@example.jp' },
    }),
    {
      type: 'logActivity',
      activity: { kind: 'call', twoWay: true, date: '2026-06-30', contactId: 'c000003', note: '昇進された' },
    },
  );

test('the contact stays as a place without a person, and what was spoken about goes with it', () => {
  const { account } = accepted(known(), erase(known()), byManager);
  expect(account.contacts).toEqual({
    c000003: {
      id: 'c000003',
      name: '■■',
      department: null,
      title: null,
      email: null,
      phone: null,
      state: 'erased',
      speaksWith: [],
    },
  });
  expect(Object.values(account.activities).at(-1)).toMatchObject({ with: '■■', note: '■■' });
  // A quarterly check needs somebody to speak with.
  expect(account.standing.debts).toEqual(['NEED']);
});

test('the history keeps that it was done, by whom and why, and nothing of the person', () => {
  const life = accepted(known(), erase(known(), { reason: '山田太郎様からの依頼' }), byManager);
  const entry = life.history.at(-1);
  expect(entry).toMatchObject({
    by: 'manager',
    command: 'eraseContact',
    events: [{ type: 'contactErased', reason: '■■様からの依頼', data: { contactId: 'c000003' } }],
  });
  for (const word of ['山田', '太郎', '経理部', 'taro', '昇進'])
    expect(JSON.stringify(entry)).not.toContain(word);
});

test('further words of the person are looked for, too, and not kept', () => {
  const life = accepted(known(), erase(known(), { spellings: ['来期'] }), byManager);
  expect(life.account.standing).toMatchObject({ awaitedCondition: '■■の予算' });
  expect(JSON.stringify(life.history.at(-1))).not.toContain('来期');
});

test('a second time there is nothing to erase, but for further words', () => {
  const life = accepted(known(), erase(known()), byManager);
  expect(codesOrVersion(attempt(freed(life), erase(life), byManager))).toBe(life.account.version);
  const again = accepted(freed(life), erase(life, { spellings: ['来期'] }), byManager);
  expect(again.account.standing).toMatchObject({ awaitedCondition: '■■の予算' });
});

test('nobody speaks with a person who was erased, and nobody takes that place', () => {
  const life = accepted(known(), erase(known()), byManager);
  const contactId = idOf(life);
  const call = { kind: 'call', date: '2026-07-01', contactId } as const;
  for (const command of [
    { type: 'saveContact', contact: { id: contactId, name: '別の人' } },
    { type: 'setAwaited', contactId },
    { type: 'logActivity', activity: call },
  ] as const)
    expect(codes(refused(life, command))).toEqual(['CONTACT_UNKNOWN']);
  const named = accepted(life, { type: 'saveContact', contact: { name: '■■' } });
  expect(Object.keys(named.account.contacts)).toHaveLength(2);
});

test('an unknown contact is refused, and so is everybody but a manager', () => {
  expect(codes(refused(met(), { type: 'eraseContact', contactId: 'c9' }, byManager))).toEqual([
    'CONTACT_UNKNOWN',
  ]);
  for (const by of ['is', 'fs'])
    expect(codes(refused(known(), erase(known()), { by }))).toEqual(['ROLE_NOT_ALLOWED']);
});

test('it is not undone, and what it took out is not brought back by the undo of an older entry', () => {
  const life = accepted(known(), erase(known()), byManager);
  const entry = life.history.at(-1);
  if (entry === undefined) throw new Error('no entry');
  expect(undoObstacle(entry, { actor: theMember('manager'), now: aContext({}).now })).toBe('UNDO_ERASED');
  const undo = (version: number) => codes(refused(life, { type: 'undo', version }, byManager));
  expect(undo(entry.version)).toEqual(['UNDO_ERASED']);
  const saved = life.history.find(({ command }) => command === 'saveContact')?.version ?? 0;
  expect(undo(saved)).toEqual(['UNDO_LATER_CHANGES']);
});

/** As the store has it once the erasure is finished. */
const freed = (life: Life): Life => ({
  ...life,
  history: life.history.filter(({ command }) => command === 'eraseContact'),
});

const codesOrVersion = (result: ReturnType<typeof attempt>): number | string[] =>
  'reasons' in result ? codes(result) : result.account.version;
