/** What the cells of a row say, read as people write: a status, a member, a day. */
import type { TeamView } from '../../functions/contract/member';
import { findMember } from '../../functions/domain/account/find-member';
import { dateProblemText } from '../../functions/domain/calendar/date-problem';
import { readPlainDate } from '../../functions/domain/calendar/plain-date';
import type { EditableKey } from '../../functions/domain/register/column-keys';
import { cellText } from '../../functions/domain/register/sheet-row';
import { parseStatus } from '../../functions/domain/status/parse-status';
import type { Status } from '../../functions/domain/status/statuses';
import type { Text } from '../../functions/domain/text/text';
import { CELL_MESSAGES } from '../messages';
import type { RowValues } from '../register/register-sheet';
import { todayOf } from '../server/team';

/** A cell that cannot become a request: it goes back, with the reason. */
export interface CellRejection {
  row: RowValues;
  key: EditableKey;
  reason: Text;
}

/** By column. A cell that is in neither, an owner while the team is not known, can only wait. */
export interface CellReading {
  rejections: readonly CellRejection[];
  status?: Status;
  /** A member's ID. */
  owner?: string;
  /** A day, or what the functions have to read as one. */
  nextCheck?: string;
  /** Null where the cell is empty. */
  awaitedCondition?: string | null;
  /** Blank asks for nothing. */
  quickEntry?: string;
  contact?: string;
  /** Of the company. */
  name?: string;
}

export const readCells = (
  row: RowValues,
  keys: readonly EditableKey[],
  team: TeamView | null,
): CellReading => {
  const rejections: CellRejection[] = [];
  const reading: CellReading = { rejections };
  const reject = (key: EditableKey, reason: Text): void => void rejections.push({ row, key, reason });
  for (const key of keys) {
    const typed = cellText(row, key).trim();
    switch (key) {
      case 'status': {
        const status = parseStatus(typed);
        if (status === null) reject(key, CELL_MESSAGES.statusUnknown);
        else reading.status = status;
        break;
      }
      case 'owner': {
        if (typed === '') reject(key, CELL_MESSAGES.ownerEmpty);
        // Without the team nothing can be said yet.
        else if (team !== null) {
          const member = findMember(typed, Object.values(team.members));
          if (member === null) reject(key, CELL_MESSAGES.ownerUnknown);
          else reading.owner = member.id;
        }
        break;
      }
      case 'nextCheck': {
        const date = readPlainDate(typed, todayOf(team));
        if ('date' in date) reading.nextCheck = date.date;
        else if ('typed' in date) reading.nextCheck = date.typed;
        else reject(key, typed === '' ? CELL_MESSAGES.dateEmpty : dateProblemText(date));
        break;
      }
      case 'quickEntry':
        reading.quickEntry = typed;
        break;
      case 'awaitedCondition':
        reading.awaitedCondition = typed === '' ? null : typed;
        break;
      default:
        if (typed === '') reject(key, CELL_MESSAGES[`${key}Empty`]);
        else reading[key] = typed;
    }
  }
  return reading;
};
