/** What may have come of a row of the queue: the choices of its result. */
import { CHECK_RESULT_LABELS } from '../status/code-list-texts';
import { CHECK_RESULTS, type CheckResult } from '../status/code-lists';
import { keysOf } from '../status/table-keys';
import type { Text } from '../text/text';
import type { QueueRow } from './queue';
import { RESULT_TEXTS } from './queue-texts';

export type ResultCode = CheckResult | keyof typeof RESULT_TEXTS;

type ListedRow = Pick<QueueRow, 'band' | 'status'>;

const LABELS: Readonly<Record<ResultCode, Text>> = { ...CHECK_RESULT_LABELS, ...RESULT_TEXTS };

const resultCodes = ({ band, status }: ListedRow): readonly ResultCode[] => {
  if (band === 'approve') return ['approve', 'reject'];
  if (band === 'review') return ['keep', 'change'];
  if (band === 'handOver') return ['acknowledge', 'giveBack'];
  return status === 'QUARTERLY_CHECK' ? CHECK_RESULTS : ['done'];
};

export const resultChoices = (row: ListedRow): readonly Text[] =>
  resultCodes(row).map((code) => LABELS[code]);

/** The choice of the row that was meant, in either language; null for anything else. */
export const parseResult = (typed: string, row: ListedRow): ResultCode | null =>
  resultCodes(row).find((code) => Object.values(LABELS[code]).includes(typed.trim())) ?? null;

/** Whether it is the result of a quarterly check. */
export const isCheckResult = (code: ResultCode): code is CheckResult =>
  keysOf(CHECK_RESULT_LABELS).some((result) => result === code);
