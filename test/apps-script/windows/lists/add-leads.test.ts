import { addLeads } from '../../../../apps-script/windows/lists/add-leads';
import type { KnownLead, LeadsAnswer } from '../../../../functions/contract/leads';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { tableOf } from '../../../../functions/domain/status/table-keys';

const lead = (line: number, met: boolean): KnownLead => ({
  ...{ line, name: '甲', accountId: `a_${line}`, accountName: '甲', by: 'name', fitting: 1, met },
  ...{ status: 'COLD', statusSince: '2026-07-01', lastMeeting: null, owner: null, lastContact: null },
  ...{ awaitedCondition: null, nextCheck: null, products: [] },
});
const part = (over: Partial<LeadsAnswer>): LeadsAnswer => ({
  ...{
    encoding: 'utf-8',
    sheets: [],
    sheet: null,
    headerLine: 1,
    writtenBy: null,
    columns: [],
    fields: [],
    problems: [],
    problemCount: 1,
    next: null,
  },
  ...{
    total: 10,
    known: 4,
    byNameOnly: 3,
    unsure: 2,
    new: 4,
    met: 1,
    rows: [],
    similar: [],
    similarCount: 0,
  },
  byStatus: tableOf(STATUSES, (status) => (status === 'COLD' ? 4 : 0)),
  cost: { price: 10, known: 40, certain: 10 },
  ...over,
});

test('the first part is the whole until another comes', () => {
  expect(addLeads(null, part({ next: 5000 }))).toEqual(part({ next: 5000 }));
});

test('counts and costs add up, and the rows of all parts are in one order', () => {
  const first = part({ next: 5000, rows: [lead(3, true), lead(2, false)] });
  const whole = addLeads(first, part({ rows: [lead(5002, true), lead(5001, false)] }));
  expect(whole).toMatchObject({
    ...{ total: 20, known: 8, byNameOnly: 6, unsure: 4, new: 8, met: 2, next: null, problemCount: 2 },
    byStatus: { COLD: 8, WORKING: 0 },
    cost: { price: 10, known: 80, certain: 20 },
  });
  expect(whole.rows.map(({ line }) => line)).toEqual([3, 5002, 2, 5001]);
});

test('leads with similar names are those of all parts', () => {
  const similar = (line: number) => ({
    similar: [{ line, name: '甲', accounts: [], accountCount: 0 }],
    similarCount: 1,
  });
  const whole = addLeads(part({ next: 5000, ...similar(2) }), part(similar(5001)));
  expect([whole.similar.map(({ line }) => line), whole.similarCount]).toEqual([[2, 5001], 2]);
});
