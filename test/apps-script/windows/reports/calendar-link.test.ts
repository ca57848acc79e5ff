/** The calendar link: shown once, and never made useless by a single press. */
import {
  type CalendarLinkMessage,
  type CalendarLinkState,
  LINK_FIELD,
  newCalendarLink,
  updateCalendarLink,
} from '../../../../apps-script/windows/reports/calendar-link';
import { effectOf, offline } from '../window-scene';

const URL = 'https://hachi.example/calendar?key=1';
const MADE = { memberId: 'is', at: '2026-06-30T01:00:00.000Z' };

const apply = (state: CalendarLinkState, message: CalendarLinkMessage): CalendarLinkState =>
  updateCalendarLink(state, message).state;

const reading = updateCalendarLink(newCalendarLink, { type: 'read' });
const withoutLink = apply(
  reading.state,
  effectOf(reading.effects, 'call').reply({ value: { own: null, others: [] } }),
);
const withLink = apply(
  reading.state,
  effectOf(reading.effects, 'call').reply({ value: { own: MADE, others: [] } }),
);
const renew = { type: 'press', action: 'renew', memberId: null } as const;
const revoke = { type: 'press', action: 'revoke', memberId: null } as const;

test('the first link is made by one press, shown, and its field is focused', () => {
  const pressed = updateCalendarLink(withoutLink, renew);
  const ask = effectOf(pressed.effects, 'call');
  expect(ask.args).toEqual(['feeds', 'POST', { body: { action: 'renew' } }]);
  const made = updateCalendarLink(pressed.state, ask.reply({ value: { own: MADE, others: [], url: URL } }));
  expect(made.state).toMatchObject({ url: URL, feeds: { own: MADE }, phase: { kind: 'ready' } });
  expect(effectOf(made.effects, 'focus').selector).toBe(`#${LINK_FIELD}`);
});

test.each([renew, revoke])('what programs read by now asks for a second press: %j', (press) => {
  const once = updateCalendarLink(withLink, press);
  expect(once.effects).toEqual([]);
  expect(once.state.confirming).toEqual({ action: press.action, memberId: null });
  expect(effectOf(updateCalendarLink(once.state, press).effects, 'call').args).toEqual([
    ...['feeds', 'POST'],
    { body: { action: press.action } },
  ]);
  expect(apply(once.state, { type: 'cancel' }).confirming).toBeNull();
});

test("a second press of something else asks anew, and names another member's link", () => {
  const once = apply(withLink, renew);
  const other = updateCalendarLink(once, { type: 'press', action: 'revoke', memberId: 'is' });
  expect(other.effects).toEqual([]);
  const twice = updateCalendarLink(other.state, { type: 'press', action: 'revoke', memberId: 'is' });
  expect(effectOf(twice.effects, 'call').args).toEqual([
    ...['feeds', 'POST'],
    { body: { action: 'revoke', member: 'is' } },
  ]);
});

test('nothing is asked twice while a change is under way, and a failure is said', () => {
  const changing = updateCalendarLink(withoutLink, renew);
  expect(updateCalendarLink(changing.state, renew).effects).toEqual([]);
  const failed = apply(changing.state, effectOf(changing.effects, 'call').reply(offline));
  expect(failed.phase).toMatchObject({ kind: 'failed', error: { code: 'OFFLINE' } });
});

test('what is copied is the field of the link, and whether it was is said', () => {
  const { state, effects } = updateCalendarLink(withLink, { type: 'copy' });
  const copy = effectOf(effects, 'copy');
  expect(copy.selector).toBe(`#${LINK_FIELD}`);
  expect(apply(state, copy.reply(false)).copied).toBe(false);
});
