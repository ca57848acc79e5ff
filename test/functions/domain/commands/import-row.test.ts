import { toRecord } from '../../../../functions/domain/account/account-record';
import { missedChecksOf } from '../../../../functions/domain/account/missed-checks';
import { decisionDueOn } from '../../../../functions/domain/account/product-use';
import { runningCheck } from '../../../../functions/domain/account/standing';
import { aContext } from '../../../builders';
import { accepted, imported, importOf, met, refused, unregistered } from '../account-lives';

const NAME = { name: '株式会社サンプル' };

test.each([
  ['COLD', []],
  ['WORKING', ['OWNER', 'ACTION']],
  ['ACTIVE_OPPORTUNITY', ['OWNER', 'OPPORTUNITY']],
  ['QUARTERLY_CHECK', ['OWNER', 'MET', 'NEED']],
  ['DEAD_OPPORTUNITY', ['OWNER', 'MET', 'LOST']],
  ['CURRENT_CLIENT', ['EVIDENCE']],
  ['BAD_FIT', ['FIT']],
  ['ON_FILE', ['KEEP']],
] as const)('carries %s; what its guards would ask for are debts: %j', (status, debts) => {
  expect(toRecord(imported(status).account)).toMatchObject({ status, debts, sources: { 展示会: '17' } });
});

test('what the list has is no debt', () => {
  const product = { product: 'Cloud', state: 'live', since: '2025-04-01', reference: 'PO-9' } as const;
  expect(imported('CURRENT_CLIENT', { products: [product] }).account.standing.debts).toEqual([]);
  const known = imported('QUARTERLY_CHECK', { ownerId: 'is', met: true, lastContact: '2026-05-11' });
  expect(toRecord(known.account)).toMatchObject({
    debts: ['NEED'],
    nextCheck: { date: '2026-08-12', base: '2026-05-11' },
  });
});

test('its owner, and whom of inside sales it goes back to', () => {
  const { account } = imported('COLD', { ownerId: 'fs', insideSalesId: 'is' });
  expect(account).toMatchObject({ ownerId: 'fs', isOwnerId: 'is' });
  expect(refused(unregistered(), importOf('COLD', { insideSalesId: 'viewer' })).code).toBe('MEMBER_UNKNOWN');
});

test('an account that nobody owns gets the owner of a list, the first time that the list names it', () => {
  const known = accepted(
    imported('COLD'),
    importOf('COLD', { list: '名刺', ownerId: 'fs', insideSalesId: 'is' }),
  );
  expect(known.account).toMatchObject({ ownerId: 'fs', isOwnerId: 'is' });
  const owned = accepted(known, importOf('COLD', { list: '別の名刺', ownerId: 'is2' }));
  expect(owned.account).toMatchObject({ ownerId: 'fs', isOwnerId: 'is' });
  const again = accepted(imported('COLD'), importOf('COLD', { ownerId: 'fs' }));
  expect(again.account.ownerId).toBeNull();
});

test('a client whose contract has ended waits for a decision; who is no client has used the product', () => {
  const product = { product: 'Cloud', since: '2024-04-01', endsOn: '2026-03-31', reference: 'PO-9' } as const;
  const row = { products: [{ ...product, state: 'live' as const }] };
  const { account } = imported('CURRENT_CLIENT', row);
  expect(decisionDueOn({ ...account.standing, products: account.products })).toBe('2026-03-31');
  const known = accepted(imported('WORKING'), importOf('CURRENT_CLIENT', row)).account;
  expect(known.standing.status).toBe('WORKING');
  expect(Object.values(known.products)).toMatchObject([{ ...product, state: 'ended' }]);
});

test('a met company as COLD is refused', () => {
  expect(refused(unregistered(), importOf('COLD', { met: true })).code).toBe('IMPORT_MET_COLD');
});

test.each(['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'] as const)('%s means that it was met', (status) => {
  expect(imported(status).account.everMet).toBe(true);
});

test("a date of the list's own: kept, too far ahead a debt", () => {
  const own = (nextCheckDate: string) => imported('QUARTERLY_CHECK', { nextCheckDate }).account;
  expect(toRecord(own('2026-06-01'))).toMatchObject({
    nextCheck: { date: '2026-06-01', origin: 'customer' },
  });
  expect(own('2026-06-01').standing.debts).not.toContain('NEXT_CHECK');
  expect(own('2062-06-01').standing.debts).toContain('NEXT_CHECK');
});

test.each([
  ['2026-06-19', undefined, '2026-09-24', 2],
  ['2026-06-19', '2026-09-24', '2026-09-24', 2],
  ['2026-06-19', '2026-10-05', '2026-10-05', 2],
  ['2026-10-13', undefined, '2027-01-13', 0],
  ['2026-10-12', undefined, '2027-01-12', 0],
  ['2025-06-19', undefined, '2025-09-19', 6],
])(
  'a last contact on %s and a next check on %p: due on %s, missed %i as it is',
  (lastContact, nextCheckDate, date, missed) => {
    const by = { today: '2027-01-12' };
    const row = importOf('QUARTERLY_CHECK', { lastContact, ...(nextCheckDate && { nextCheckDate }) });
    const running = runningCheck(accepted(unregistered(), row, by).account.standing);
    expect(running?.nextCheck).toMatchObject({ date, base: lastContact });
    expect(running && missedChecksOf(running, aContext(by))).toBe(missed);
  },
);

test('dates of the future and a wrong corporate number are refused', () => {
  expect(refused(unregistered(), importOf('WORKING', { lastContact: '2026-07-02' })).code).toBe(
    'DATE_IN_FUTURE',
  );
  expect(refused(unregistered(), importOf('WORKING', { statusSince: '2026-07-02' })).code).toBe(
    'DATE_IN_FUTURE',
  );
  const details = { ...NAME, corporateNumber: '123' };
  expect(refused(unregistered(), importOf('COLD', { details })).code).toBe('CORPORATE_NUMBER_INVALID');
});

test('of a company that is here fills only what is empty; a second time it changes nothing', () => {
  const life = accepted(
    met(),
    importOf('CURRENT_CLIENT', { details: { name: 'サンプル社', kana: 'サンプル' } }),
  );
  expect(toRecord(life.account)).toMatchObject({
    ...NAME,
    kana: 'サンプル',
    status: 'WORKING',
    sources: { 展示会: '17' },
  });
  expect(
    accepted(life, importOf('CURRENT_CLIENT', { details: { name: 'サンプル社', kana: 'サンプル' } })),
  ).toBe(life);
});

test('a bad fit of a list waits for its review by somebody else than who imported it', () => {
  const life = accepted(unregistered(), importOf('BAD_FIT'), { by: 'manager' });
  expect(toRecord(life.account)).toMatchObject({
    badFit: { by: 'manager', reviewedBy: null },
    proposal: { from: 'COLD', to: 'BAD_FIT', inEffect: true },
  });
  const answer = { type: 'reject', proposalId: life.account.proposal?.id ?? '', note: '対象です' } as const;
  expect(refused(life, { ...answer, type: 'approve' }, { by: 'manager' }).code).toBe('APPROVAL_OWN');
  const { account } = accepted(life, answer, { by: 'manager2' });
  expect(toRecord(account)).toMatchObject({ status: 'COLD', badFit: null, debts: [] });
});

test('a product in use on another status than a client’s is refused', () => {
  const products = [{ product: 'Cloud', state: 'live', since: '2025-04-01', reference: 'PO-9' } as const];
  expect(refused(unregistered(), importOf('WORKING', { products })).code).toBe('PRODUCT_MISPLACED');
});

test.each(['株式会社', '(株)', '㈱', '有限会社 株式会社', 'Co., Ltd.'])('%s alone is no company', (name) => {
  expect(refused(unregistered(), importOf('COLD', { details: { name } })).code).toBe('NAME_IS_LEGAL_FORM');
});
