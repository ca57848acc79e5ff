import { dateText } from '../../../../functions/domain/calendar/date-text';

test('with strokes in Japanese, as it is stored in English', () => {
  expect([dateText('2026-07-01', 'ja'), dateText('2026-07-01', 'en')]).toEqual(['2026/07/01', '2026-07-01']);
});
