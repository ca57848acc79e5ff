import { toRecord } from '../../../../functions/domain/account/account-record';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, type Life, quarterly, refused, working } from '../account-lives';

const meet = (life: Life, by = 'fs'): Life =>
  accepted(life, { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } }, { by });

test('only a manager corrects a wrongly logged meeting, with a reason that stays in the history', () => {
  const life = meet(working());
  const activityId = Object.keys(life.account.activities).at(-1) ?? '';
  const correct: Command = { type: 'correctMeeting', activityId, reason: '別会社の商談でした' };
  expect(refused(life, { ...correct, reason: '誤り' }, { by: 'manager' }).code).toBe('REASON');
  expect(refused(life, { ...correct, activityId: 'constructor' }, { by: 'manager' }).code).toBe(
    'ACTIVITY_UNKNOWN',
  );
  const corrected = accepted(life, correct, { by: 'manager' });
  expect(corrected.account.everMet).toBe(false);
  expect(corrected.account.activities).toEqual({});
  expect(corrected.history.at(-1)?.events).toMatchObject([
    { type: 'meetingCorrected', reason: '別会社の商談でした', data: { activity: { kind: 'meeting' } } },
  ]);
  expect(refused(life, { type: 'changeStatus', to: 'COLD', data: { reason: '応答がない' } }).code).toBe(
    'NOT_MET',
  );
  accepted(corrected, { type: 'changeStatus', to: 'COLD', data: { reason: '応答がない' } });
});

test('one of two meetings is corrected: still met', () => {
  const life = meet(meet(working()));
  const [first = ''] = Object.keys(life.account.activities);
  const corrected = accepted(
    life,
    { type: 'correctMeeting', activityId: first, reason: '二重の記録' },
    { by: 'admin' },
  );
  expect(corrected.account.everMet).toBe(true);
});

test('a corrected meeting leaves a debt where the status needs one, and its clock runs from the contact before', () => {
  const life = accepted(quarterly(), {
    type: 'logActivity',
    activity: { kind: 'meeting', date: TODAY, with: '山田' },
  });
  const [first = '', second = ''] = Object.keys(life.account.activities);
  const correct = (activityId: string): Command => ({
    type: 'correctMeeting',
    activityId,
    reason: '別会社の商談',
  });
  const one = accepted(life, correct(second), { by: 'manager' });
  expect(toRecord(one.account)).toMatchObject({
    debts: [],
    nextCheck: { date: '2026-06-02', base: '2026-03-02' },
  });
  expect(toRecord(accepted(one, correct(first), { by: 'manager' }).account)).toMatchObject({
    everMet: false,
    debts: ['MET'],
  });
});
