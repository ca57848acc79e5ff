/** The form in which a quick entry that lacks data can be completed, filled with what its line says. */
import { type FormRetry, filledValues, type RefusedForData } from '../account/form-retry';
import type { Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import type { LineDay } from './line-dates';
import type { QuickEntry } from './quick-entry';
import { readQuickEntry } from './read-quick-entry';

type Move = Extract<QuickEntry, { form: 'move' }>;
type Values = Readonly<Record<string, string | null | undefined>>;

/** Null where the line is not understood, or where no further data would help. */
export const quickEntryRetry = (
  line: string,
  { missing, legal }: RefusedForData,
  day: LineDay,
): FormRetry | null => {
  const entry = readQuickEntry(line, day);
  if ('problem' in entry || missing.length === 0) return null;
  switch (entry.form) {
    case 'move':
      return legal.includes(entry.to)
        ? { form: 'changeStatus', to: entry.to, values: filledValues(moveValues(entry)) }
        : null;
    case 'check': {
      const { result, date, words } = entry;
      return {
        form: 'recordCheck',
        values: filledValues({ result, nextCheckDate: date, 'activity.note': words }),
      };
    }
    case 'contact':
    case 'nextCheck':
    case 'handOver':
    case 'accept':
    case 'promisesKept':
      return null;
    default:
      return entry satisfies never;
  }
};

/** The values by the keys of the form's fields. */
const moveValues = ({ to, date, bant, contact, words }: Move): Values => ({
  ...Object.fromEntries(keysOf(bant).map((key) => [`bant.${key}`, bant[key]])),
  ...(contact === null
    ? {}
    : { 'action.kind': contact.kind, 'action.date': contact.date, 'action.with': contact.person }),
  ...wordsOf(to, { date, words }),
});

const wordsOf = (to: Status, { date, words }: Pick<Move, 'date' | 'words'>): Values => {
  switch (to) {
    case 'QUARTERLY_CHECK':
      return { awaitedCondition: words, nextCheckDate: date };
    case 'DEAD_OPPORTUNITY':
      return { latentNeed: words, 'lost.revisitOn': date };
    default:
      return { reason: words };
  }
};
