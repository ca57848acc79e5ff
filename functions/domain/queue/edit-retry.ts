/** Chooses the form in which a refused edit can be completed, filled with what was typed in its row. */
import { type FormRetry, filledValues, type RefusedForData } from '../account/form-retry';
import { isInNote } from './edit-hint';
import type { QueueEditCommand } from './queue-edit';

/** Null where the row itself can give what is missing, or where no further data would help. */
export const editRetry = (
  command: QueueEditCommand,
  { missing, legal }: RefusedForData,
): FormRetry | null => {
  if (missing.length === 0 || isInNote(missing)) return null;
  switch (command.type) {
    case 'recordCheck':
      return { form: 'recordCheck', values: { result: command.result } };
    case 'reviewBadFit':
      return {
        form: 'reviewBadFit',
        values: { outcome: command.to === 'BAD_FIT' ? 'keep' : command.to, note: command.note },
      };
    case 'changeStatus':
    case 'propose': {
      const { to, data } = command;
      const { awaitedCondition, reason } = data;
      const words = { awaitedCondition, reason, note: command.type === 'propose' ? command.note : undefined };
      return legal.includes(to) ? { form: 'changeStatus', to, values: filledValues(words) } : null;
    }
    default:
      return null;
  }
};
