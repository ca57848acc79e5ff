import { dateProblemText } from '../../../../functions/domain/calendar/date-problem';

test('says what is wrong, and which days can be typed instead', () => {
  expect(dateProblemText({ problem: 'DATE_TO_CONFIRM', suggestions: ['2027-04-30'] })).toEqual({
    ja: '日付を一日に決めてください。この日ですか: 2027-04-30',
    en: 'Say which day it is. Did you mean: 2027-04-30',
  });
  expect(dateProblemText({ problem: 'DATE_UNKNOWN', suggestions: [] }).ja).toBe('日付として読めません。');
});
