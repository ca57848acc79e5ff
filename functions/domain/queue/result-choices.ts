/** The results that can be chosen in a row of the queue. */
import { CHECK_RESULT_LABELS } from '../status/code-list-texts';
import { CHECK_RESULTS, type CheckResult } from '../status/code-lists';
import { MATRIX } from '../status/matrix';
import { parseStatus } from '../status/parse-status';
import { STATUS, STATUSES, type Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import { type Text, text } from '../text/text';
import type { QueueRow } from './queue';
import { RESULT_TEXTS } from './queue-texts';
import { OTHER_WORDS, saysLabel } from './typed-label';

/** A status is a result, too: the one that the account is to get. */
export type ResultCode = CheckResult | keyof typeof RESULT_TEXTS | Status;

type ListedRow = Pick<QueueRow, 'band' | 'status'>;

/** Whether the result is a status that the account is to get. */
export const isNextStatus = (code: ResultCode): code is Status => STATUSES.some((status) => status === code);

/** Tells the status 不適合 from the check result of the same name. */
const ARROW = '→';

const labelOf = (code: ResultCode): Text => {
  if (isNextStatus(code))
    return text(`${ARROW} ${STATUS[code].label.ja}`, `${ARROW} ${STATUS[code].label.en}`);
  return isCheckResult(code) ? CHECK_RESULT_LABELS[code] : RESULT_TEXTS[code];
};

const nextStatuses = (from: Status): Status[] =>
  STATUSES.filter((to) => MATRIX[from][to] !== 'X' && MATRIX[from][to] !== '-');

/** Empty where the row is worked off in another cell or in a window: `stepHint` says where. */
const offeredResults = ({ band, status }: ListedRow): readonly ResultCode[] => {
  switch (band) {
    case 'approve':
      return ['approve', 'reject'];
    case 'review':
      return ['keep', ...nextStatuses(status)];
    case 'handOver':
      return ['acknowledge', 'giveBack'];
    case 'revisit':
      return ['done', ...nextStatuses(status)];
    case 'timeBox':
      return nextStatuses(status);
    case 'decide':
      if (status === 'QUARTERLY_CHECK') return CHECK_RESULTS;
      return status === 'WORKING' ? ['done', ...nextStatuses(status)] : nextStatuses(status);
    case 'overdue':
    case 'dueIn7':
    case 'dueIn30':
    case 'later':
    case 'leaver':
    case 'debt':
      return status === 'QUARTERLY_CHECK' ? CHECK_RESULTS : [];
    default:
      return band satisfies never;
  }
};

export const resultChoices = (row: ListedRow): readonly Text[] => offeredResults(row).map(labelOf);

/** Accepted when typed, though they are not offered: the row then says what it needs. */
const ALSO_READ: readonly ResultCode[] = ['done', 'change'];

/**
 * The row's choice that was meant, in either language; a status may be written in any of its spellings. Null for anything else.
 */
export const parseResult = (typed: string, row: ListedRow): ResultCode | null => {
  const words = typed.trim();
  const offered = offeredResults(row);
  const named = [...offered, ...ALSO_READ].find((code) => saysLabel(words, labelOf(code), OTHER_WORDS[code]));
  if (named !== undefined) return named;
  const to = parseStatus(words.startsWith(ARROW) ? words.slice(ARROW.length) : words);
  return to !== null && offered.includes(to) ? to : null;
};

/** Whether the result is one of a quarterly check. */
export const isCheckResult = (code: ResultCode): code is CheckResult =>
  keysOf(CHECK_RESULT_LABELS).some((result) => result === code);
