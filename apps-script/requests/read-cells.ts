/** What the cells of a row say, read as people write: a status, a member, a day. */
import type { TeamView } from '../../functions/contract/member';
import { findMember } from '../../functions/domain/account/find-member';
import type { CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { parseTypedDate } from '../../functions/domain/calendar/typed-date';
import type { EditableKey } from '../../functions/domain/register/column-keys';
import { cellText } from '../../functions/domain/register/sheet-row';
import { parseStatus } from '../../functions/domain/status/parse-status';
import type { Status } from '../../functions/domain/status/statuses';
import { type Text, text } from '../../functions/domain/text/text';
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
  nextCheck?: CalendarDate;
  /** Null where the cell is empty. */
  awaitedCondition?: string | null;
  contact?: string;
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
        if (typed === '') reject(key, CELL_MESSAGES.statusEmpty);
        else if (status === null) reject(key, CELL_MESSAGES.statusUnknown);
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
        const date = parseTypedDate(typed, {
          today: todayOf(team),
          fiscalYearStartMonth: team?.fiscalYearStartMonth ?? 4,
        });
        if ('date' in date) reading.nextCheck = date.date;
        else reject(key, dateMessage(date));
        break;
      }
      case 'awaitedCondition':
        reading.awaitedCondition = typed === '' ? null : typed;
        break;
      default:
        if (typed === '') reject(key, CELL_MESSAGES.contactEmpty);
        else reading.contact = typed;
    }
  }
  return reading;
};

const DATE_MESSAGES = {
  DATE_EMPTY: CELL_MESSAGES.dateEmpty,
  DATE_UNKNOWN: CELL_MESSAGES.dateUnknown,
  DATE_DOES_NOT_EXIST: CELL_MESSAGES.dateMissing,
  DATE_AMBIGUOUS: CELL_MESSAGES.dateAmbiguous,
};

const dateMessage = ({
  problem,
  suggestions,
}: {
  problem: keyof typeof DATE_MESSAGES;
  suggestions: readonly string[];
}): Text => {
  const sentence = DATE_MESSAGES[problem];
  if (suggestions.length === 0) return sentence;
  const days = suggestions.join(', ');
  return text(
    `${sentence.ja}${CELL_MESSAGES.dateSuggested.ja} ${days}`,
    `${sentence.en} ${CELL_MESSAGES.dateSuggested.en} ${days}`,
  );
};
