import type { Command } from '../../../../functions/domain/commands/command-table';
import { requestedValue } from '../../../../functions/domain/commands/requested-value';

test.each<[Command, ReturnType<typeof requestedValue>]>([
  [{ type: 'changeStatus', to: 'COLD' }, { status: 'COLD' }],
  [{ type: 'putOnFile', onFile: {} }, { status: 'ON_FILE' }],
  [{ type: 'setNextCheck', date: '2026-10-01' }, { date: '2026-10-01' }],
  [{ type: 'setAwaited', contact: { name: '井上' } }, { words: '井上' }],
  [{ type: 'setAwaited', contactId: 'c000001' }, { words: '' }],
  [{ type: 'handOver', toId: 'is2', note: '担当替え' }, { memberId: 'is2' }],
  [{ type: 'saveContact', contact: { name: '山田' } }, { part: '山田' }],
  [{ type: 'setBant', bant: { need: 'yes' } }, { bant: { need: 'yes' } }],
  [{ type: 'approve', proposalId: 'r1', note: '承認' }, null],
])('%j: %j', (command, value) => {
  expect(requestedValue(command)).toEqual(value);
});
