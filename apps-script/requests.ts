/** What the cells of a row ask for: governed cells that differ from their mirrors, as commands. */
import type { TeamView } from '../functions/contract';
import type { MoveData } from '../functions/domain/commands';
import { illegalCode, illegalSentence } from '../functions/domain/illegal-moves';
import { MATRIX } from '../functions/domain/matrix';
import type { GovernedKey } from '../functions/domain/register-columns';
import { parseStatus, STATUS, STATUSES, type Status } from '../functions/domain/statuses';
import { type Text, text } from '../functions/domain/text';
import { parseTypedDate } from '../functions/domain/typed-date';
import { cellText, kindOf, mirrorOf, type Register, type Row, waitingKeys } from './register';
import { memberNamed, todayIn } from './team';
import type { Wish } from './told';
import { HANDED_OVER, OBJECTIONS } from './words';

/** Cells of one row that are asked for by one command. */
export interface CellRequest {
  row: Row;
  keys: readonly GovernedKey[];
  wish: Wish;
}

/** A cell that cannot become a request: it goes back, with the reason. */
export interface Objection {
  row: Row;
  key: GovernedKey;
  why: Text;
}

export interface Asked {
  requests: readonly CellRequest[];
  objections: readonly Objection[];
}

/** What a draft's row keeps instead of a version, so that it is registered once. */
export const DRAFT = /^draft-[\w-]+$/;

/** `sender` is as whom it is sent: another one's request is another request. Of a draft, what registers it. */
export const asksOf = (register: Register, row: Row, team: TeamView | null, sender: string): Asked =>
  kindOf(register, row) === 'draft'
    ? draftAsks(register, row, team, sender)
    : accountAsks(register, row, team, sender);

interface Reading {
  objections: Objection[];
  status?: Status;
  ownerId?: string;
  nextCheck?: string;
  awaitedCondition?: string | null;
  contact?: string;
}

const accountAsks = (register: Register, row: Row, team: TeamView | null, sender: string): Asked => {
  const waiting = waitingKeys(register, row);
  const read = readCells(register, row, waiting, team);
  const { objections } = read;
  const refused = objections.map(({ key }) => key);
  const open = waiting.filter((key) => refused.indexOf(key) < 0);
  const id = cellText(register, row, 'id');
  const version = Number(cellText(register, row, 'mirror.version'));
  const request = (keys: readonly GovernedKey[], command: Wish['command']): CellRequest => ({
    row,
    keys,
    wish: {
      requestId: requestIdOf([register.spreadsheetId, sender, id, version, command]),
      accountId: id,
      version,
      command,
    },
  });
  if (open.indexOf('status') >= 0 && read.status !== undefined) {
    const to = read.status;
    const data: MoveData = {
      ...(read.ownerId === undefined ? {} : { ownerId: read.ownerId }),
      ...(read.contact === undefined ? {} : { contact: { name: read.contact } }),
      ...(to === 'QUARTERLY_CHECK' && read.nextCheck !== undefined ? { nextCheckDate: read.nextCheck } : {}),
      ...(to === 'QUARTERLY_CHECK' && read.awaitedCondition
        ? { awaitedCondition: read.awaitedCondition }
        : {}),
    };
    return { requests: [request(open, { type: 'changeStatus', to, data })], objections };
  }
  const requests = open.map((key): CellRequest => {
    switch (key) {
      case 'owner':
        return request([key], {
          type: 'handOver',
          toId: read.ownerId ?? '',
          note: HANDED_OVER[register.language],
        });
      case 'nextCheck':
        return request([key], { type: 'setNextCheck', date: read.nextCheck ?? '' });
      case 'contact':
        return request([key], { type: 'setAwaited', contact: { name: read.contact ?? '' } });
      default:
        return request([key], { type: 'setAwaited', awaitedCondition: read.awaitedCondition ?? null });
    }
  });
  return { requests, objections };
};

const draftAsks = (register: Register, row: Row, team: TeamView | null, sender: string): Asked => {
  const typed = (['status', 'owner', 'nextCheck', 'awaitedCondition', 'contact'] as const).filter(
    (key) => cellText(register, row, key) !== '',
  );
  const read = readCells(register, row, typed, team);
  const mark = cellText(register, row, 'mirror.version');
  const data: MoveData = {
    ...(read.ownerId === undefined ? {} : { ownerId: read.ownerId }),
    ...(read.contact === undefined ? {} : { contact: { name: read.contact } }),
  };
  const command: Wish['command'] = {
    type: 'register',
    details: { name: cellText(register, row, 'name').trim() },
    status: read.status ?? 'COLD',
    data,
  };
  const wish: Wish = {
    requestId: requestIdOf([register.spreadsheetId, sender, mark, command]),
    accountId: null,
    version: 0,
    command,
  };
  // What cannot be read is mended first: nothing is registered by halves.
  const requests: CellRequest[] = read.objections.length > 0 ? [] : [{ row, keys: ['status'], wish }];
  return { requests, objections: read.objections };
};

const readCells = (
  register: Register,
  row: Row,
  keys: readonly GovernedKey[],
  team: TeamView | null,
): Reading => {
  const reading: Reading = { objections: [] };
  const object = (key: GovernedKey, why: Text): void => void reading.objections.push({ row, key, why });
  for (const key of keys) {
    const typed = cellText(register, row, key).trim();
    switch (key) {
      case 'status': {
        const status = parseStatus(typed);
        if (typed === '') object(key, OBJECTIONS.statusEmpty);
        else if (status === null) object(key, OBJECTIONS.statusUnknown);
        else reading.status = status;
        break;
      }
      case 'owner': {
        if (typed === '') object(key, OBJECTIONS.ownerEmpty);
        // Without the team nothing can be said yet: the sender asks for it.
        else if (team !== null) {
          const member = memberNamed(typed, team);
          if (member === null) object(key, OBJECTIONS.ownerUnknown);
          else reading.ownerId = member.id;
        }
        break;
      }
      case 'nextCheck': {
        const date = parseTypedDate(typed, {
          today: todayIn(team),
          fiscalYearStartMonth: team?.fiscalYearStartMonth ?? 4,
        });
        if ('date' in date) reading.nextCheck = date.date;
        else object(key, dateProblem(date));
        break;
      }
      case 'awaitedCondition':
        reading.awaitedCondition = typed === '' ? null : typed;
        break;
      default:
        if (typed === '') object(key, OBJECTIONS.contactEmpty);
        else reading.contact = typed;
    }
  }
  return reading;
};

const DATE_PROBLEMS = {
  DATE_EMPTY: OBJECTIONS.dateEmpty,
  DATE_UNKNOWN: OBJECTIONS.dateUnknown,
  DATE_DOES_NOT_EXIST: OBJECTIONS.dateMissing,
  DATE_AMBIGUOUS: OBJECTIONS.dateAmbiguous,
};

const dateProblem = ({
  problem,
  suggestions,
}: {
  problem: keyof typeof DATE_PROBLEMS;
  suggestions: readonly string[];
}): Text => {
  const said = DATE_PROBLEMS[problem];
  if (suggestions.length === 0) return said;
  const days = suggestions.join(', ');
  return text(
    `${said.ja}${OBJECTIONS.dateSuggested.ja} ${days}`,
    `${said.en} ${OBJECTIONS.dateSuggested.en} ${days}`,
  );
};

/** Where the matrix says no, whatever else is known: why, and what it says yes to; null where the functions have to decide. */
export const hopeless = (register: Register, row: Row): Text | null => {
  const from = parseStatus(cellText(register, row, mirrorOf('status')));
  const to = parseStatus(cellText(register, row, 'status'));
  if (from === null || to === null || MATRIX[from][to] !== 'X') return null;
  // Nobody is nurtured whom we have not met.
  const everMet = STATUS[from].bin === 'nurture';
  const why = illegalSentence(illegalCode({ status: from, everMet }, to));
  const legal = STATUSES.filter((status) => 'LCM'.indexOf(MATRIX[from][status]) >= 0);
  const said = (language: keyof Text, before: string, between: string): string =>
    `${why[language]}\n${before}${legal.map((status) => STATUS[status].label[language]).join(between)}`;
  return text(said('ja', '移せるステータス: ', '、'), said('en', 'Possible: ', ', '));
};

/** The same request has the same ID however often it is sent: 128 bits of what it says. */
const requestIdOf = (parts: readonly unknown[]): string => {
  const said = JSON.stringify(parts);
  return `cell-${[2166136261, 3339451269, 506832829, 1831565813].map((seed) => hash(said, seed)).join('')}`;
};

/** FNV-1a, 32 bits, with its bits stirred at the end. */
const hash = (said: string, seed: number): string => {
  let value = seed;
  for (let at = 0; at < said.length; at += 1) value = Math.imul(value ^ said.charCodeAt(at), 16777619);
  value = Math.imul(value ^ (value >>> 16), 2246822507);
  value = Math.imul(value ^ (value >>> 13), 3266489909);
  return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0');
};
