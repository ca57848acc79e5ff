import {
  filteredRows,
  type HandOverFilter,
  type HandOverRow,
  isFilterReadable,
  NO_FILTER,
  productsOf,
  questionsOf,
  rowsOfPage,
} from '../../../../apps-script/windows/decisions/hand-over-rows';
import { registerRow } from '../../../../functions/domain/register/row';
import { anAccount, TODAY } from '../../../builders';

const row = (id: string, facts: Partial<NonNullable<HandOverRow['facts']>> = {}): HandOverRow => ({
  ...{ id, name: id, status: 'QUARTERLY_CHECK', version: 1 },
  facts: {
    nextCheck: null,
    awaitedCondition: null,
    products: [],
    lastContact: null,
    openOpportunities: 0,
    ...facts,
  },
});
const ROWS = [
  row('over', { nextCheck: '2026-06-30', awaitedCondition: '来期のＡ予算', lastContact: '2026-03-03' }),
  row('today', { nextCheck: '2026-07-01', products: ['Cloud'], lastContact: '2026-06-01' }),
  row('week', { nextCheck: '2026-07-08', products: ['Cloud', 'Desk'], lastContact: '2026-04-02' }),
  row('month', { nextCheck: '2026-07-31', awaitedCondition: '組織変更', lastContact: '2026-06-30' }),
  row('later', { nextCheck: '2026-08-01', lastContact: '2026-06-30' }),
  row('none'),
  { ...row('selected'), facts: null },
];

test.each<[string, Partial<HandOverFilter>, string[]]>([
  ['nothing', {}, ['over', 'today', 'week', 'month', 'later', 'none', 'selected']],
  ['overdue', { due: 'overdue' }, ['over', 'selected']],
  ['7 days', { due: 'in7' }, ['over', 'today', 'week', 'selected']],
  ['30 days', { due: 'in30' }, ['over', 'today', 'week', 'month', 'selected']],
  ['a part of the condition, in any width', { awaited: ' a予算' }, ['over', 'selected']],
  ['a product', { product: 'Desk' }, ['week', 'selected']],
  ['silent for 90 days', { silentDays: '９０' }, ['over', 'none', 'selected']],
  ['silent for 89 days', { silentDays: '89' }, ['over', 'week', 'none', 'selected']],
  ['both', { due: 'in7', product: 'Cloud' }, ['today', 'week', 'selected']],
])('filtered by %s', (_, filter, ids) => {
  expect(filteredRows(ROWS, { ...NO_FILTER, ...filter }, TODAY).map(({ id }) => id)).toEqual(ids);
});

test('the products that there are, and days that are none', () => {
  expect(productsOf(ROWS)).toEqual(['Cloud', 'Desk']);
  expect(
    ['', '90', '９０', '-1', 'x'].map((silentDays) => isFilterReadable({ ...NO_FILTER, silentDays })),
  ).toEqual([...[true, true, true, false, false]]);
});

test('what a member pursues is asked for twice: their own accounts, and those of others', () => {
  expect(questionsOf({ kind: 'pursued', memberId: 'fs' })).toEqual([{ ownerId: 'fs' }, { pursuedBy: 'fs' }]);
  expect(questionsOf({ kind: 'selection' })).toEqual([]);
});

test('all that is in a member’s hands: their own accounts, and those of others that come back to them', () => {
  const scope = { kind: 'owner', ownerId: 'is', status: 'WORKING' } as const;
  expect(questionsOf(scope)).toEqual([{ ownerId: 'is', status: 'WORKING' }, { insideSalesOf: 'is' }]);
  const rows = [
    registerRow(anAccount({ id: 'own', ownerId: 'is', status: 'WORKING' })),
    registerRow(anAccount({ id: 'comes back', ownerId: 'fs', isOwnerId: 'is', status: 'WORKING' })),
    registerRow(anAccount({ id: 'other status', ownerId: 'fs', isOwnerId: 'is', status: 'COLD' })),
  ];
  expect(rowsOfPage(scope, { rows }).map(({ id, isInsideSales }) => [id, isInsideSales])).toEqual([
    ['own', undefined],
    ['comes back', true],
  ]);
});
