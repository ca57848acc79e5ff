import type { HistoryEntry } from '../../../functions/domain/account/history';
import { historyEntrySchema } from '../../../functions/schema/history-entry';
import {
  accepted,
  active,
  busyClient,
  dead,
  duplicate,
  type Life,
  met,
  quarterly,
  reviewed,
} from '../domain/account-lives';

/** As a store gives it back: without what is undefined. */
const stored = (entry: HistoryEntry): unknown => JSON.parse(JSON.stringify(entry));

test.each<[string, () => Life]>([
  ['a first meeting', met],
  ['an opportunity', active],
  ['a quarterly check', quarterly],
  ['a loss', dead],
  ['a client with another opportunity', busyClient],
  ['a bad fit, proposed and approved', reviewed],
  ['a link to another account', duplicate],
  [
    'a check that nobody answered',
    () =>
      accepted(quarterly(), {
        type: 'recordCheck',
        result: 'noAnswer',
        activity: { kind: 'call', date: '2026-07-01', with: '山田' },
      }),
  ],
])('every entry of %s is read as it was written', (_, life) => {
  for (const entry of life().history)
    expect(historyEntrySchema.parse(stored(entry))).toEqual(JSON.parse(JSON.stringify(entry)));
});

test.each<[string, (entry: HistoryEntry) => unknown]>([
  ['a kind that there is not', (entry) => ({ ...entry, events: [{ ...entry.events[0], type: 'phoned' }] })],
  [
    'a path that there is not',
    (entry) => ({
      ...entry,
      events: [{ ...entry.events[0], changes: [{ path: 'moonPhase', before: 1, after: 2 }] }],
    }),
  ],
  [
    "a value of another field's kind",
    (entry) => ({
      ...entry,
      events: [{ ...entry.events[0], changes: [{ path: 'everMet', before: false, after: 'yes' }] }],
    }),
  ],
])('an event of %s is refused', (_, spoilt) => {
  const [entry] = met().history;
  expect(entry).toBeDefined();
  if (entry !== undefined) expect(historyEntrySchema.safeParse(spoilt(entry)).success).toBe(false);
});
