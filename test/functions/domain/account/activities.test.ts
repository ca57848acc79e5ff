import { dropOldestActivities } from '../../../../functions/domain/account/activities';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import { anActivity, byId, TODAY } from '../../../builders';
import { accepted, met, refused, working } from '../account-lives';

test('beyond three hundred the oldest go, but never the first meeting', () => {
  const all = Array.from({ length: 305 }, (_, n) =>
    anActivity({
      id: `a${String(n).padStart(6, '0')}`,
      date: addDays('2020-01-01', n),
      kind: n === 0 || n === 4 ? 'meeting' : 'call',
    }),
  );
  const kept = Object.keys(dropOldestActivities(byId(...all.toReversed())));
  expect(kept).toHaveLength(300);
  expect(kept[0]).toBe('a000000');
  expect(kept.slice(1)).toEqual(all.slice(6).map(({ id }) => id));
});

test.each([
  ['call', undefined, false],
  ['call', true, true],
  ['mail', undefined, false],
  ['visit', undefined, true],
  ['visit', false, false],
  ['meeting', undefined, true],
  ['meeting', true, true],
  ['note', undefined, false],
  ['note', false, false],
] as const)('%s with twoWay %p is kept as a contact: %p', (kind, twoWay, isKept) => {
  const activity = { kind, date: TODAY, with: '山田', ...(twoWay === undefined ? {} : { twoWay }) };
  const { account } = accepted(working(), { type: 'logActivity', activity });
  expect(Object.keys(account.activities)).toHaveLength(isKept ? 1 : 0);
  expect(account.everMet).toBe(kind === 'meeting');
});

test('no contact of tomorrow, and none with a person whom the account does not have', () => {
  const log = (date: string, contactId?: string) =>
    refused(met(), {
      type: 'logActivity',
      activity: { kind: 'call', date, with: '山田', ...(contactId && { contactId }) },
    }).code;
  expect(log('2026-07-02')).toBe('DATE_IN_FUTURE');
  expect(log(TODAY, 'constructor')).toBe('CONTACT_UNKNOWN');
});
