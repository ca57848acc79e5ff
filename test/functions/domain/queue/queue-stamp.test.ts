import { queueStamp } from '../../../../functions/domain/queue/queue-stamp';

const FIGURES = { madeAt: '2026-07-01 07:00', zone: 'Asia/Tokyo', checks: 6, total: 40, unlisted: 0 };

test('says when the queue was made, and from how many accounts', () => {
  expect(queueStamp(FIGURES)).toEqual({
    ja: '作成 2026-07-01 07:00(Asia/Tokyo)/四半期チェック 40 社のうち 6 社を表示',
    en: 'Made 2026-07-01 07:00 (Asia/Tokyo) / 6 of 40 quarterly-check accounts listed',
  });
});

test('says how many there was no room for', () => {
  expect(queueStamp({ ...FIGURES, unlisted: 12 })).toEqual({
    ja: expect.stringMatching(/を表示\/ほか 12 社は多いため省略$/),
    en: expect.stringMatching(/listed \/ 12 more are due, too many to list$/),
  });
});
