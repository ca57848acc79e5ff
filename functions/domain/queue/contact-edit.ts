/** Reads an edited cell of a contact's row as a command. */
import type { ContactInput } from '../account/command-inputs';
import { CONTACT_STATE_LABELS } from '../status/code-list-texts';
import { keysOf } from '../status/table-keys';
import type { ContactColumn } from './edit-columns';
import { DO_NOT_CONTACT } from './part-column-texts';
import type { QueueEditReading } from './queue-edit';
import { cellWords } from './typed-text';

const MAX_DAYS = 365;

export const readContactEdit = (column: ContactColumn, value: string, id: string): QueueEditReading => {
  const save = (said: Omit<ContactInput, 'id'>): QueueEditReading => ({
    command: { type: 'saveContact', contact: { id, ...said } },
  });
  const typed = cellWords(value);
  if (typed === null) return { problem: 'TEXT_TOO_LONG' };
  switch (column) {
    case 'person':
      return save({ name: typed });
    case 'department':
    case 'title':
    case 'phone':
    case 'email':
    case 'role':
      return save({ [column]: typed === '' ? null : typed });
    case 'personState': {
      const state = keysOf(CONTACT_STATE_LABELS).find((code) =>
        Object.values(CONTACT_STATE_LABELS[code]).includes(typed),
      );
      return state === undefined ? { problem: 'STATE_UNKNOWN' } : save({ state });
    }
    case 'doNotContact': {
      const isAsked = Object.values(DO_NOT_CONTACT).includes(typed);
      return isAsked || typed === '' ? save({ doNotContact: isAsked }) : { problem: 'YES_OR_BLANK' };
    }
    case 'daysBetween': {
      if (typed === '') return save({ daysBetween: null });
      const days = Number(/^(\d{1,3})\s*(?:日|days?)?$/i.exec(typed.normalize('NFKC'))?.[1]);
      return days >= 1 && days <= MAX_DAYS ? save({ daysBetween: days }) : { problem: 'DAYS_UNREADABLE' };
    }
    default:
      return column satisfies never;
  }
};
