import { inInitialOrder, registerRow } from '../../../../functions/domain/register/row';
import type { Status } from '../../../../functions/domain/status/statuses';
import { aContact, anAccount, anActivity, anOpportunity, aProduct, byId } from '../../../builders';

test('open opportunities are counted, and each field sales owner stands there once', () => {
  const { openOpportunities, fsOwnerIds } = registerRow(
    anAccount({
      status: 'ACTIVE_OPPORTUNITY',
      opportunities: byId(
        anOpportunity({ id: 'o1', fsOwnerId: 'fs' }),
        anOpportunity({ id: 'o2', fsOwnerId: 'fs2' }),
        anOpportunity({ id: 'o3', fsOwnerId: 'fs' }),
        anOpportunity({ id: 'o4', fsOwnerId: 'manager', state: 'lost' }),
      ),
    }),
  );
  expect(openOpportunities).toBe(3);
  expect(fsOwnerIds).toEqual(['fs', 'fs2']);
});

test('a product in use that several lists know stands there once; one that has ended does not', () => {
  const products = byId(
    aProduct({ id: 'p1', product: 'Cloud', source: 'list:a' }),
    aProduct({ id: 'p2', product: 'Cloud', source: 'list:b' }),
    aProduct({ id: 'p3', product: 'Desk', state: 'ended' }),
  );
  expect(registerRow(anAccount({ status: 'CURRENT_CLIENT', products })).products).toEqual(['Cloud']);
});

test('the last contact: the latest day, and of one day what was logged later', () => {
  const activities = byId(
    anActivity({ id: 'a1', date: '2026-05-01', with: '佐藤' }),
    anActivity({ id: 'a3', date: '2026-06-01', with: '山田' }),
    anActivity({ id: 'a2', date: '2026-06-01', with: '鈴木' }),
  );
  expect(registerRow(anAccount({ activities }))).toMatchObject({
    lastContact: '2026-06-01',
    lastContactWith: '山田',
  });
});

describe('the contact', () => {
  const contacts = byId(
    aContact({ id: 'c1', name: '退職した人', state: 'left' }),
    aContact({ id: 'c2', name: '在籍の人' }),
    aContact({ id: 'c3', name: '窓口' }),
  );
  test.each([
    ['c3', '窓口'],
    // Nobody is reached who has left.
    ['c1', '在籍の人'],
    [null, '在籍の人'],
    ['gone', '在籍の人'],
  ])('named %p: %s', (awaitedContactId, name) => {
    expect(registerRow(anAccount({ contacts, awaitedContactId })).contact).toBe(name);
  });

  test.each([
    ['c3', '窓口'],
    ['c1', null],
    [null, null],
  ])(
    'a quarterly check, with %p named, has %s: who is asked is missing data otherwise',
    (awaitedContactId, name) => {
      const account = anAccount({ status: 'QUARTERLY_CHECK', contacts, awaitedContactId });
      expect(registerRow(account).contact).toBe(name);
    },
  );

  test('nobody is left', () => {
    const left = byId(aContact({ state: 'left' }), aContact({ id: 'c2', state: 'moved' }));
    expect(registerRow(anAccount({ contacts: left })).contact).toBeNull();
  });
});

test('a check date stands there in the status that has one, and in no other', () => {
  const nextCheck = { date: '2026-09-24', origin: 'cadence', base: '2026-06-24', anchorDay: 24 } as const;
  const dated = { nextCheck, awaitedCondition: '来期の予算' };
  expect(registerRow(anAccount({ ...dated, status: 'QUARTERLY_CHECK' }))).toMatchObject({
    nextCheck: '2026-09-24',
    awaitedCondition: '来期の予算',
  });
  expect(registerRow(anAccount({ status: 'WORKING' }))).toMatchObject({
    nextCheck: null,
    awaitedCondition: null,
  });
});

test('a new register begins with what somebody is at, then by the next check, then by name', () => {
  const aRow = (id: string, status: Status, nextCheck: string | null, name: string) => ({
    ...registerRow(anAccount({ id, status, name })),
    nextCheck,
  });
  const rows = [
    aRow('a_1', 'COLD', null, 'い'),
    aRow('a_2', 'QUARTERLY_CHECK', null, 'あ'),
    aRow('a_3', 'QUARTERLY_CHECK', '2026-09-01', 'い'),
    aRow('a_4', 'QUARTERLY_CHECK', '2026-08-01', 'う'),
    aRow('a_5', 'ACTIVE_OPPORTUNITY', null, 'あ'),
    aRow('a_6', 'COLD', null, 'あ'),
  ];
  expect(inInitialOrder(rows).map(({ id }) => id)).toEqual(['a_5', 'a_4', 'a_3', 'a_2', 'a_6', 'a_1']);
});
