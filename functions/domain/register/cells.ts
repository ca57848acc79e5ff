/** What stands in the cells of an account's row: the same for the functions and for the sheet's script. */
import { DECISION_LABEL } from '../account/decision-label-texts';
import { leaverName, UNKNOWN_EDITOR_NAME, UNKNOWN_MEMBER } from '../account/member-texts';
import { MISSING_DATA_TEXTS } from '../account/missing-data-texts';
import type { Member } from '../account/team';
import { UNKNOWN_EDITOR_ID } from '../account/unknown-editor';
import { type CalendarDate, daysBetween } from '../calendar/calendar-date';
import { sheetSerial } from '../calendar/sheet-date';
import { STATUS } from '../status/statuses';
import type { Text } from '../text/text';
import { WITHDRAWN_LABEL } from './cell-texts';
import type { DAY_COUNTS, MirrorKey, ShownKey } from './column-keys';
import { isDecisionDue, type RegisterRow } from './row';

/** Dates are serial days; an empty cell is the empty text. */
export type RegisterCellValue = string | number;

/** How a row looks besides what it says. */
export interface RegisterView {
  language: keyof Text;
  members: Readonly<Record<string, Member>>;
  today: CalendarDate;
}

type DayCount = (typeof DAY_COUNTS)[number];
/** All cells of an account's row except the state of its request and the typed line, which only the sheet has. */
export type RowCells = Readonly<
  Record<
    Exclude<ShownKey | MirrorKey, 'requestState' | 'quickEntry' | 'mirror.quickEntry'>,
    RegisterCellValue
  >
>;

export const withdrawnText = (language: keyof Text): string => WITHDRAWN_LABEL[language];
/** Whether the cell says, in either language, that the registration was taken back. */
export const isWithdrawnText = (cell: unknown): boolean =>
  cell === WITHDRAWN_LABEL.ja || cell === WITHDRAWN_LABEL.en;

/** A member's name, with the e-mail address where several have the name; a leaver is marked. The empty text for nobody. */
export const memberLabel = (
  id: string | null,
  members: RegisterView['members'],
  language: keyof Text,
): string => {
  if (id === null) return '';
  const member = members[id];
  if (member === undefined)
    return (id === UNKNOWN_EDITOR_ID ? UNKNOWN_EDITOR_NAME : UNKNOWN_MEMBER)[language];
  const isOnly = Object.values(members).every((other) => other.id === id || other.name !== member.name);
  const name = isOnly ? member.name : `${member.name} <${member.email}>`;
  return member.active ? name : leaverName(name)[language];
};

const dayCell = (date: CalendarDate | null): RegisterCellValue => (date === null ? '' : sheetSerial(date));

export const dayCounts = (
  {
    statusSince,
    lastContact,
    nextCheck,
  }: { statusSince: CalendarDate | null; lastContact: CalendarDate | null; nextCheck: CalendarDate | null },
  today: CalendarDate,
): Readonly<Record<DayCount, RegisterCellValue>> => ({
  daysInStatus: statusSince === null ? '' : daysBetween(statusSince, today),
  daysSinceContact: lastContact === null ? '' : daysBetween(lastContact, today),
  daysUntilCheck: nextCheck === null ? '' : daysBetween(today, nextCheck),
});

export const rowCells = (row: RegisterRow, { language, members, today }: RegisterView): RowCells => {
  const shown = {
    id: row.id,
    name: row.name,
    status: STATUS[row.status].label[language],
    owner: memberLabel(row.ownerId, members, language),
    nextCheck: dayCell(row.nextCheck),
    awaitedCondition: row.awaitedCondition || '',
    contact: row.contact || '',
    lastContact: dayCell(row.lastContact),
    lastContactWith: row.lastContactWith || '',
    statusSince: dayCell(row.statusSince),
    ...dayCounts(row, today),
    openOpportunities: row.openOpportunities,
    products: isDecisionDue(row, today) ? '' : row.products.join(', '),
    pending: row.withdrawn
      ? withdrawnText(language)
      : row.pending === null
        ? ''
        : STATUS[row.pending].label[language],
    debts: [
      ...(isDecisionDue(row, today) ? [DECISION_LABEL[language]] : []),
      ...row.debts.map((code) => MISSING_DATA_TEXTS[code]?.[language] ?? code),
    ].join(', '),
  };
  return {
    ...shown,
    'mirror.id': row.id,
    'mirror.version': row.version,
    'mirror.name': row.name,
    'mirror.status': shown.status,
    'mirror.owner': shown.owner,
    'mirror.nextCheck': shown.nextCheck,
    'mirror.awaitedCondition': shown.awaitedCondition,
    'mirror.contact': shown.contact,
  };
};
