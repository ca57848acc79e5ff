import {
  announceCondition,
  append,
  applyInOrder,
  type Draft,
  draftOf,
  type Mutation,
} from '../../../../functions/domain/account/draft';
import { isRefusal, refuse } from '../../../../functions/domain/account/refusals';
import { quarterlyCheckStanding } from '../../../../functions/domain/account/standing';
import { anAccount } from '../../../builders';

const account = anAccount();
const renamed =
  (kana: string): Mutation =>
  (draft) =>
    append(draft, 'detailsEdited', { ...draft.account, kana });

test('each step records what it alone has changed', () => {
  const result = applyInOrder(draftOf(account), [renamed('ア'), null, renamed('イ')]) as Draft;
  expect(result.account).toEqual({ ...account, kana: 'イ' });
  expect(result.events.map(({ changes }) => changes)).toEqual([
    [{ path: 'kana', before: null, after: 'ア' }],
    [{ path: 'kana', before: 'ア', after: 'イ' }],
  ]);
});

test('a step that changes nothing is no event, unless it has something to say', () => {
  const draft = draftOf(account);
  expect(append(draft, 'detailsEdited', { ...account })).toBe(draft);
  const { events } = append(draft, 'checkRecorded', account, { data: { result: 'noAnswer' } });
  expect(events).toEqual([
    {
      type: 'checkRecorded',
      from: 'COLD',
      to: 'COLD',
      reason: null,
      data: { result: 'noAnswer' },
      changes: [],
    },
  ]);
});

test('the first refusal ends it: no later step is taken', () => {
  const taken: string[] = [];
  const step =
    (name: string): Mutation =>
    (draft) => {
      taken.push(name);
      return name === 'second' ? refuse('NOTE_NEEDED', {}) : draft;
    };
  const result = applyInOrder(draftOf(account), ['first', 'second', 'third'].map(step));
  expect(isRefusal(result) && result.code).toBe('NOTE_NEEDED');
  expect(taken).toEqual(['first', 'second']);
});

test('a condition that is announced stands in an event of its own, and is the account’s once it is checked quarterly', () => {
  const announced = announceCondition(draftOf(account), account, '来期の予算');
  expect(announced.events.map(({ type, changes }) => [type, changes])).toEqual([
    ['nextCheckSet', [{ path: 'awaitedCondition', before: null, after: '来期の予算' }]],
  ]);
  const nextCheck = { date: '2026-10-01', origin: 'cadence', base: '2026-07-01' } as const;
  const standing = quarterlyCheckStanding({ since: '2026-07-01', nextCheck, awaitedCondition: '来期の予算' });
  const entered = append(announced, 'statusChanged', { ...account, standing }, { data: {} });
  expect(entered.announcedCondition).toBeNull();
  expect(entered.events[1]?.changes.map(({ path }) => path)).toEqual(['nextCheck', 'status', 'statusSince']);
});
