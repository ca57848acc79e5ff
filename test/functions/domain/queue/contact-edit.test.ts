import { readContactEdit } from '../../../../functions/domain/queue/contact-edit';
import type { ContactColumn } from '../../../../functions/domain/queue/edit-columns';

test.each<[ContactColumn, string, object]>([
  ['person', ' 山田\n太郎 ', { name: '山田 太郎' }],
  ['person', '', { name: '' }],
  ['title', '部長', { title: '部長' }],
  ['phone', '', { phone: null }],
  ['email', 'yamada@example.jp', { email: 'yamada@example.jp' }],
  ['role', '決裁者', { role: '決裁者' }],
  ['personState', '退職', { state: 'left' }],
  ['personState', 'Moved', { state: 'moved' }],
  ['doNotContact', '連絡不可', { doNotContact: true }],
  ['doNotContact', '', { doNotContact: false }],
  ['daysBetween', '90', { daysBetween: 90 }],
  ['daysBetween', '30日', { daysBetween: 30 }],
  ['daysBetween', '', { daysBetween: null }],
])('%s %j is said of the person', (column, value, said) => {
  expect(readContactEdit(column, value, 'c1')).toEqual({
    command: { type: 'saveContact', contact: { id: 'c1', ...said } },
  });
});

test.each<[ContactColumn, string, string]>([
  ['person', '八'.repeat(201), 'TEXT_TOO_LONG'],
  ['personState', '休職', 'STATE_UNKNOWN'],
  ['personState', '', 'STATE_UNKNOWN'],
  ['doNotContact', 'たぶん', 'YES_OR_BLANK'],
  ['daysBetween', '0', 'DAYS_UNREADABLE'],
  ['daysBetween', '366', 'DAYS_UNREADABLE'],
  ['daysBetween', '月1回', 'DAYS_UNREADABLE'],
])('%s %j says nothing', (column, value, problem) => {
  expect(readContactEdit(column, value, 'c1')).toEqual({ problem });
});
