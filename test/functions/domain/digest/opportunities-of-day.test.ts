import type { Opportunity } from '../../../../functions/domain/account/account';
import { passedOnBy, passedTo, pursuedBy } from '../../../../functions/domain/digest/opportunities-of-day';
import { aContext, anAccount, anOpportunity, byId, MEMBERS, TODAY, theMember } from '../../../builders';

const factsOf = (who: string) => ({
  member: theMember(who),
  members: MEMBERS,
  today: TODAY,
  calendar: aContext().calendar,
});
const passed = (over: Partial<NonNullable<Opportunity['handOver']>> = {}): Opportunity['handOver'] => ({
  ...{ id: 'h1', by: 'is', on: '2026-06-30', fromId: null, note: '急ぎ', acknowledgedOn: null },
  ...over,
});
const accountWith = (...opportunities: Opportunity[]) =>
  anAccount({
    id: 'a_1',
    status: 'ACTIVE_OPPORTUNITY',
    isOwnerId: 'is',
    opportunities: byId(...opportunities),
  });

test('what was passed to somebody is told at once, with the whole note, and is late after two business days', () => {
  const account = accountWith(anOpportunity({ fsOwnerId: 'fs', amount: 1_200_000, handOver: passed() }));
  const [item] = passedTo([account], factsOf('fs'));
  expect(item).toMatchObject({ accountId: 'a_1', due: '2026-07-02', daysOver: 0, form: 'answerHandOver' });
  const { metWith, bant, nextStep } = anOpportunity().handOverNote;
  for (const words of [metWith, bant, nextStep, '急ぎ', '1,200,000円', 'isから 2026/06/30'])
    expect(item?.words.ja).toContain(words);
  expect(passedTo([account], { ...factsOf('fs'), today: '2026-07-06' })).toMatchObject([{ daysOver: 4 }]);
  expect(passedTo([account], factsOf('fs2'))).toEqual([]);
  expect(pursuedBy([account], factsOf('fs'))).toEqual([]);
});

test('what is acknowledged, or was never passed, is pursued; several of a company stand together', () => {
  const account = accountWith(
    anOpportunity({
      id: 'o1',
      product: 'Cloud',
      fsOwnerId: 'fs',
      handOver: passed({ acknowledgedOn: TODAY }),
    }),
    anOpportunity({ id: 'o2', product: 'Desk', fsOwnerId: 'fs', handOver: null }),
    anOpportunity({ id: 'o3', product: 'Other', fsOwnerId: 'fs2', handOver: null }),
  );
  expect(passedTo([account], factsOf('fs'))).toEqual([]);
  const [item, ...more] = pursuedBy([account], factsOf('fs'));
  expect(item?.words.en.split('\n')).toEqual([
    expect.stringMatching(/^Cloud \(since /),
    expect.stringMatching(/^Desk \(since /),
  ]);
  expect(more).toEqual([]);
});

test('the earliest day of decision that is over is told as late, and no other day', () => {
  const expecting = (...days: string[]) =>
    pursuedBy(
      [
        accountWith(
          ...days.map((expectedOn, n) => anOpportunity({ id: `o${n}`, fsOwnerId: 'fs', expectedOn })),
        ),
      ],
      factsOf('fs'),
    )[0];
  expect(expecting('2026-06-30', '2026-06-26', '2026-10-01')).toMatchObject({
    due: '2026-06-26',
    daysOver: 5,
  });
  expect(expecting(TODAY, '2026-10-01')).toMatchObject({ due: null, daysOver: 0 });
});

test('with what its owner expects of it', () => {
  const expected = { amount: 1_200_000, expectedOn: '2026-10-01', probability: 30 };
  const account = accountWith(
    anOpportunity({ id: 'o1', product: 'Desk', fsOwnerId: 'fs', since: '2026-06-01', ...expected }),
  );
  const [item] = pursuedBy([account], factsOf('fs'));
  expect(item?.words.ja).toMatch(/^Desk \(2026\/06\/01 から, 1,200,000円, 決定予定 2026\/10\/01, 30%\): /);
  expect(item?.words.en).toMatch(/^Desk \(since 2026-06-01, 1,200,000 yen, expected 2026-10-01, 30%\): /);
});

test.each<[what: string, opportunity: Partial<Opportunity>, words: string | null]>([
  ['not acknowledged', { handOver: passed() }, 'Cloud (fs): not acknowledged since 2026-06-30'],
  ['acknowledged', { handOver: passed({ acknowledgedOn: TODAY }) }, 'Cloud (fs): open'],
  ['won', { state: 'won', closedOn: '2026-06-29' }, 'Cloud (fs): Won 2026-06-29'],
  [
    'returned, and why',
    { state: 'returned', closedOn: '2026-06-29', note: 'No budget yet' },
    'Cloud (fs): Returned 2026-06-29 / No budget yet',
  ],
  ['returned long ago', { state: 'returned', closedOn: '2026-05-01' }, null],
  ["in one's own hands", { fsOwnerId: 'is' }, null],
])('whoever passed it on sees that it is %s', (_, over, words) => {
  const account = accountWith(anOpportunity({ product: 'Cloud', fsOwnerId: 'fs', ...over }));
  expect(passedOnBy([account], factsOf('is')).map((item) => item.words.en)).toEqual(
    words === null ? [] : [words],
  );
  expect(passedOnBy([account], factsOf('is2'))).toEqual([]);
});
