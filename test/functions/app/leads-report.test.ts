import {
  knownLeads,
  leadsPage,
  leadsSummary,
  wrongNumberProblems,
} from '../../../functions/app/leads-report';
import type { LeadMatch } from '../../../functions/app/match-leads';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { anAccount, aProduct, byId, MEMBERS, TODAY } from '../../builders';

const account = (id: string, over: Partial<AccountRecord> = {}) =>
  anAccount({ id, name: `会社 ${id}`, ownerId: 'is', ...over });
const byNumber = (match: ReturnType<typeof account>): LeadMatch => ({
  by: 'corporateNumber',
  accounts: [match],
});
const UNSURE: LeadMatch = { by: 'name', accounts: [account('x'), account('y')] };
const rowsOf = (matches: readonly (LeadMatch | null)[]) =>
  matches.map((_, index) => ({ line: index + 2, values: { name: `リード ${index}` } }));
const known = (matches: readonly (LeadMatch | null)[]) =>
  knownLeads(rowsOf(matches), matches, MEMBERS, TODAY);

test('known, unsure and new add up to all; the cost counts what was known', () => {
  const byName: LeadMatch = { by: 'name', accounts: [account('n')] };
  const met = byNumber(account('m', { everMet: true, status: 'WORKING' }));
  expect(leadsSummary([byNumber(account('a')), met, byName, UNSURE, null, null], 3000)).toEqual({
    total: 6,
    known: 3,
    byNameOnly: 1,
    unsure: 1,
    new: 2,
    met: 1,
    byStatus: expect.objectContaining({ COLD: 2, WORKING: 1, CURRENT_CLIENT: 0 }),
    cost: { price: 3000, known: 9000, certain: 6000 },
  });
});

test('clients come first, then whom we have met, then the others, then the unsure ones; new ones are left out', () => {
  const met = byNumber(account('m', { everMet: true, status: 'WORKING' }));
  const client = byNumber(
    account('c', { status: 'CURRENT_CLIENT', everMet: true, products: byId(aProduct()) }),
  );
  const { rows, next } = leadsPage(known([null, UNSURE, byNumber(account('a')), met, client]), 0);
  expect(rows.map(({ accountId, fitting }) => [accountId, fitting])).toEqual([
    ['c', 1],
    ['m', 1],
    ['a', 1],
    ['x', 2],
  ]);
  expect(next).toBeNull();
});

test('five hundred are reported at a time', () => {
  const leads = known(Array.from({ length: 501 }, (_, n) => byNumber(account(`a${n}`))));
  expect(leadsPage(leads, 0)).toMatchObject({ rows: { length: 500 }, next: 500 });
  expect(leadsPage(leads, 500)).toMatchObject({ rows: [{ accountId: 'a500' }], next: null });
});

test('a wrong corporate number is a problem of its line', () => {
  const rows = [
    { line: 2, values: { name: 'a', corporateNumber: '123' } },
    { line: 3, values: { name: 'b' } },
  ];
  expect(wrongNumberProblems(rows)).toMatchObject([
    { line: 2, code: 'CORPORATE_NUMBER_WRONG', detail: '123' },
  ]);
});
