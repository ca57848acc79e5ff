/** What is to check of the register's sheet as a whole: jobs that stand still, tables over it, and looks that Google refused in the last run. */
import type { RegisterFinding } from '../domain/register/findings';
import type { LateJob } from '../domain/register/late-jobs';
import { tablesOver } from '../sheets/register-tables';
import type { RegisterState } from '../store/register-state';
import type { RegisterContent } from './read-register';

const NO_ROW = { row: null, accountId: '', company: '' } as const;

export const sheetFindings = (
  { tab, head }: Pick<RegisterContent, 'tab' | 'head'>,
  { leftOut }: Pick<RegisterState, 'leftOut'>,
  lateJobs: readonly LateJob[],
): RegisterFinding[] => [
  ...lateJobs.map((late): RegisterFinding => ({ ...NO_ROW, kind: 'lateJob', late })),
  ...tablesOver(tab, head).map(
    ({ name }): RegisterFinding => ({ ...NO_ROW, kind: 'table', company: name ?? '' }),
  ),
  ...leftOut.map(
    ({ kind, reason }): RegisterFinding => ({ ...NO_ROW, kind: 'leftOut', request: kind, reason }),
  ),
];
