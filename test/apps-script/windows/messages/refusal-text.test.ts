import { refusalFactLines } from '../../../../apps-script/windows/messages/refusal-text';
import { refuse } from '../../../../functions/domain/account/refusals';
import type { CommandRefusal } from '../../../../functions/domain/commands/command-refusal';
import { aViewer } from '../window-scene';

const laterChange = {
  path: 'contacts.c000001@a_1',
  what: '山田',
  version: 4,
  at: '2026-06-30T22:00:00.000Z',
  on: '2026-07-01',
  by: 'is',
  byName: '佐藤',
  command: 'saveContact',
};
const part = { id: 'p000001', product: 'Cloud' };

test.each<[CommandRefusal, string[]]>([
  [refuse('KEEP', { facts: { successorId: 'a_2', problem: 'circle' } }), ['That would make a circle.']],
  [refuse('KEEP', { facts: { successorId: 'a_1', problem: 'itself' } }), []],
  [
    refuse('PARENT_REFUSED', { facts: { parentId: 'a_2', problem: 'circle' } }),
    ['That would make a circle.'],
  ],
  [
    refuse('ROLE_NOT_ALLOWED', { facts: { role: 'is', because: ['client', 'onFile'] } }),
    ['A manager does this: a client’s account, an account on file'],
  ],
  [refuse('ROLE_NOT_ALLOWED', { facts: { role: 'viewer' } }), []],
  [
    refuse('UNMERGE_CHANGED', { facts: { accountId: 'a_2', changes: [laterChange] } }),
    ['2026-07-01 佐藤: Contact 山田 (Contact)'],
  ],
  [refuse('COORDINATED', { facts: { with: [{ id: 'fs', name: '高橋' }] } }), ['高橋']],
  [refuse('NONE_OPEN', { facts: { open: [part] } }), ['Cloud']],
  [refuse('CHURNED', { facts: { products: [part] } }), ['Cloud']],
  [
    refuse('NEXT_CHECK', { facts: { nextCheckDate: '2026-07-04', nextBusinessDay: '2026-07-06' } }),
    ['2026-07-06 would do.'],
  ],
  // Of one that a guard of the same transition adds to another one's.
  [
    refuse('NEED', { furtherCodes: ['NEXT_CHECK'], facts: { nextBusinessDay: '2026-07-06' } }),
    ['2026-07-06 would do.'],
  ],
  // Under the same name as the products in use: a number.
  [refuse('LIMIT_REACHED', { facts: { products: 200 } }), []],
  [refuse('DEBTS_NONE'), []],
])('%j', (refusal, lines) => expect(refusalFactLines(aViewer({ language: 'en' }), refusal)).toEqual(lines));
