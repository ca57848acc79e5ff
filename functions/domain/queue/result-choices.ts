/** What may have come of a row of the queue: the choices of its result. */
import { CHECK_RESULT_LABELS } from '../status/code-list-texts';
import type { Text } from '../text/text';
import type { QueueRow } from './queue';
import { RESULT_TEXTS } from './queue-texts';

export const resultChoices = ({ band, status }: Pick<QueueRow, 'band' | 'status'>): readonly Text[] => {
  if (band === 'approve') return [RESULT_TEXTS.approve, RESULT_TEXTS.reject];
  if (band === 'review') return [RESULT_TEXTS.keep, RESULT_TEXTS.change];
  if (band === 'handOver') return [RESULT_TEXTS.acknowledge, RESULT_TEXTS.giveBack];
  return status === 'QUARTERLY_CHECK' ? Object.values(CHECK_RESULT_LABELS) : [RESULT_TEXTS.done];
};
