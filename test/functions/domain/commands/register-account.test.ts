import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import type { ImportRow } from '../../../../functions/domain/commands/import-row';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { anOpportunity, aProduct, TODAY } from '../../../builders';
import {
  accepted,
  active,
  badFit,
  client,
  codes,
  cold,
  DATA,
  dataFor,
  duplicate,
  type Life,
  met,
  missing,
  onFile,
  quarterly,
  refused,
  unregistered,
  working,
} from '../account-lives';

const NAME = { name: '株式会社サンプル' };
/** A real number: its check digit fits. */
const NUMBER = '7000012050002';

describe('register', () => {
  const register = (status: Status, data?: TransitionData, details = {}): Command => ({
    type: 'register',
    details: { ...NAME, ...details },
    status,
    data,
  });

  test.each([
    ['COLD', []],
    ['WORKING', ['OWNER', 'ACTION']],
    ['CURRENT_CLIENT', ['EVIDENCE']],
  ] as const)('a new account starts as %s, with %j', (status, guards) => {
    const life = accepted(unregistered(), register(status, dataFor(guards, cold().account, TODAY)));
    expect(life.account).toMatchObject({ ...NAME, status, version: 1, everMet: false });
    expect(life.history[0]?.events[0]?.type).toBe('registered');
    if (guards.length > 0) expect(codes(refused(unregistered(), register(status)))).toEqual(guards);
  });

  test.each(STATUSES.filter((status) => !['COLD', 'WORKING', 'CURRENT_CLIENT'].includes(status)))(
    'not as %s',
    (status) => {
      const refusal = refused(unregistered(), register(status));
      expect([refusal.code, refusal.legal]).toEqual(['FIRST_STATUS', ['COLD', 'WORKING', 'CURRENT_CLIENT']]);
    },
  );

  test('never COLD with a meeting', () => {
    expect(codes(refused(unregistered(), register('COLD', DATA.MET(cold().account, TODAY))))).toEqual([
      'NOT_MET',
    ]);
  });

  test('needs a name, and a corporate number whose check digit fits', () => {
    expect(refused(unregistered(), register('COLD', {}, { name: '　' })).code).toBe('NAME_NEEDED');
    const wrong = refused(unregistered(), register('COLD', {}, { corporateNumber: '1000012050002' }));
    expect(wrong.code).toBe('CORPORATE_NUMBER_INVALID');
    const typed = accepted(unregistered(), register('COLD', {}, { corporateNumber: 'Ｔ7-0000-1205-0002' }));
    expect(typed.account.corporateNumber).toBe(NUMBER);
  });

  test('once', () => {
    expect(refused(cold(), register('COLD')).code).toBe('ACCOUNT_EXISTS');
  });
});

test('an edit of the name keeps the former one, dated', () => {
  const life = accepted(cold(), { type: 'editDetails', details: { name: '株式会社新社名' } });
  expect(life.account).toMatchObject({
    name: '株式会社新社名',
    formerNames: [{ name: '株式会社サンプル', until: TODAY }],
  });
  expect(refused(life, { type: 'editDetails', details: { name: ' ' } }).code).toBe('NAME_NEEDED');
});

describe('import', () => {
  const row = (status: Status, more: Partial<ImportRow> = {}): Command => ({
    type: 'import',
    row: { list: '展示会', listId: '17', details: NAME, status, ...more },
  });
  const imported = (status: Status, more: Partial<ImportRow> = {}): Life =>
    accepted(unregistered(), row(status, more));

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
    expect(imported(status).account).toMatchObject({ status, debts, sources: { 展示会: '17' } });
  });

  test('what the list has is no debt', () => {
    const product = { product: 'Cloud', state: 'live', since: '2025-04-01', reference: 'PO-9' } as const;
    expect(imported('CURRENT_CLIENT', { products: [product] }).account.debts).toEqual([]);
    const known = imported('QUARTERLY_CHECK', { ownerId: 'is', met: true, lastContact: '2026-05-11' });
    expect(known.account).toMatchObject({
      debts: ['NEED'],
      nextCheck: { date: '2026-08-12', base: '2026-05-11' },
    });
  });

  test('debts are settled as the data comes in', () => {
    const first = accepted(imported('QUARTERLY_CHECK'), { type: 'handOver', toId: 'is', note: '担当' });
    expect(first.account.debts).toEqual(['MET', 'NEED']);
    const second = accepted(first, {
      type: 'logActivity',
      activity: { kind: 'meeting', date: TODAY, with: '山田' },
    });
    expect(second.account.debts).toEqual(['NEED']);
    const third = accepted(second, {
      type: 'recordCheck',
      result: 'stillWaiting',
      activity: { kind: 'call', date: TODAY, with: '山田' },
      data: DATA.NEED(second.account, TODAY),
    });
    expect(third.account.debts).toEqual([]);
  });

  test.each([
    ['WORKING', ['OWNER', 'ACTION']],
    ['ACTIVE_OPPORTUNITY', ['OWNER', 'OPPORTUNITY']],
    ['QUARTERLY_CHECK', ['OWNER', 'MET', 'NEED']],
    ['DEAD_OPPORTUNITY', ['OWNER', 'MET', 'LOST']],
    ['CURRENT_CLIENT', ['EVIDENCE']],
    ['BAD_FIT', ['FIT']],
    ['ON_FILE', ['KEEP']],
  ] as const)('debts of %s are filled in at once: %j', (status, guards) => {
    const life = imported(status);
    const data = dataFor(guards, life.account, TODAY);
    expect(accepted(life, { type: 'fillIn', data }).account).toMatchObject({ status, debts: [] });
    expect(codes(refused(life, { type: 'fillIn', data: {} }))).toEqual(guards);
  });

  test('half a piece is refused with what is missing, and nothing is owed twice', () => {
    const life = imported('DEAD_OPPORTUNITY');
    const half: TransitionData = { ownerId: 'is', lost: { reason: 'BUDGET' } };
    expect(missing(refused(life, { type: 'fillIn', data: half }))).toContain('latentNeed');
    expect(accepted(life, { type: 'fillIn', data: { ownerId: 'is' } }).account.debts).toEqual([
      'MET',
      'LOST',
    ]);
    expect(refused(cold(), { type: 'fillIn', data: half }).code).toBe('DEBTS_NONE');
  });

  test('a met company as COLD is refused', () => {
    expect(refused(unregistered(), row('COLD', { met: true })).code).toBe('IMPORT_MET_COLD');
  });

  test.each(['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'] as const)('%s means that it was met', (status) => {
    expect(imported(status).account.everMet).toBe(true);
  });

  test("a date of the list's own: kept, too far ahead a debt", () => {
    const own = (nextCheckDate: string) => imported('QUARTERLY_CHECK', { nextCheckDate }).account;
    expect(own('2026-06-01')).toMatchObject({ nextCheck: { date: '2026-06-01', origin: 'customer' } });
    expect(own('2026-06-01').debts).not.toContain('NEXT_CHECK');
    expect(own('2062-06-01').debts).toContain('NEXT_CHECK');
  });

  test('dates of the future and a wrong corporate number are refused', () => {
    expect(refused(unregistered(), row('WORKING', { lastContact: '2026-07-02' })).code).toBe(
      'DATE_IN_FUTURE',
    );
    expect(refused(unregistered(), row('WORKING', { statusSince: '2026-07-02' })).code).toBe(
      'DATE_IN_FUTURE',
    );
    const details = { ...NAME, corporateNumber: '123' };
    expect(refused(unregistered(), row('COLD', { details })).code).toBe('CORPORATE_NUMBER_INVALID');
  });

  test('of a company that is here fills only what is empty; a second time it changes nothing', () => {
    const life = accepted(
      met(),
      row('CURRENT_CLIENT', { details: { name: 'サンプル社', kana: 'サンプル' } }),
    );
    expect(life.account).toMatchObject({
      ...NAME,
      kana: 'サンプル',
      status: 'WORKING',
      sources: { 展示会: '17' },
    });
    expect(accepted(life, row('CURRENT_CLIENT', { details: { name: 'サンプル社', kana: 'サンプル' } }))).toBe(
      life,
    );
  });

  test('an imported active account with no opportunity is asked for the decision with its first one', () => {
    const life = accepted(imported('ACTIVE_OPPORTUNITY', { ownerId: 'is' }), {
      type: 'addOpportunity',
      opportunity: { ...DATA.OPPORTUNITY(cold().account, TODAY).opportunity },
    });
    expect(life.account.debts).toEqual([]);
    const [only = ''] = Object.keys(life.account.opportunities);
    const close: Command = {
      type: 'closeOpportunity',
      closing: { opportunityId: only, outcome: 'lost', on: TODAY },
    };
    expect(refused(life, close).code).toBe('DECISION_NEEDED');
  });
});

describe('links', () => {
  test('a duplicate is restored only after the link is cut', () => {
    const data = { reason: '別会社と判明' };
    const refusal = refused(duplicate(), { type: 'restore', to: 'COLD', data });
    expect(codes(refusal)).toEqual(['LINK_CUT']);
    const cut = accepted(duplicate(), { type: 'cutLink', reason: '別会社と判明' }, { by: 'manager' });
    expect(cut.account).toMatchObject({
      status: 'ON_FILE',
      onFile: { reason: 'DUPLICATE', successorId: null },
    });
    accepted(cut, { type: 'restore', to: 'COLD', data });
    expect(refused(cut, { type: 'cutLink', reason: '別会社' }, { by: 'manager' }).code).toBe('LINK_NONE');
  });

  test('back to QUARTERLY_CHECK only if it was there before', () => {
    const need = DATA.NEED(quarterly().account, TODAY);
    accepted(onFile(quarterly()), { type: 'restore', to: 'QUARTERLY_CHECK', data: need });
    const refusal = refused(onFile(met()), { type: 'restore', to: 'QUARTERLY_CHECK', data: need });
    expect([codes(refusal), refusal.facts]).toEqual([['WAS_QUARTERLY'], { was: 'WORKING' }]);
  });
});

describe('the successor takes over', () => {
  const receive = (
    products = [aProduct()],
    opportunities = [anOpportunity()],
    data: { coordinatedWith?: string } = {},
  ): Command => ({ type: 'receive', fromId: 'old', products, opportunities, data });

  test('products in use make it a client, open opportunities stay open', () => {
    const { account } = accepted(quarterly(), receive());
    expect(account.status).toBe('CURRENT_CLIENT');
    expect(account.products).toMatchObject({ 'p000001@old': { state: 'live', source: 'account:old' } });
    expect(account.opportunities).toMatchObject({ 'o000001@old': { state: 'open' } });
  });

  test('opportunities alone make it active', () => {
    expect(accepted(quarterly(), receive([])).account.status).toBe('ACTIVE_OPPORTUNITY');
    expect(accepted(active(), receive([])).account.status).toBe('ACTIVE_OPPORTUNITY');
    expect(accepted(client(), receive([])).account.status).toBe('CURRENT_CLIENT');
  });

  test('a client only with evidence', () => {
    const unproved = aProduct({ reference: null });
    const refusal = refused(quarterly(), receive([unproved], []));
    expect(codes(refusal)).toEqual(['EVIDENCE']);
  });

  test.each([
    ['BAD_FIT', badFit],
    ['ON_FILE', onFile],
  ])('%s takes nothing', (_, life) => {
    expect(refused(life(), receive()).code).toBe('OPPORTUNITY_REFUSED');
  });

  test('nobody puts on file what the successor cannot take: working needs its coordination', () => {
    expect(codes(refused(working(), receive(), { by: 'fs' }))).toEqual(['COORDINATED']);
    const told = receive([aProduct()], [], { coordinatedWith: '佐藤' });
    expect(accepted(working(), told, { by: 'fs' }).account.status).toBe('CURRENT_CLIENT');
  });
});
