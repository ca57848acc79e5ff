import { queueStamp } from '../../../../functions/domain/queue/queue-stamp';

test('says when the queue was made, from how many accounts, and how many are due when', () => {
  const figures = {
    madeAt: '2026-07-01 07:00',
    zone: 'Asia/Tokyo',
    counts: { decide: 2, overdue: 3, thisWeek: 0, thisMonth: 2, later: 1 },
    checks: 6,
    total: 40,
  };
  expect(queueStamp(figures)).toEqual({
    ja: '作成 2026-07-01 07:00(Asia/Tokyo)/四半期チェック 40 社のうち 6 社を表示/判断待ち 2・期限超過 3・今週 0・今月 2・それ以降 1',
    en: 'Made 2026-07-01 07:00 (Asia/Tokyo) / 6 of 40 quarterly-check accounts listed / Decide 2 · Overdue 3 · This week 0 · This month 2 · Later 1',
  });
});
