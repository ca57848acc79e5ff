/** A conflict as a refusal tells it: entries of other people since, and what was asked for. */
import type { AccountChange } from '../../../../functions/domain/account/account-change';
import { refuse } from '../../../../functions/domain/account/refusals';
import type { ConflictingEntry } from '../../../../functions/domain/commands/command-refusal';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';

/** Only as much of the values as the sentences say. */
export const aChange = (path: string, before: unknown, after: unknown): AccountChange =>
  JSON.parse(JSON.stringify({ path, before, after }));

export const aConflictingEntry = (
  changes: AccountChange[],
  over: Partial<ConflictingEntry> = {},
): ConflictingEntry => ({
  version: 2,
  at: '2026-06-30T22:00:00.000Z',
  on: TODAY,
  by: 'is',
  byName: '鈴木 健一',
  command: 'changeStatus',
  changes,
  ...over,
});

export const aConflict = (since: ConflictingEntry[], yours?: Command) =>
  refuse('CONFLICT', {
    legal: ['COLD'],
    facts: { version: 3, expectedVersion: 1, since, ...(yours && { yours }) },
  });

export const TO_QUARTERLY = aChange('status', 'WORKING', 'QUARTERLY_CHECK');
