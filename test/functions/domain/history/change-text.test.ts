/** Changed values of an account as a person reads them. */
import { activityText, changedValueText } from '../../../../functions/domain/history/change-text';
import type { Reader } from '../../../../functions/domain/history/value-words';
import { aContact, anActivity, MEMBERS, TODAY } from '../../../builders';
import {
  busyClient,
  dead,
  duplicate,
  type Life,
  quarterly,
  reviewed,
  twoOpen,
} from '../../../functions/domain/account-lives';

const reader = (language: Reader['language']) => ({ language, members: MEMBERS });

describe('one changed value', () => {
  it.each<[string, Parameters<typeof changedValueText>[1], string | null]>([
    ['a member', { path: 'ownerId', before: 'is', after: 'left' }, 'Owner: is → left (left)'],
    [
      'an answer of BANT',
      {
        path: 'bant.need',
        before: { value: 'unknown', on: null, by: null },
        after: { value: 'yes', on: TODAY, by: 'is' },
      },
      'Need: Unknown → Yes',
    ],
    ['nobody any more', { path: 'ownerId', before: 'is', after: null }, 'Owner: is → none'],
    ['debts', { path: 'debts', before: ['OWNER', 'MET'], after: [] }, 'To fill in: owner, a meeting → none'],
    [
      'a coded reason',
      {
        path: 'lost',
        before: null,
        after: { on: TODAY, reason: 'OTHER', reasonText: '方針', revisitOn: null, revisitTrigger: null },
      },
      'Lost: Other: 方針',
    ],
    [
      'another revisit',
      {
        path: 'lost',
        before: {
          on: TODAY,
          reason: 'OTHER',
          reasonText: '方針',
          revisitOn: '2026-09-01',
          revisitTrigger: null,
        },
        after: {
          on: TODAY,
          reason: 'OTHER',
          reasonText: '方針',
          revisitOn: '2026-12-01',
          revisitTrigger: null,
        },
      },
      'Lost: Other: 方針 2026-09-01 → Other: 方針 2026-12-01',
    ],
    [
      'a contact that went',
      { path: 'contacts.c1', before: aContact({ name: '山田' }), after: null },
      'Contact removed: 山田',
    ],
    ['what nobody reads', { path: 'awaitedContactId', before: null, after: 'c1' }, null],
    ['a field of a later version', JSON.parse('{ "path": "moonPhase", "before": 1, "after": 2 }'), null],
    [
      'a contact under another name',
      { path: 'contacts.c1', before: aContact(), after: aContact({ name: '佐藤' }) },
      'Contact 佐藤: Name: 山田 → 佐藤',
    ],
  ])('%s', (_, change, words) => expect(changedValueText(reader('en'), change)).toBe(words));
});

test.each<[string, Parameters<typeof changedValueText>[1]]>([
  ['a parent', { path: 'parentId', before: 'a_1', after: 'a_2' }],
  ['a first parent', { path: 'parentId', before: null, after: 'a_2' }],
  ['a parent taken away', { path: 'parentId', before: 'a_1', after: null }],
  ['an owner who is no member any more', { path: 'ownerId', before: 'm_gone', after: 'm_new' }],
])('%s is worded without an ID', (_, change) => {
  for (const language of ['ja', 'en'] as const)
    expect(changedValueText(reader(language), change)).toMatch(
      /^(?!.*(a_|m_))(親会社|担当|Group parent|Owner)/,
    );
});

test.each<[string, () => Life]>([
  ['a quarterly check', quarterly],
  ['a loss', dead],
  ['a client with an opportunity', busyClient],
  ['two opportunities', twoOpen],
  ['a reviewed bad fit', reviewed],
  ['a duplicate', duplicate],
])('no change in the life of %s shows an ID, a code or nothing at all', (_, live) => {
  const changes = live().history.flatMap(({ events }) => events.flatMap((event) => event.changes));
  for (const language of ['ja', 'en'] as const)
    for (const change of changes) {
      const words = changedValueText(reader(language), change);
      if (words === null) continue;
      expect(words).toMatch(/\S/);
      expect(words).not.toMatch(/undefined|null|\[object|[a-z]0{5}\d|\b[A-Z]{3,}_?[A-Z]+\b/);
    }
});

test.each([
  ['call', true, 'Call 2026-03-02 山田'],
  ['call', false, 'Call 2026-03-02 山田 (no answer)'],
  ['note', false, 'Note 2026-03-02 山田'],
] as const)('an activity: %s, two-way %p', (kind, twoWay, words) => {
  expect(activityText(reader('en'), { ...anActivity({ kind }), twoWay })).toBe(words);
});
