/** Sends the requests that wait in the register, in one call a block, and shows what became of each. */
import type { CommandsAnswer, Outcome, TeamView } from '../functions/contract';
import { rowCells } from '../functions/domain/register-cells';
import { type ColumnKey, GOVERNED, type GovernedKey } from '../functions/domain/register-columns';
import type { RegisterRow } from '../functions/domain/register-row';
import { markOf, markText } from '../functions/domain/request-marks';
import { parseStatus } from '../functions/domain/statuses';
import { callFunction } from './functions';
import { keepLast, type Undoable } from './last';
import {
  cellText,
  isTorn,
  kindOf,
  mirrorOf,
  namesIn,
  openRegister,
  type Register,
  type Row,
  readColumn,
  readScattered,
  waitingKeys,
} from './register';
import { asksOf, type CellRequest, DRAFT, type Objection } from './requests';
import { type Shown, show } from './show';
import { askTeam, rememberedTeam, rememberTeam } from './team';
import type { SendReport, Told } from './told';
import { hintUnsent } from './unsent';
import { count, FROZEN, SAYS } from './words';

export type Channel = 'menu' | 'sidebar' | 'cell' | 'trigger';

/** Commands in one call. */
const BLOCK = 200;
/** In milliseconds: nothing new is begun after it, far below the limit of an execution. */
const LONGEST = 240_000;
/** In milliseconds. */
const WAIT_FOR_OTHERS = 20_000;

export interface Sending {
  channel: Channel;
  /** Registers the drafts, too. */
  drafts: boolean;
  /** Only these rows, counted from 1. */
  rows?: readonly number[];
}

/** One sender at a time; whoever waited finds sent what the other one sent. */
export const withTurn = <T>(act: () => Told<T>): Told<T> => {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(WAIT_FOR_OTHERS)) return { trouble: { code: 'BUSY', message: SAYS.busy } };
  try {
    return act();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
};

export const sendUnsent = (sending: Sending): Told<SendReport> =>
  withTurn(() => {
    const register = openRegister();
    if (register === null) return { trouble: { code: 'NO_REGISTER', message: SAYS.noRegister } };
    return sendFrom(register, sending);
  });

interface Tally {
  accepted: number;
  refused: number;
  waiting: number;
  ask: SendReport['ask'];
  undoable: Undoable[];
}

const sendFrom = (register: Register, sending: Sending): Told<SendReport> => {
  const started = Date.now();
  const tally: Tally = { accepted: 0, refused: 0, waiting: 0, ask: null, undoable: [] };
  const wanted = markedRows(register, sending);
  const sender = Session.getEffectiveUser().getEmail();
  const names = namesIn(register);
  for (let from = 0; from < wanted.length; from += BLOCK) {
    if (Date.now() - started > LONGEST) {
      tally.waiting += wanted.length - from;
      break;
    }
    const rows = withDraftMarks(register, readScattered(register, wanted.slice(from, from + BLOCK)));
    const [torn, whole] = parted(rows, (row) => isTorn(register, row, names));
    freeze(register, torn, FROZEN.torn[register.language]);
    tally.waiting += torn.length;
    const team = needsTeam(register, whole) ? (rememberedTeam() ?? askedTeam()) : rememberedTeam();
    const asked = whole.map((row) => asksOf(register, row, team, sender));
    object(
      register,
      asked.flatMap(({ objections }) => objections),
    );
    tally.refused += asked.filter(({ objections }) => objections.length > 0).length;
    const requests = asked.flatMap((one) => one.requests);
    tidy(
      register,
      whole.filter(
        (_, index) => asked[index]?.requests.length === 0 && asked[index]?.objections.length === 0,
      ),
    );
    if (requests.length === 0) continue;
    const answer = callFunction<CommandsAnswer>('commands', {
      body: {
        channel: sending.channel === 'trigger' ? 'trigger' : 'cell',
        commands: requests.map(({ wish }) => ({
          requestId: wish.requestId,
          accountId: wish.accountId,
          expectedVersion: wish.version,
          command: wish.command,
        })),
      },
    });
    if ('trouble' in answer) {
      hintUnsent(true);
      keepUndoable(sending, tally);
      return answer;
    }
    rememberTeam(answer.told.team);
    settle(register, requests, answer.told, tally);
  }
  keepUndoable(sending, tally);
  if (sending.rows === undefined) hintUnsent(tally.waiting > 0);
  const { accepted, refused, waiting, ask } = tally;
  return { told: { accepted, refused, waiting, ask, message: summary(tally) } };
};

/** What a trigger sends is nobody's last change. */
const keepUndoable = ({ channel }: Sending, { undoable }: Tally): void => {
  if (channel !== 'trigger') keepLast(undoable);
};

const askedTeam = (): TeamView | null => {
  const answer = askTeam();
  return 'told' in answer ? answer.told.team : null;
};

const summary = ({ accepted, refused, waiting }: Tally): SendReport['message'] => {
  if (accepted + refused + waiting === 0) return SAYS.nothingToSend;
  const more = waiting === 0 ? ['', ''] : ['・残り {waiting} 件', ', {waiting} waiting'];
  return count(
    `受付 {accepted} 件・差し戻し {refused} 件${more[0]}${refused > 0 ? '(理由はセルのメモ)' : ''}`,
    `{accepted} accepted, {refused} sent back${more[1]}${refused > 0 ? ' (reasons in the cell notes)' : ''}`,
    { accepted, refused, waiting },
  );
};

/** Rows that are marked, from 1, from the top: one column is read, whatever the size of the register. */
const markedRows = (register: Register, { drafts, rows }: Sending): number[] => {
  if (rows !== undefined) return [...rows];
  return readColumn(register, 'requestState').flatMap((cell, index) => {
    const mark = markOf(cell);
    return mark === 'unsent' || (drafts && mark === 'draft') ? [register.headerRow + 1 + index] : [];
  });
};

/** The mark of a draft is kept in the sheet before it is sent, so that sending it again registers nothing twice. */
const withDraftMarks = (register: Register, rows: readonly Row[]): Row[] => {
  const at = register.at['mirror.version'];
  return rows.map((row) => {
    if (kindOf(register, row) !== 'draft' || DRAFT.test(cellText(register, row, 'mirror.version')))
      return row;
    const mark = `draft-${Utilities.getUuid()}`;
    register.sheet.getRange(row.row, at).setValue(mark);
    const values = [...row.values];
    values[at - 1] = mark;
    return { ...row, values };
  });
};

const needsTeam = (register: Register, rows: readonly Row[]): boolean =>
  rows.some((row) =>
    kindOf(register, row) === 'draft'
      ? cellText(register, row, 'owner') !== ''
      : waitingKeys(register, row).indexOf('owner') >= 0,
  );

const parted = <T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] => [
  items.filter(is),
  items.filter((item) => !is(item)),
];

export const freeze = (register: Register, rows: readonly Row[], why: string): void =>
  show(
    register,
    rows.map((row) => ({
      row,
      cells: { requestState: markText('frozen', register.language, why) },
      notes: {},
    })),
  );

/** Rows in which nothing waits any more lose their mark. */
const tidy = (register: Register, rows: readonly Row[]): void =>
  show(
    register,
    rows
      .filter((row) => kindOf(register, row) === 'account')
      .map((row) => ({ row, cells: { requestState: '' }, notes: {} })),
  );

const firstLine = (words: string): string => words.split('\n')[0] ?? '';

/** The cell goes back to what it was, with the reason; a draft's stays as it was typed. */
export const object = (register: Register, objections: readonly Objection[]): void => {
  const byRow = new Map<number, Objection[]>();
  for (const one of objections) byRow.set(one.row.row, [...(byRow.get(one.row.row) ?? []), one]);
  show(
    register,
    [...byRow.values()].flatMap((all): Shown | never[] => {
      const row = all[0]?.row;
      if (row === undefined) return [];
      const isDraft = kindOf(register, row) === 'draft';
      const why = all.map((one) => one.why[register.language]);
      const cells: Partial<Record<ColumnKey, string | number>> = {
        requestState: markText('refused', register.language, why[0]),
      };
      if (!isDraft) for (const { key } of all) cells[key] = kept(register, row, mirrorOf(key));
      const open = waitingKeys(register, row).filter((key) => all.every((one) => one.key !== key));
      if (!isDraft && open.length > 0) cells.requestState = markText('unsent', register.language);
      return {
        row,
        cells,
        notes: Object.fromEntries(all.map(({ key, why: said }) => [key, said[register.language]])),
      };
    }),
  );
};

const kept = ({ at }: Register, { values }: Row, key: ColumnKey): string | number => {
  const value = values[at[key] - 1];
  return typeof value === 'number' ? value : String(value ?? '');
};

interface Settled {
  request: CellRequest;
  outcome: Outcome;
}

const settle = (
  register: Register,
  requests: readonly CellRequest[],
  { outcomes, team }: CommandsAnswer,
  tally: Tally,
): void => {
  const settled = requests.flatMap((request, index): Settled[] => {
    const outcome = outcomes[index];
    return outcome === undefined ? [] : [{ request, outcome }];
  });
  for (const one of settled) {
    const { outcome, request } = one;
    if (!isAccepted(register, one)) {
      tally.refused += 1;
      tally.ask = tally.ask ?? askFor(request, outcome);
      continue;
    }
    tally.accepted += 1;
    if ('refusal' in outcome || outcome.replayed) continue;
    const { id, version, name } = outcome.row;
    tally.undoable.push({ id, version, name });
  }
  const byRow = new Map<number, Settled[]>();
  for (const one of settled) byRow.set(one.request.row.row, [...(byRow.get(one.request.row.row) ?? []), one]);
  const places = placesNow(register, [...byRow.values()].map((all) => all[0]?.request.row).filter(isRow));
  show(
    register,
    [...byRow.values()].flatMap((all): Shown | never[] => {
      const before = all[0]?.request.row;
      const now = before === undefined ? undefined : places.get(before.row);
      return before === undefined || now === undefined ? [] : shownRow(register, before, now, all, team);
    }),
  );
};

const isRow = (row: Row | undefined): row is Row => row !== undefined;

/** Accepted, or so already: somebody else, or this same request, was faster with the same value. */
const isAccepted = (register: Register, { request, outcome }: Settled): boolean => {
  if (!('refusal' in outcome)) return true;
  const { command } = request.wish;
  return (
    command.type === 'changeStatus' &&
    request.keys.length === 1 &&
    outcome.row !== null &&
    outcome.row.status === parseStatus(cellText(register, request.row, 'status'))
  );
};

const askFor = ({ wish: { command } }: CellRequest, outcome: Outcome): SendReport['ask'] => {
  if (!('refusal' in outcome) || command.type !== 'changeStatus' || outcome.row === null) return null;
  const { refusal } = outcome;
  if (!('missing' in refusal) || refusal.missing.length === 0 || refusal.legal.indexOf(command.to) < 0)
    return null;
  const { id, name, status, version } = outcome.row;
  return { row: { id, name, status, version }, to: command.to };
};

/**
 * Where the rows are now, by the row that they were in, read anew: people sort and insert while the functions decide. A row
 * that is gone has no place.
 */
const placesNow = (register: Register, before: readonly Row[]): Map<number, Row> => {
  const [drafts, accounts] = parted(before, (row) => kindOf(register, row) === 'draft');
  const found = new Map<number, number>();
  const find = (rows: readonly Row[], key: ColumnKey): void => {
    if (rows.length === 0) return;
    const column = readColumn(register, key);
    const first = new Map<string, number>();
    column.forEach((cell, index) => {
      if (!first.has(String(cell))) first.set(String(cell), register.headerRow + 1 + index);
    });
    for (const row of rows) {
      // Of a row and its copy, the one that was sent.
      const value = cellText(register, row, key);
      const still = String(column[row.row - register.headerRow - 1] ?? '') === value;
      const place = still ? row.row : first.get(value);
      if (place !== undefined) found.set(row.row, place);
    }
  };
  find(accounts, 'id');
  find(drafts, 'mirror.version');
  const rows = new Map(readScattered(register, [...found.values()]).map((row) => [row.row, row]));
  const places = new Map<number, Row>();
  for (const [was, place] of found) {
    const row = rows.get(place);
    if (row !== undefined) places.set(was, row);
  }
  return places;
};

type Wanted = Partial<Record<ColumnKey, string | number>>;

const shownRow = (
  register: Register,
  before: Row,
  now: Row,
  all: readonly Settled[],
  team: TeamView,
): Shown => {
  const { language } = register;
  const refused = all.filter((one) => !isAccepted(register, one));
  const truth = truthOf(all);
  const isDraft = kindOf(register, before) === 'draft';
  const notes: Partial<Record<ColumnKey, string | null>> = {};
  for (const { request } of all) for (const key of request.keys) notes[isDraft ? 'name' : key] = null;
  let words = '';
  for (const { request, outcome } of refused) {
    if (!('refusal' in outcome)) continue;
    const said = outcome.words[language];
    const key: ColumnKey = isDraft ? 'name' : (request.keys[0] ?? 'status');
    notes[key] = said;
    words = words === '' ? firstLine(said) : words;
  }
  const changed = GOVERNED.filter((key) => cellText(register, now, key) !== cellText(register, before, key));
  const cells: Wanted =
    truth === null ? (isDraft ? {} : restored(register, now)) : { ...rowCells(truth, team) };
  // Typed while the functions decided: another request.
  for (const key of changed) delete cells[key];
  const waits = changed.some(
    (key) => truth === null || cellText(register, now, key) !== String(cells[mirrorOf(key)] ?? ''),
  );
  const objected =
    markOf(cellText(register, now, 'requestState')) === 'refused' &&
    markOf(cellText(register, before, 'requestState')) !== 'refused';
  if (waits) cells.requestState = markText('unsent', language);
  else if (words !== '') cells.requestState = markText('refused', language, words);
  else if (!objected) cells.requestState = '';
  return { row: now, cells, notes };
};

/** As the account stands after the last of its requests; null where there is none. */
const truthOf = (all: readonly Settled[]): RegisterRow | null => {
  const rows = all.flatMap(({ outcome }) => outcome.row ?? []);
  return rows[rows.length - 1] ?? null;
};

const restored = (register: Register, row: Row): Wanted =>
  Object.fromEntries(GOVERNED.map((key: GovernedKey) => [key, kept(register, row, mirrorOf(key))]));
