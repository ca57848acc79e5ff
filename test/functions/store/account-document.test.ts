import type { Account } from '../../../functions/domain/account/account';
import { matchKeys } from '../../../functions/domain/company/match-keys';
import { ACCOUNT_SCHEMA_VERSION, parseAccount, parseEntry } from '../../../functions/store/account-document';
import { accountDocument } from '../../../functions/store/account-fields';
import { wholeState } from '../../../functions/store/account-state';
import { loadAccount } from '../../../functions/store/accounts';
import { accountRef } from '../../../functions/store/firestore';
import { aContact, anAccount, anActivity, anOpportunity, aProduct, byId } from '../../builders';
import { aSubmitRequest, eachOpenStore, isAccepted, submitOne } from '../app/submit-requests';

/** As schema 1 wrote it: one web domain, and no registration was ever withdrawn. */
const SCHEMA_1 = {
  id: 'a_old',
  version: 1,
  name: '株式会社昔',
  kana: null,
  englishName: null,
  corporateNumber: null,
  securitiesCode: null,
  address: null,
  phone: null,
  industry: null,
  domain: 'mukashi.example.jp',
  parentId: null,
  formerNames: [],
  sources: { EDINET: 'E00001' },
  status: 'COLD',
  statusSince: '2025-04-01',
  everMet: false,
  ownerId: null,
  isOwnerId: null,
  contacts: {},
  opportunities: {},
  products: {},
  activities: {},
  bant: {
    budget: { value: 'unknown', on: null, by: null },
    authority: { value: 'unknown', on: null, by: null },
    need: { value: 'unknown', on: null, by: null },
    timing: { value: 'unknown', on: null, by: null },
  },
  latentNeed: null,
  nextCheck: null,
  awaitedCondition: null,
  awaitedContactId: null,
  missedChecks: 0,
  unanswered: 0,
  lost: null,
  lostCount: 0,
  badFit: null,
  onFile: null,
  proposal: null,
  handOver: null,
  debts: [],
};

const full = anAccount({
  id: 'a_full',
  contacts: byId(aContact()),
  opportunities: byId(anOpportunity()),
  products: byId(aProduct()),
  activities: byId(anActivity()),
  sources: { 'EDINET.2026/1': 'E1', '`': '' },
  formerNames: [{ name: '旧社名株式会社', until: '2020-01-01' }],
  handOver: {
    id: 'h1',
    by: 'is',
    on: '2026-01-05',
    fromId: null,
    toId: 'fs',
    note: '引き継ぎ',
    promises: null,
    acknowledgedOn: null,
  },
  proposal: {
    id: 'r1',
    by: 'is',
    on: '2026-01-05',
    from: 'WORKING',
    to: 'BAD_FIT',
    data: { fit: { reason: 'SIZE' } },
    note: null,
    inEffect: true,
  },
  debts: ['NEED'],
});

const read = (state: Record<string, unknown>, schema: unknown = ACCOUNT_SCHEMA_VERSION): Account =>
  parseAccount({ schema, state });

eachOpenStore('account documents', (db) => {
  test('one of schema 1 is read, and the next command stores it as the newest schema', async () => {
    const ref = accountRef(db(), 'a_old');
    await ref.set({ schema: 1, state: SCHEMA_1, batches: ['b_1'] });
    expect(await loadAccount(db(), 'a_old')).toMatchObject({
      domains: ['mukashi.example.jp'],
      withdrawn: false,
    });
    const result = await submitOne(
      db(),
      aSubmitRequest('a_old', 1, { type: 'saveContact', contact: { name: '山田' } }),
    );
    expect(isAccepted(result)).toBe(true);
    const { domain: _, ...kept } = SCHEMA_1;
    const stored = (await ref.get()).data();
    expect(wholeState(stored?.state)).toMatchObject({
      ...kept,
      version: 2,
      domains: ['mukashi.example.jp'],
      withdrawn: false,
      contacts: { c000002: { name: '山田' } },
    });
    expect(stored).toMatchObject({
      schema: ACCOUNT_SCHEMA_VERSION,
      matchKeys: expect.arrayContaining(['昔']),
      batches: ['b_1'],
    });
    expect(stored?.state).not.toHaveProperty('domain');
  });

  test.each([
    [
      'of a schema that this code does not know yet',
      { schema: ACCOUNT_SCHEMA_VERSION + 1, state: { ...SCHEMA_1, nameOfTomorrow: 1 } },
    ],
    ['without a schema', { state: SCHEMA_1 }],
    ['with a field that it should not have', { schema: 1, state: { ...SCHEMA_1, colour: 'red' } }],
    ['with a status that there is not', { schema: 1, state: { ...SCHEMA_1, status: 'LUKEWARM' } }],
    ['without a state', { schema: ACCOUNT_SCHEMA_VERSION }],
  ])('one %s is refused and never written over', async (_, document) => {
    const ref = accountRef(db(), 'a_odd');
    await ref.set(document);
    const before = await ref.get();
    await expect(loadAccount(db(), 'a_odd')).rejects.toThrow();
    const request = aSubmitRequest('a_odd', 1, { type: 'saveContact', contact: { name: '山田' } });
    expect(await submitOne(db(), request)).toMatchObject({
      refusal: { code: 'DOCUMENT_UNREADABLE', facts: { kind: 'account', accountId: 'a_odd' } },
    });
    const after = await ref.get();
    expect([after.data(), after.updateTime]).toEqual([document, before.updateTime]);
    expect((await ref.collection('events').get()).size).toBe(0);
  });

  test('what is stored comes back as it was, with every part filled', async () => {
    await accountRef(db(), full.id).set(accountDocument(full, []));
    expect(await loadAccount(db(), full.id)).toEqual(full);
  });
});

test('an empty web domain of schema 1 is no domain', () => {
  expect(read({ ...SCHEMA_1, domain: '' }, 1).domains).toEqual([]);
  expect(read({ ...SCHEMA_1, domain: null }, 1).domains).toEqual([]);
});

test('a change of the single web domain of schema 1 is read as one of the list', () => {
  const entry = {
    accountId: 'a_old',
    version: 2,
    at: '2025-10-01T01:00:00.000Z',
    on: '2025-10-01',
    by: 'is',
    channel: 'sidebar',
    batch: null,
    requestId: 'request-1',
    command: 'editDetails',
    undoes: null,
  };
  const event = { type: 'detailsEdited', from: 'COLD', to: 'COLD', reason: null, data: {} };
  const changes = [
    { path: 'domain', before: null, after: 'mukashi.example.jp' },
    { path: 'kana', before: null, after: 'ムカシ' },
  ];
  expect(parseEntry({ ...entry, events: [{ ...event, changes }] })).toEqual({
    ...entry,
    events: [
      { ...event, changes: [{ path: 'domains', before: [], after: ['mukashi.example.jp'] }, changes[1]] },
    ],
  });
});

test('a withdrawn account answers no query, and keeps its state', () => {
  const withdrawn = { ...full, withdrawn: true };
  expect(accountDocument(withdrawn, ['b_1'])).toMatchObject({
    status: null,
    ownerId: null,
    corporateNumber: null,
    matchKeys: [],
    due: { check: null },
    batches: ['b_1'],
  });
  expect(parseAccount(accountDocument(withdrawn, []))).toEqual(withdrawn);
});

test('the lookup finds an account by every spelling, each once', () => {
  expect(
    matchKeys(
      anAccount({
        name: '株式会社髙田',
        englishName: 'Takada K.K.',
        kana: 'タカダ',
        formerNames: full.formerNames,
      }),
    ),
  ).toEqual(expect.arrayContaining(['髙田', '高田', 'takada', 'タカダ', '旧社名']));
});
