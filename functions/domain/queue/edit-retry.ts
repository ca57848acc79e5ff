/** In which form a refused edit goes on, with what was chosen and written in its row. */
import type { FieldKey } from '../account/input-field-texts';
import type { Status } from '../status/statuses';
import { isInNote } from './edit-hint';
import type { FormRetry } from './form-retry';
import type { QueueEditCommand } from './queue-edit';

interface Asked {
  missing: readonly FieldKey[];
  /** Statuses that the account may have now. */
  legal: readonly Status[];
}

/** Null where the row itself gives what is missing, or no data helps. */
export const editRetry = (command: QueueEditCommand, { missing, legal }: Asked): FormRetry | null => {
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
      return legal.includes(to) ? { form: 'changeStatus', to, values: written(words) } : null;
    }
    default:
      return null;
  }
};

const written = (words: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value = '']): [string, string][] =>
      value.trim() === '' ? [] : [[key, value]],
    ),
  );
