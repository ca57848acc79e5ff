import { isPartUnsent, keptPartCells } from '../../../../functions/domain/queue/kept-part-cells';
import type { PartBasis } from '../../../../functions/domain/queue/part-basis';

const basis: PartBasis = {
  ...{ id: 'a_1', name: '株式会社八', version: 7, status: 'ACTIVE_OPPORTUNITY' },
  ...{ kind: 'opportunities', partId: 'o000001' },
};
const view = { today: '2026-07-01', columns: ['amount', 'result'] };
const kept = (request: string, now = basis) =>
  keptPartCells({ basis, texts: { amount: '5', name: '株式会社八', request } }, now, view);
const nothing = { request: '', texts: {} };

test.each([
  ['未送信', { request: '未送信', texts: { amount: '5', result: '' } }],
  ['受付: 5 (2026-07-01)', { request: '受付: 5 (2026-07-01)', texts: {} }],
  ['受付: 5 (2026-06-30)', nothing],
  ['受付: 2026-07-01 (2026-06-30)', nothing],
  ['差し戻し: 5: 読めません。', { request: '差し戻し: 5: 読めません。', texts: {} }],
  ['差し戻し: 5 (2026-07-01): x', { request: '差し戻し: 5 (2026-07-01): x', texts: {} }],
  ['差し戻し: 5 (2026-06-30): x', nothing],
  ['', nothing],
])('of a row that says %j', (request, expected) => {
  expect(kept(request)).toEqual(expected);
});

test('a reason goes once the account has changed, and a new row keeps nothing', () => {
  expect(kept('差し戻し: 5: 読めません。', { ...basis, version: 8 })).toEqual(nothing);
  expect(keptPartCells(undefined, basis, view)).toEqual(nothing);
  expect(['未送信', 'Not sent', '受付'].map((request) => isPartUnsent({ texts: { request } }))).toEqual([
    ...[true, true, false],
  ]);
});
