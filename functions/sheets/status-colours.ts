/** The colour of each status: dark text can be read on all of them. */
import type { Status } from '../domain/status/statuses';

export const STATUS_COLOURS: Readonly<Record<Status, string>> = {
  COLD: '#e8eaed',
  WORKING: '#d2e3fc',
  ACTIVE_OPPORTUNITY: '#ceead6',
  QUARTERLY_CHECK: '#feefc3',
  DEAD_OPPORTUNITY: '#fad2cf',
  CURRENT_CLIENT: '#d7effd',
  BAD_FIT: '#e6d8f5',
  ON_FILE: '#dfe1e5',
};
