import type { CallerCommand } from '../../../../functions/domain/commands/command-table';
import { commandUndoObstacle } from '../../../../functions/domain/commands/undoable-command';
import { TODAY } from '../../../builders';

const meeting = { kind: 'meeting', date: TODAY, with: '山田' } as const;

test.each<[CallerCommand, ReturnType<typeof commandUndoObstacle>]>([
  [{ type: 'merge', intoId: 'hq', reason: 'DUPLICATE' }, 'UNDO_LINKED'],
  [{ type: 'unmerge', reason: '別会社' }, 'UNDO_LINKED'],
  // Nothing offers a way back that the form has said there is none.
  [{ type: 'eraseContact', contactId: 'c1' }, 'UNDO_ERASED'],
  [{ type: 'logActivity', activity: meeting }, 'UNDO_MEETING'],
  [{ type: 'logActivity', activity: { ...meeting, kind: 'call' } }, null],
  [{ type: 'changeStatus', to: 'WORKING', data: { action: meeting } }, 'UNDO_MEETING'],
  [{ type: 'changeStatus', to: 'DEAD_OPPORTUNITY', data: { meeting: { date: TODAY } } }, 'UNDO_MEETING'],
  [{ type: 'changeStatus', to: 'WORKING', data: { action: { ...meeting, kind: 'visit' } } }, null],
  [{ type: 'recordCheck', result: 'stillWaiting', activity: meeting }, 'UNDO_MEETING'],
  [{ type: 'editDetails', details: { kana: 'カナ' } }, null],
])('%j: %s', (command, obstacle) => {
  expect(commandUndoObstacle(command)).toBe(obstacle);
});
