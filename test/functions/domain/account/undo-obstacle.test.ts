import { isOwnRecentChange, undoObstacle } from '../../../../functions/domain/account/undo-obstacle';
import { TODAY, theMember } from '../../../builders';
import { accepted, cold, type Life, met, reviewed, unregistered, working } from '../account-lives';

const newest = ({ history }: Life) => {
  const entry = history[history.length - 1];
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

const edited = accepted(cold(), { type: 'editDetails', details: { kana: 'サンプル' } });
const obstacle = (life: Life, by: 'is' | 'fs' | 'manager', hoursLater = 1) => {
  const entry = newest(life);
  const now = new Date(Date.parse(entry.at) + hoursLater * 3_600_000).toISOString();
  return undoObstacle(entry, { actor: theMember(by), now });
};

test.each([
  ['is', 24, null],
  ['is', 25, 'UNDO_TOO_LATE'],
  ['fs', 1, 'UNDO_TOO_LATE'],
  ['manager', 1_000, null],
] as const)('%s, %i hours later: %s', (by, hours, expected) => {
  expect(obstacle(edited, by, hours)).toBe(expected);
});

test('a change to the minute a day old is still recent', () => {
  const asker = { actor: theMember('is'), now: '2026-07-02T10:00:00.000Z' };
  expect(isOwnRecentChange({ by: 'is', at: '2026-07-01T10:00:00.000Z' }, asker)).toBe(true);
  expect(isOwnRecentChange({ by: 'is', at: '2026-07-01T09:59:59.999Z' }, asker)).toBe(false);
});

test('an answer to a proposal is for managers', () => {
  const entry = { ...newest(reviewed()), by: 'is' };
  const now = entry.at;
  expect(undoObstacle(entry, { actor: theMember('is'), now })).toBe('UNDO_TOO_LATE');
  expect(undoObstacle(entry, { actor: theMember('manager'), now })).toBeNull();
});

test('a meeting, first or later, is no undo; a call is', () => {
  expect(obstacle(met(), 'manager')).toBe('UNDO_MEETING');
  const again = accepted(met(), {
    type: 'logActivity',
    activity: { kind: 'meeting', date: TODAY, with: '山田' },
  });
  expect(obstacle(again, 'manager')).toBe('UNDO_MEETING');
  const called = accepted(met(), {
    type: 'logActivity',
    activity: { kind: 'call', date: TODAY, with: '山田', twoWay: true },
  });
  expect(obstacle(called, 'manager')).toBeNull();
});

test('a registration is withdrawn whatever it logged, and a correction of a meeting is undone', () => {
  const data = { ownerId: 'is', action: { kind: 'meeting', date: TODAY, with: '山田' } } as const;
  const registered = accepted(unregistered(), {
    type: 'register',
    details: { name: '株式会社サンプル' },
    status: 'WORKING',
    data,
  });
  expect(registered.account.everMet).toBe(true);
  expect(obstacle(registered, 'is')).toBeNull();
  const [activityId = ''] = Object.keys(met().account.activities);
  const corrected = accepted(
    met(),
    { type: 'correctMeeting', activityId, reason: '別会社の商談' },
    { by: 'manager' },
  );
  expect(obstacle(corrected, 'manager')).toBeNull();
});

test('one half of a change of two accounts is not undone', () => {
  const received = accepted(working(), {
    type: 'receive',
    fromId: 'other',
    products: [],
    opportunities: [],
    data: {},
  });
  expect(obstacle(received, 'manager')).toBe('UNDO_LINKED');
});
