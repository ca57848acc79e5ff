/** The eight account statuses. */
import type { Text } from '../text/text';
import { STATUS_LABELS } from './status-texts';

export const STATUSES = [
  'COLD',
  'WORKING',
  'ACTIVE_OPPORTUNITY',
  'QUARTERLY_CHECK',
  'DEAD_OPPORTUNITY',
  'CURRENT_CLIENT',
  'BAD_FIT',
  'ON_FILE',
] as const;

export type Status = (typeof STATUSES)[number];
export type Bin = 'prospect' | 'nurture' | 'avoid';

interface StatusFacts {
  /** 1 to 8, as people number them. */
  number: number;
  bin: Bin;
  label: Text;
}

export const STATUS: Readonly<Record<Status, StatusFacts>> = {
  COLD: { number: 1, bin: 'prospect', label: STATUS_LABELS.COLD },
  WORKING: { number: 2, bin: 'prospect', label: STATUS_LABELS.WORKING },
  ACTIVE_OPPORTUNITY: { number: 3, bin: 'nurture', label: STATUS_LABELS.ACTIVE_OPPORTUNITY },
  QUARTERLY_CHECK: { number: 4, bin: 'nurture', label: STATUS_LABELS.QUARTERLY_CHECK },
  DEAD_OPPORTUNITY: { number: 5, bin: 'nurture', label: STATUS_LABELS.DEAD_OPPORTUNITY },
  CURRENT_CLIENT: { number: 6, bin: 'avoid', label: STATUS_LABELS.CURRENT_CLIENT },
  BAD_FIT: { number: 7, bin: 'avoid', label: STATUS_LABELS.BAD_FIT },
  ON_FILE: { number: 8, bin: 'avoid', label: STATUS_LABELS.ON_FILE },
};
