import type { HistoryEntry } from '../../../../functions/domain/account/history';
import { loggedActivities } from '../../../../functions/domain/history/logged-activities';
import { TODAY } from '../../../builders';
import { accepted, type Life, met, working } from '../account-lives';

const call = (life: Life, date: string, twoWay: boolean): Life =>
  accepted(life, { type: 'logActivity', activity: { kind: 'call', date, twoWay, with: '総務部' } });
const datesOf = ({ history }: Life) =>
  loggedActivities(history)
    .map(({ activity: { kind, date }, isTwoWay }) => `${kind} ${date} ${isTwoWay}`)
    .filter((one) => one.startsWith('call 2026-0'));

test('answered or not, the latest day first, whatever the order in which they were logged', () => {
  const life = call(call(call(working(), '2026-06-30', true), '2026-06-20', true), TODAY, false);
  expect(datesOf(life).slice(0, 3)).toEqual([
    `call ${TODAY} false`,
    'call 2026-06-30 true',
    'call 2026-06-20 true',
  ]);
  expect(loggedActivities([])).toEqual([]);
});

test('what was taken back is none, and is one again where the undo was taken back, too', () => {
  const before = call(working(), '2026-06-30', true);
  const life = call(before, TODAY, false);
  const undone = accepted(life, { type: 'undo', version: life.account.version });
  expect(datesOf(undone)).toEqual(datesOf(before));
  const redone = accepted(undone, { type: 'undo', version: undone.account.version });
  expect(datesOf(redone)).toEqual(datesOf(life));
});

test('a meeting that was none is left out', () => {
  const life = met();
  const meetings = ({ history }: Life) =>
    loggedActivities(history).filter(({ activity }) => activity.kind === 'meeting');
  const [meeting] = meetings(life);
  expect(meeting).toBeDefined();
  const corrected = accepted(
    life,
    { type: 'correctMeeting', activityId: meeting?.activity.id ?? '', reason: '別の会社でした' },
    { by: 'manager' },
  );
  expect(meetings(corrected)).toEqual([]);
});

test('each account by itself: versions of two are no pair', () => {
  const life = call(working(), TODAY, true);
  const undo: HistoryEntry = {
    ...{ accountId: 'b', version: 99, at: '2026-07-01T00:00:00.000Z', on: TODAY, by: 'is', channel: 'menu' },
    ...{ batch: null, requestId: 'r', command: 'undo', undoes: life.account.version, events: [] },
  };
  const found = loggedActivities([...life.history, undo]);
  const today = found.filter(({ activity: { date } }) => date === TODAY).map(({ accountId }) => accountId);
  expect(today).toEqual([life.account.id]);
});
