/** What the functions share that write a tab of the queue's spreadsheet when a manager asks. */
import type { Caller } from '../app/admit-member';
import type { ProblemResult } from '../app/problem-result';
import { rowLinks } from '../app/row-links';
import type { TabJobDeps } from '../app/tab-job-deps';
import { isManager } from '../domain/account/team';
import { documentProblem, type UnreadableDocument } from '../domain/account/unreadable-document';
import type { Wait } from '../sheets/retry';
import { Problem, resultOrThrow } from './problem';
import type { Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';
import { longTimeLimit } from './time-limit';

/**
 * What the job answers, with its unreadable documents as problems. Throws ROLE_NOT_ALLOWED for whoever is no manager,
 * QUEUE_SHEET_NOT_SET, and what the job and Sheets refuse. `wait` is between two tries at Google Sheets: real time unless given.
 */
export const runTabJob = async <Run extends { unreadable: readonly UnreadableDocument[] }>(
  service: Service,
  { member, team }: Caller,
  wait: Wait | undefined,
  job: (deps: TabJobDeps) => Promise<Run | ProblemResult>,
) => {
  if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
  const { queueSheet } = service.config;
  if (queueSheet === null) throw new Problem('QUEUE_SHEET_NOT_SET');
  const deps: TabJobDeps = {
    db: service.db,
    team,
    sheets: await service.sheets(),
    links: rowLinks(service.links),
    queueSheetId: queueSheet,
    isTimeUp: longTimeLimit(service),
    wait,
  };
  const { unreadable, ...run } = resultOrThrow(await job(deps).catch(throwAsSheetProblem));
  return { ...run, problems: unreadable.map(documentProblem) };
};
