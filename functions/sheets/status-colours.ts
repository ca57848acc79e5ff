/** The colour of each status: dark text can be read on all of them, and what nobody works at is the quietest. */
import type { Status } from '../domain/status/statuses';

export const STATUS_COLOURS: Readonly<Record<Status, string>> = {
  COLD: '#f1f3f4',
  WORKING: '#d2e3fc',
  ACTIVE_OPPORTUNITY: '#ceead6',
  QUARTERLY_CHECK: '#feefc3',
  DEAD_OPPORTUNITY: '#fad2cf',
  CURRENT_CLIENT: '#b5e3e0',
  BAD_FIT: '#e6d8f5',
  ON_FILE: '#e3e5e8',
};
