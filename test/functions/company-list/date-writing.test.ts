import { areMostlyDays, type DateChoice, dateWritingOf } from '../../../functions/company-list/date-writing';
import type { ListField } from '../../../functions/company-list/list-headers';
import { TODAY } from '../../builders';

const writingOf = (field: ListField, texts: readonly string[], choice: DateChoice = {}) =>
  dateWritingOf(
    texts.map((text, index) => ({ line: index + 2, values: { name: '株式会社甲', [field]: text } })),
    choice,
    TODAY,
  );

test.each([
  ['mdy', ['4/1/2026', '4/30/2026'], 3],
  ['dmy', ['01.04.2026', '30.04.2026 10:00'], 3],
  ['mdy', ['4/30/26', '2026/4/1', '4/1/26'], 2],
])('the column is %s where a date of it can be nothing else: %j', (order, texts, line) => {
  const { orderOf, notes } = writingOf('lastContact', texts);
  expect([orderOf('lastContact'), orderOf('nextCheck')]).toEqual([order, null]);
  expect(notes.map((note) => [note.line, note.code])).toEqual([[line, 'DATE_ORDER_READ']]);
});

test.each([
  ['nothing proves it', ['4/1/2026', '5/2/2026']],
  ['the dates contradict each other', ['4/30/2026', '30/4/2026', '4/1/2026']],
  ['the year may stand in front', ['30/4/26', '26/4/13']],
  ['all have their year in front', ['2026/4/1', '2026-04-02']],
  ['there are none', []],
])('no order where %s: %j', (_, texts) => {
  const { orderOf, notes } = writingOf('lastContact', texts);
  expect([orderOf('lastContact'), notes]).toEqual([null, []]);
});

test('what a person says of the whole list comes first', () => {
  const { orderOf, system, notes } = writingOf('lastContact', ['4/30/2026'], {
    dateOrder: 'dmy',
    dateSystem: '1904',
  });
  expect([orderOf('lastContact'), orderOf('nextCheck'), system, notes]).toEqual(['dmy', 'dmy', '1904', []]);
});

/** Today is 2026-07-01; 46204 is that day counted from 1900, 44742 counted from 1904. */
test.each<[ListField, string[], string | null]>([
  ['nextCheck', ['46204', '46300'], '1900'],
  ['nextCheck', ['44742', '44838', '2026/9/24'], null],
  ['nextCheck', ['44742', '46204'], '1900'],
  ['nextCheck', ['40000'], '1900'],
  ['lastContact', ['44700', '44000.5'], null],
  ['lastContact', ['46100'], '1900'],
  ['lastContact', ['2026/4/1'], '1900'],
  ['productSince', ['42000'], '1900'],
])('numbers of %s %j count from %p', (field, texts, system) => {
  expect(writingOf(field, texts).system).toBe(system);
});

test.each<[boolean, string[]]>([
  [true, ['2027/1/12', '']],
  [true, ['R9.1.12(火)', '来週月曜', '未定']],
  [true, ['Jan 12, 2027', 'tomorrow']],
  [true, ['46300', '4月末', '電話する']],
  [true, []],
  [false, ['4月に電話', '見積を送る', '2027/1/12']],
])('mostly days %p: %j', (are, cells) => {
  expect(areMostlyDays(cells)).toBe(are);
});
