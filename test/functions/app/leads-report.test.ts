import { knownLeads, leadsSummary, wrongNumberProblems } from '../../../functions/app/leads-report';
import type { LeadMatch } from '../../../functions/app/match-leads';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { anAccount, MEMBERS, TODAY } from '../../builders';

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

test('new ones are left out, and of several accounts that fit the first is shown', () => {
  const rows = known([null, UNSURE, byNumber(account('a'))]);
  expect(rows.map(({ line, accountId, fitting }) => [line, accountId, fitting])).toEqual([
    [3, 'x', 2],
    [4, 'a', 1],
  ]);
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
