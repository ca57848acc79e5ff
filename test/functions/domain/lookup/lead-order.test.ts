import { inLeadOrder } from '../../../../functions/domain/lookup/lead-order';

type Lead = Parameters<typeof inLeadOrder>[0][number];
const lead = (line: number, over: Partial<Lead> = {}): Lead => ({
  ...{ line, status: 'COLD', met: false, fitting: 1 },
  ...over,
});

test('clients come first, then whom we have met, then the others, then the unsure ones, each by its line', () => {
  const leads = [
    lead(2, { fitting: 2, status: 'CURRENT_CLIENT' }),
    lead(6),
    lead(3),
    lead(4, { met: true, status: 'WORKING' }),
    lead(5, { status: 'CURRENT_CLIENT' }),
  ];
  expect(inLeadOrder(leads).map(({ line }) => line)).toEqual([5, 4, 3, 6, 2]);
});
