/**
 * Marks what people edit, and gives back at once what cannot be: works on phones, without sign-in and without a call of the
 * functions. Script and API writes come here never, a block comes once.
 */
import { type ColumnKey, GOVERNED } from '../functions/domain/register-columns';
import { REGISTER_TAB } from '../functions/domain/register-tabs';
import { markOf, markText } from '../functions/domain/request-marks';
import {
  cellText,
  isTorn,
  kindOf,
  namesIn,
  type Register,
  type Row,
  readColumn,
  readRows,
  registerIn,
  waitingKeys,
} from './register';
import { asksOf, hopeless, type Objection } from './requests';
import { object } from './send';
import { type Shown, show } from './show';
import { rememberedTeam } from './team';
import { hintUnsent } from './unsent';
import { FROZEN } from './words';

/** Rows that one edit is looked at for; the next refresh marks the others. */
const MOST_ROWS = 5_000;

export const edited = ({ range }: GoogleAppsScript.Events.SheetsOnEdit): void => {
  const sheet = range.getSheet();
  if (sheet.getSheetId() !== REGISTER_TAB) return;
  const register = registerIn(sheet);
  if (register === null) return;
  const first = Math.max(range.getRow(), register.headerRow + 1);
  const last = Math.min(range.getLastRow(), first + MOST_ROWS - 1);
  const touches = (key: ColumnKey): boolean =>
    register.at[key] >= range.getColumn() && register.at[key] <= range.getLastColumn();
  if (last < first || !(['id', 'name', 'requestState', ...GOVERNED] as const).some(touches)) return;
  const rows = readRows(register, first, last - first + 1);
  const copies = touches('id') ? copiedIds(register) : null;
  const names = namesIn(register);
  const objections: Objection[] = [];
  const team = rememberedTeam();
  const marked = rows.flatMap((row): Shown | never[] => {
    const mark = markFor(register, row, copies, names);
    if (mark === UNSENT) {
      const refused = objectionsTo(register, row, team);
      objections.push(...refused);
      if (refused.length === waitingKeys(register, row).length) return [];
    }
    const present = cellText(register, row, 'requestState');
    const said = mark === UNSENT || mark === DRAFT ? markText(mark, register.language) : mark;
    if (said === present) return [];
    return { row, cells: { requestState: said }, notes: {} };
  });
  show(register, marked);
  object(register, objections);
  if (marked.some(({ cells }) => markOf(cells.requestState) === UNSENT)) hintUnsent(true);
};

const UNSENT = 'unsent';
const DRAFT = 'draft';

/** What the row's request state has to say. */
const markFor = (
  register: Register,
  row: Row,
  copies: ReadonlySet<string> | null,
  names: () => ReadonlySet<string>,
): string => {
  const kind = kindOf(register, row);
  const present = cellText(register, row, 'requestState');
  if (kind === 'empty') return '';
  if (kind === 'draft') return DRAFT;
  const frozen = (why: keyof typeof FROZEN): string =>
    markText('frozen', register.language, FROZEN[why][register.language]);
  if (copies?.has(cellText(register, row, 'id'))) return frozen('copied');
  if (isTorn(register, row, names)) return frozen('torn');
  if (waitingKeys(register, row).length > 0) return UNSENT;
  return markOf(present) === 'refused' ? present : '';
};

/** IDs that stand in more than one row. */
const copiedIds = (register: Register): Set<string> => {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const cell of readColumn(register, 'id')) {
    const id = String(cell);
    if (id !== '' && once.has(id)) twice.add(id);
    once.add(id);
  }
  return twice;
};

/** What needs no functions to be refused: no status, no date, nobody; a move that the matrix does not have. */
const objectionsTo = (
  register: Register,
  row: Row,
  team: ReturnType<typeof rememberedTeam>,
): readonly Objection[] => {
  const { objections } = asksOf(register, row, team, '');
  const why = hopeless(register, row);
  return why === null ? objections : [...objections, { row, key: 'status', why }];
};
