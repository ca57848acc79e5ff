import { blockReason } from '../../../../functions/domain/register/block-reason';

test.each([
  [{ kind: 'inconsistent', accountId: 'a_1', ownCompany: '会社' }, /合いません/, /do not belong together/],
  [{ kind: 'idTypedOver', accountId: 'a_1', typed: '' }, /書き換えられています/, /typed over/],
  [{ kind: 'copied', accountId: 'a_1', above: 3 }, /コピー/, /copied row/],
  [{ kind: 'unwritten' }, /まだ書き込まれていません/, /is not written yet/],
  [{ kind: 'unknown', accountId: 'x y' }, /まだ書き込まれていません/, /is not written yet/],
  [{ kind: 'nameless', accountId: '' }, /会社名がありません/, /company is missing/],
] as const)('%j', (as, ja, en) => {
  expect(blockReason(as).ja).toMatch(ja);
  expect(blockReason(as).en).toMatch(en);
});
