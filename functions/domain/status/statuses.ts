/** The eight account statuses (product specification, section 1). */
import type { Text } from '../text/text';
import { STATUS_TEXTS } from './status-texts';

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
  meaning: Text;
}

export const STATUS: Readonly<Record<Status, StatusFacts>> = {
  COLD: { number: 1, bin: 'prospect', ...STATUS_TEXTS.COLD },
  WORKING: { number: 2, bin: 'prospect', ...STATUS_TEXTS.WORKING },
  ACTIVE_OPPORTUNITY: { number: 3, bin: 'nurture', ...STATUS_TEXTS.ACTIVE_OPPORTUNITY },
  QUARTERLY_CHECK: { number: 4, bin: 'nurture', ...STATUS_TEXTS.QUARTERLY_CHECK },
  DEAD_OPPORTUNITY: { number: 5, bin: 'nurture', ...STATUS_TEXTS.DEAD_OPPORTUNITY },
  CURRENT_CLIENT: { number: 6, bin: 'avoid', ...STATUS_TEXTS.CURRENT_CLIENT },
  BAD_FIT: { number: 7, bin: 'avoid', ...STATUS_TEXTS.BAD_FIT },
  ON_FILE: { number: 8, bin: 'avoid', ...STATUS_TEXTS.ON_FILE },
};
