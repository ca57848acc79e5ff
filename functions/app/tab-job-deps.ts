/** What a job needs that writes a tab of the queue's spreadsheet when a manager asks. */
import type { MakeRowLink } from '../domain/register/row-target';
import type { SheetsClient } from '../sheets/client';
import type { Wait } from '../sheets/retry';
import type { Database } from '../store/firestore';
import type { Team } from '../store/team-document';

export interface TabJobDeps {
  db: Database;
  team: Team;
  sheets: SheetsClient;
  queueSheetId: string;
  /** To the accounts' rows. */
  links: MakeRowLink;
  /** Asked behind every page that is read; true ends the reading. */
  isTimeUp: () => boolean;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait | undefined;
}
