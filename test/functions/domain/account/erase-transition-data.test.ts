import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import { erasedTransitionData } from '../../../../functions/domain/account/erase-transition-data';
import { textEraser } from '../../../../functions/domain/account/erased-text';

const ERASURE = { contactId: 'c1', words: ['山田', 'taro@example.jp'], familyNames: [], labels: [] };
const erase = (data: TransitionData): TransitionData =>
  erasedTransitionData(data, ERASURE, textEraser(ERASURE));

test.each<[why: string, contact: TransitionData['contact']]>([
  ['by the ID', { id: 'c1', name: '鈴木' }],
  ['by the name', { name: '山田' }],
  ['by the mail address', { name: '別名', email: 'taro@example.jp' }],
])('the person is not saved by an approval: %s', (_, contact) => {
  expect(erase({ reason: '依頼', ...(contact && { contact }) })).toEqual({ reason: '依頼' });
});

test('another person is', () => {
  const data = { contact: { name: '鈴木', email: null }, contactId: 'c2' };
  expect(erase(data)).toEqual(data);
});

test('an activity with the person loses whom and what it was about, another one the name', () => {
  expect(
    erase({
      action: { kind: 'call', date: '2026-07-01', contactId: 'c1', with: '部長', note: '昇進' },
      meeting: { date: '2026-07-01', with: '総務', note: '山田様も同席' },
    }),
  ).toEqual({
    action: { kind: 'call', date: '2026-07-01', contactId: 'c1', with: '■■', note: '■■' },
    meeting: { date: '2026-07-01', with: '総務', note: '■■様も同席' },
  });
});

test('nothing is added that was absent', () => expect(erase({})).toEqual({}));
