import { readContactDay, readDayToCome } from '../../../../functions/domain/quick-entry/line-dates';

/** A Friday. */
const DAY = { today: '2026-10-16', fiscalYearStartMonth: 4 };

test.each<[phrase: string, toCome: string | null, ofContact: string | null]>([
  ['2026-11-10', '2026-11-10', '2026-11-10'],
  ['今日', 'DATE_TO_CONFIRM', 'DATE_TO_CONFIRM'],
  ['10/3', 'DATE_AMBIGUOUS', '2026-10-03'],
  ['10/16', 'DATE_AMBIGUOUS', '2026-10-16'],
  // The next one is further off than the last, which is more than half a year back.
  ['3/1', 'DATE_AMBIGUOUS', 'DATE_AMBIGUOUS'],
  // Only one to come can be meant: it is a part of what was said.
  ['来週月曜', 'DATE_TO_CONFIRM', null],
  ['2026-02-30', 'DATE_DOES_NOT_EXIST', 'DATE_DOES_NOT_EXIST'],
  ['46289', null, null],
  ['５０', null, null],
  ['20261110', '2026-11-10', '2026-11-10'],
  ['未定', null, null],
  ['見積', null, null],
])('%s is %s to come, %s of a contact', (phrase, toCome, ofContact) => {
  const shown = (read: ReturnType<typeof readDayToCome>): string | null =>
    read === null ? null : 'date' in read ? read.date : read.problem;
  expect([shown(readDayToCome(phrase, DAY)), shown(readContactDay(phrase, DAY))]).toEqual([
    toCome,
    ofContact,
  ]);
});
