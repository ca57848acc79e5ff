import { toRecord } from '../../../../functions/domain/account/account-record';
import { revisitDueOn } from '../../../../functions/domain/account/due-days';
import { accepted, badFit, cold, dead, imported, missing, refused } from '../account-lives';

test('another day to speak with a lost account, whatever else is known of the loss', () => {
  const before = toRecord(dead().account).lost;
  const { account, history } = accepted(dead(), {
    type: 'setRevisit',
    date: '2026-12-01',
    reason: '決算の後',
  });
  expect(toRecord(account).lost).toEqual({ ...before, revisitOn: '2026-12-01' });
  expect(revisitDueOn(account)).toBe('2026-12-01');
  expect(history.at(-1)?.events).toMatchObject([{ type: 'revisitSet', reason: '決算の後' }]);
});

test.each(['2026-06-30', '2026-07-01', '2031-07-02'])(
  'not to %s: after today, and within five years',
  (date) => {
    const refusal = refused(dead(), { type: 'setRevisit', date });
    expect([refusal.code, missing(refusal)]).toEqual(['REVISIT_DATE', ['lost.revisitOn']]);
    expect(refusal.facts).toEqual({ revisitOn: date, latest: '2031-07-01' });
  },
);

test.each([
  ['a cold account', cold],
  ['a bad fit', () => badFit(cold())],
  ['a loss that a list brought in without more', () => imported('DEAD_OPPORTUNITY')],
])('%s has no such day', (_, life) => {
  expect(refused(life(), { type: 'setRevisit', date: '2026-12-01' }).code).toBe('REVISIT_NONE');
});
