/** What the functions share that write a tab of the queue's spreadsheet when a manager asks. */
import type { Caller } from '../app/admit-member';
import type { TabJobDeps } from '../app/history-job';
import { rowLinks } from '../app/row-links';
import { isManager } from '../domain/account/team';
import type { Wait } from '../sheets/retry';
import { Problem } from './problem';
import type { Service } from './service';

/** Throws ROLE_NOT_ALLOWED for whoever is no manager, and QUEUE_SHEET_NOT_SET. */
export const tabJobDeps = async (
  service: Service,
  { member, team }: Caller,
  wait: Wait | undefined,
): Promise<TabJobDeps> => {
  if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
  const { queueSheet } = service.config;
  if (queueSheet === null) throw new Problem('QUEUE_SHEET_NOT_SET');
  return {
    db: service.db,
    team,
    sheets: await service.sheets(),
    links: rowLinks(service.links),
    queueSheetId: queueSheet,
    wait,
  };
};
