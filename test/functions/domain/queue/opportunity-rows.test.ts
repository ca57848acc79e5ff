import { opportunityRows, opportunitySums } from '../../../../functions/domain/queue/opportunity-rows';
import { aMember, anAccount, anOpportunity, byId, MEMBERS, TODAY } from '../../../builders';

const facts = { members: MEMBERS, today: TODAY };
const passed = { id: 'h1', by: 'is', on: '2026-06-29', fromId: null, note: null, acknowledgedOn: null };
const account = anAccount({
  ...{ id: 'a_1', name: '株式会社八', status: 'ACTIVE_OPPORTUNITY', version: 7 },
  opportunities: byId(
    anOpportunity({ id: 'o1', product: 'Cloud', amount: 100, probability: 50 }),
    anOpportunity({ id: 'o2', product: 'Desk', expectedOn: '2026-06-30', amount: 10, handOver: passed }),
    anOpportunity({ id: 'o3', product: 'Cloud', fsOwnerId: 'fs2', department: '総務部', expectedOn: TODAY }),
    anOpportunity({ id: 'o4', state: 'won', closedOn: '2026-06-01' }),
  ),
  bant: { ...anAccount().bant, need: { value: 'yes', on: '2026-06-01', by: 'is' } },
});
const rows = opportunityRows([account], facts);

test('each open one is a row, by who pursues it and the soonest decision first', () => {
  expect(rows.map(({ owner, opportunity: { id }, isLate }) => [owner.ja, id, isLate])).toEqual([
    ['fs', 'o2', true],
    ['fs', 'o1', false],
    ['fs2', 'o3', false],
  ]);
  expect(opportunityRows([], facts)).toEqual([]);
});

test('who pursues them stand by the reading of their names', () => {
  const members = {
    ...MEMBERS,
    fs: aMember({ id: 'fs', role: 'fs', name: '安藤', kana: 'わたらい' }),
    fs2: aMember({ id: 'fs2', role: 'fs', name: '渡辺', kana: 'アンドウ' }),
  };
  expect(opportunityRows([account], { ...facts, members }).map(({ owner }) => owner.ja)).toEqual([
    '渡辺',
    '安藤',
    '安藤',
  ]);
});

test('it says who waits for it, and what of BANT was asked when and by whom', () => {
  expect(rows.map((row) => row.passed?.on ?? null)).toEqual(['2026-06-29', null, null]);
  expect(rows[0]?.bant).toEqual([
    { key: 'need', answer: { value: 'yes', on: '2026-06-01', by: 'is' }, by: { ja: 'is', en: 'is' } },
  ]);
  expect(rows[0]?.basis).toMatchObject({ id: 'a_1', version: 7, kind: 'opportunities', partId: 'o2' });
});

test('what nobody has said counts as nothing', () => {
  expect(opportunitySums(rows)).toEqual({ amount: 110, weighted: 50 });
  expect(opportunitySums([])).toEqual({ amount: 0, weighted: 0 });
});
