import type { DateWriting } from '../../../functions/company-list/date-writing';
import type { ListField } from '../../../functions/company-list/list-headers';
import { readingOf } from '../../../functions/company-list/row-reading';
import { listTerms } from '../../builders';

const PLAIN: DateWriting = { orderOf: () => null, system: '1900', notes: [] };
const read = (values: Partial<Record<ListField, string>>, writing: Partial<DateWriting> = {}) =>
  readingOf({ line: 4, values }, listTerms(), { ...PLAIN, ...writing });

test.each<[string, Partial<DateWriting>, string | undefined, unknown[]]>([
  ['2026/4/1', {}, '2026-04-01', []],
  ['未定', {}, undefined, []],
  ['4/1/26', { orderOf: () => 'mdy' }, '2026-04-01', []],
  ['46113', {}, '2026-04-01', []],
  ['46113', { system: null }, undefined, [['DATE_SYSTEM_UNCLEAR', ['2026-04-01', '2030-04-02']]]],
  ['4/1', {}, undefined, [['DATE_AMBIGUOUS', ['2026-04-01', '2027-04-01', '2025-04-01']]]],
])('%s, written as %j, is %s', (written, writing, date, problems) => {
  const reading = read({ lostDate: written }, writing);
  expect(reading.dateOf('lostDate', 'loss')).toBe(date);
  expect(reading.problems.map(({ code, days }) => [code, days])).toEqual(problems);
});

test('a day to come is a problem where only one that is over makes sense; one far away is remarked', () => {
  const reading = read({ lostDate: '2026-07-02', revisitDate: '2036-07-02' });
  expect(reading.pastDateOf('lostDate', 'loss')).toBe('2026-07-02');
  expect(reading.dateOf('revisitDate', 'revisit')).toBe('2036-07-02');
  expect(
    [reading.problems, reading.notes].map((said) => said.map(({ code, detail }) => `${code} ${detail}`)),
  ).toEqual([['DATE_IN_FUTURE lostDate: 2026-07-02'], ['DATE_UNLIKELY revisitDate: 2036-07-02']]);
});
