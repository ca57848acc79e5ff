/** What people have put into cells, for which account, and what has become of it: applied, sent back with a reason, or marked. */
import type { HistoryEntry } from '../../functions/domain/account/history';
import { EDITABLE, type EditableKey } from '../../functions/domain/register/column-keys';
import type { RegisterRow } from '../../functions/domain/register/row';
import { STATUS } from '../../functions/domain/status/statuses';
import { idOf, type Who } from '../suite';
import type { SheetLine } from './sheet-lines';

export interface SheetEdit {
  accountId: string;
  key: EditableKey;
  text: string;
  /** No account had it, and it stood nowhere else when it was typed: wherever it stands, it is this one. */
  isUnique?: boolean;
}

/** Cells that one person's action has put something into. */
export interface EditedArea {
  rows: readonly number[];
  keys: readonly EditableKey[];
}

export type EditFate = 'applied' | 'sent back' | 'marked' | 'lost';

const nameOf = ({ accountId, key, text }: SheetEdit): string => JSON.stringify([accountId, key, text]);

const MEMBERS: readonly Who[] = ['admin', 'manager', 'is', 'is2', 'fs', 'viewer'];
/** As the cells name them. */
const memberName = (id: unknown): unknown => MEMBERS.find((who) => idOf(who) === id) ?? id;

/** What the account has now: whoever asks for that has it. */
export const presentCells = (account: RegisterRow): SheetEdit[] => {
  const texts: Record<EditableKey, string> = {
    status: STATUS[account.status].label.ja,
    owner: String(memberName(account.ownerId)),
    nextCheck: account.nextCheck ?? '',
    awaitedCondition: account.awaitedCondition ?? '',
    contact: account.contact ?? '',
    name: account.name,
    quickEntry: '',
  };
  return EDITABLE.map((key) => ({ accountId: account.id, key, text: texts[key] }));
};

/** What an entry has made of the cells that people edit. */
export const appliedEdits = ({ accountId, events }: HistoryEntry): SheetEdit[] =>
  events.flatMap(({ changes }) =>
    changes.flatMap(({ path, before, after }): SheetEdit[] => {
      const edit = (key: EditableKey, text: unknown): SheetEdit[] =>
        typeof text === 'string' ? [{ accountId, key, text }] : [];
      if (path === 'name') return edit('name', after);
      if (path === 'awaitedCondition') return edit('awaitedCondition', after);
      if (path === 'ownerId') return edit('owner', memberName(after));
      if (typeof after !== 'object' || after === null) return [];
      if (path === 'nextCheck' && 'date' in after)
        return before?.date === after.date ? [] : edit('nextCheck', after.date);
      return path.startsWith('contacts.') && 'name' in after ? edit('contact', after.name) : [];
    }),
  );

export class SheetEdits {
  private readonly everTyped = new Set<string>();
  /** What accounts had: a file that is restored shows it again. */
  private readonly everHad = new Set<string>();
  private readonly waiting = new Map<string, SheetEdit>();

  get open(): readonly SheetEdit[] {
    return [...this.waiting.values()];
  }

  /** By what the rows were before and after it, apart from what the script made of it. `area` is empty for sorts and moves. */
  personDid(before: readonly SheetLine[], after: readonly SheetLine[], area: EditedArea): void {
    for (const [name, edit] of this.waiting)
      if (before.some((line) => holds(line, edit)) && !after.some((line) => holds(line, edit)))
        this.waiting.delete(name);
    for (const { mirrors } of before)
      for (const key of EDITABLE) this.everHad.add(JSON.stringify([key, mirrors[key]]));
    const rows = new Set(area.rows);
    for (const line of after)
      if (rows.has(line.index)) for (const key of area.keys) this.put(line, key, after);
  }

  private put(
    { index, accountIds, texts, mirrors }: SheetLine,
    key: EditableKey,
    all: readonly SheetLine[],
  ): void {
    const edits = accountIds.map((accountId) => ({ accountId, key, text: texts[key] }));
    for (const edit of edits) this.everTyped.add(nameOf(edit));
    const [edit] = edits;
    if (edit !== undefined && edits.length === 1 && edit.text !== '' && edit.text !== mirrors[key])
      this.waiting.set(nameOf(edit), {
        ...edit,
        isUnique:
          !this.everHad.has(JSON.stringify([key, edit.text])) &&
          !all.some((line) => line.index !== index && says(line, edit)),
      });
  }

  /** Whether a person has put it into a row of that account. */
  wasTyped(edit: SheetEdit): boolean {
    return this.everTyped.has(nameOf(edit));
  }

  /** What stands nowhere in the sheet any more, and nobody has taken away. */
  gone(lines: readonly SheetLine[]): SheetEdit[] {
    return this.open.filter((edit) => !lines.some((line) => holds(line, edit)));
  }

  /** Nothing is expected of it any more. */
  close(edit: SheetEdit): void {
    this.waiting.delete(nameOf(edit));
  }

  closeAll(): void {
    this.waiting.clear();
  }
}

/** What was typed once may stand in another row by now: a part of the columns was sorted. */
const holds = ({ texts, accountIds }: SheetLine, { accountId, key, text, isUnique }: SheetEdit): boolean =>
  texts[key] === text && (isUnique === true || accountIds.includes(accountId));

const says = ({ texts, mirrors }: SheetLine, { key, text }: SheetEdit): boolean =>
  texts[key] === text || mirrors[key] === text;

/** `applied` is what its account has got since, and has now. */
export const fateOf = (
  edit: SheetEdit,
  lines: readonly SheetLine[],
  applied: readonly SheetEdit[],
): EditFate => {
  const isWaiting = (line: SheetLine): boolean =>
    holds(line, edit) && line.texts[edit.key] !== line.mirrors[edit.key];
  if (lines.some((line) => isWaiting(line) && line.mark !== null)) return 'marked';
  if (applied.some(({ key, text }) => key === edit.key && text === edit.text)) return 'applied';
  const own = lines.filter(({ accountIds }) => accountIds.includes(edit.accountId));
  return own.some(({ isExplained, mark }) => isExplained || mark === 'refused') ? 'sent back' : 'lost';
};

export const NO_AREA: EditedArea = { rows: [], keys: [] };
export const wholeRows = (rows: readonly number[]): EditedArea => ({ rows, keys: EDITABLE });
