/** What moved between two days as a table: one row an account. */
import type { AccountMove, StatusStep } from '../account/as-of';
import { memberLabel } from '../register/cells';
import type { Status } from '../status/statuses';
import { ABSENT_AFTER, ABSENT_BEFORE, type MOVES_HEADINGS } from './as-of-texts';
import { type Reader, statusLabel } from './value-words';

/** What became of one account in a period, as it is answered and shown. */
export interface MoveRow extends Pick<AccountMove, 'accountId' | 'company' | 'ownerId' | 'from' | 'to'> {
  /** The oldest first. */
  steps: readonly MoveStep[];
}

interface MoveStep extends Pick<StatusStep, 'from' | 'to'> {
  /** `2026-07-01 09:30`, in the team's zone. */
  time: string;
  by: string;
  command: string;
  /** Each reason once; empty where none was given. */
  reason: string;
  version: number;
}

/** `timeOf` words an instant, ISO 8601 in UTC, in the team's zone. */
export const moveRow = (move: AccountMove, timeOf: (at: string) => string): MoveRow => ({
  ...move,
  steps: move.steps.map(({ from, to, entry: { at, by, command, version, events } }) => ({
    from,
    to,
    time: timeOf(at),
    by,
    command,
    reason: [...new Set(events.flatMap(({ reason }) => reason ?? []))].join('\n'),
    version,
  })),
});

type MovesColumnKey = keyof typeof MOVES_HEADINGS;

const lastStep = ({ steps }: MoveRow): MoveStep | undefined => steps[steps.length - 1];

const statusBefore = (reader: Reader, status: Status | null): string =>
  status === null ? ABSENT_BEFORE[reader.language] : statusLabel(reader, status);
const statusAfter = (reader: Reader, status: Status | null): string =>
  status === null ? ABSENT_AFTER[reader.language] : statusLabel(reader, status);

export const MOVES_COLUMNS: Readonly<Record<MovesColumnKey, (row: MoveRow, reader: Reader) => string>> = {
  company: ({ company }) => company,
  from: ({ from }, reader) => statusBefore(reader, from),
  to: ({ to }, reader) => statusAfter(reader, to),
  steps: ({ from, steps }, reader) =>
    [statusBefore(reader, from), ...steps.map(({ to }) => statusAfter(reader, to))].join(' → '),
  time: (row) => lastStep(row)?.time ?? '',
  person: (row, { members, language }) => memberLabel(lastStep(row)?.by ?? null, members, language),
  reason: (row) => lastStep(row)?.reason ?? '',
  owner: ({ ownerId }, { members, language }) => memberLabel(ownerId, members, language),
  accountId: ({ accountId }) => accountId,
};

/** How many moved, are new, were withdrawn, and moved but were where they had been. New ones that went again are withdrawn. */
export const countMoves = (
  moves: readonly Pick<MoveRow, 'from' | 'to'>[],
): { moved: number; came: number; gone: number; back: number } => {
  const counts = { moved: 0, came: 0, gone: 0, back: 0 };
  for (const { from, to } of moves) {
    if (to === null) counts.gone += 1;
    else if (from === null) counts.came += 1;
    else if (from === to) counts.back += 1;
    else counts.moved += 1;
  }
  return counts;
};
