/** One person at the spreadsheet: opens it, edits, selects, uses the menus and what the script shows. */
import type { Request } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import { activeTab, type Desk, newDesk, selectionOf, type View } from './desk';
import { editCells, type Typed } from './person-edit';
import { areaNamed, placeOf } from './places';
import type { EventData, Failure, MenuNode, Selection } from './protocol';
import type { Execution } from './run';

export interface Person {
  email: string;
  /** `ja` or `en`, as `Session.getActiveUserLocale` says it. */
  locale: string;
  /** No menus, no dialogs, no onOpen; onEdit runs. */
  phone?: boolean;
}

/** What `withFailureHandler` gets. */
export class ScriptError extends Error {
  constructor(
    readonly failure: Failure,
    readonly execution: Execution,
  ) {
    super(failure.message);
    this.name = 'ScriptError';
  }
}

export interface Session {
  readonly person: Person;
  /** As the script made them. */
  readonly menus: readonly MenuNode[];
  readonly selection: Selection;
  /** Loads the page: empty menus, then the onOpen functions. */
  open(): Promise<Execution[]>;
  /** Runs the item at the end of the captions. */
  choose(...captions: string[]): Promise<Execution>;
  /**
   * Types, or pastes, from the range's first cell on. Done when this returns its promise; the promise is of the
   * triggers. Rejects with a Refusal what is protected or breaks a strict choice.
   */
  edit(a1: string, values: readonly (readonly Typed[])[], how?: 'typed' | 'pasted'): Promise<Execution[]>;
  /** Inserting, sorting, formatting, deleting by hand: fires onChange, never onEdit. */
  change(requests: readonly Request[]): Promise<Execution[]>;
  /** Without a tab's name on the active tab. */
  select(...a1: string[]): void;
  /** `google.script.run`: the JSON-able result. Rejects with a ScriptError. */
  run(functionName: string, args?: readonly unknown[]): Promise<unknown>;
}

export type TriggerEvent = Partial<Pick<EventData, 'range' | 'value' | 'oldValue' | 'changeType'>>;

/** What a session needs of the script's host. */
export interface Running {
  workbooks: Workbooks;
  spreadsheetId: string;
  call(
    person: Person,
    desk: Desk,
    kind: 'menu' | 'page',
    functionName: string,
    args: string,
  ): Promise<Execution>;
  fire(
    person: Person,
    desk: Desk,
    name: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE',
    event: TriggerEvent,
  ): Promise<Execution[]>;
}

export function openSession(running: Running, person: Person, view: View): Session {
  const { workbooks, spreadsheetId } = running;
  const desk = newDesk(person.phone ? null : view);
  const book = () => workbooks.get(spreadsheetId);

  return {
    person,
    get menus() {
      return desk.menus;
    },
    get selection() {
      return selectionOf(desk, book(), null);
    },
    async open() {
      desk.menus = [];
      desk.view?.menus?.(desk.menus);
      return person.phone ? [] : running.fire(person, desk, 'ON_OPEN', {});
    },
    async choose(...captions) {
      const item = itemAt(desk.menus, captions);
      return running.call(person, desk, 'menu', item.functionName, '[]');
    },
    async edit(a1, values, how = 'typed') {
      const area = areaNamed(book(), activeTab(desk, book()), a1);
      const edited = editCells(workbooks, area, values, how, person.email);
      if (!edited) return [];
      desk.activeSheetId = edited.sheetId;
      desk.selections.set(edited.sheetId, [edited.rect]);
      const { value, oldValue, rect } = edited;
      const event = { range: placeOf(area.book, area.tab, rect), value, oldValue };
      const fired = await Promise.all([
        running.fire(person, desk, 'ON_EDIT', event),
        running.fire(person, desk, 'ON_CHANGE', { changeType: 'EDIT' }),
      ]);
      return fired.flat();
    },
    async change(requests) {
      workbooks.batchUpdate(spreadsheetId, requests, 'user');
      const types = new Set(requests.map(changeTypeOf));
      const fired = await Promise.all(
        [...types].map((changeType) => running.fire(person, desk, 'ON_CHANGE', { changeType })),
      );
      return fired.flat();
    },
    select(...a1) {
      const areas = a1.map((each) => areaNamed(book(), activeTab(desk, book()), each));
      const [first] = areas;
      if (!first) return;
      desk.activeSheetId = first.tab.properties.sheetId;
      desk.selections.set(
        desk.activeSheetId,
        areas.map(({ rect }) => rect),
      );
    },
    async run(functionName, args = []) {
      if (functionName.endsWith('_')) {
        throw new TypeError(`google.script.run.${functionName} is not a function`);
      }
      args.forEach(refuseIllegal);
      const execution = await running.call(person, desk, 'page', functionName, JSON.stringify(args));
      if (execution.error) throw new ScriptError(execution.error, execution);
      return JSON.parse(execution.result);
    },
  };
}

function itemAt(menus: readonly MenuNode[], captions: readonly string[]): MenuNode & { kind: 'item' } {
  const [caption, ...rest] = captions;
  const found = menus.find((each) => each.kind !== 'separator' && each.caption === caption);
  if (found?.kind === 'item' && rest.length === 0) return found;
  if (found?.kind === 'menu') return itemAt(found.items, rest);
  const known = menus.map((each) => (each.kind === 'separator' ? '―' : each.caption));
  throw new Error(`There is no menu item "${caption}" among: ${known.join(', ')}`);
}

/** Google's client refuses dates and functions wherever they are in the arguments. */
function refuseIllegal(value: unknown, place: string | number): void {
  const illegal =
    value instanceof Date || ['function', 'symbol', 'bigint', 'undefined'].includes(typeof value);
  if (illegal) throw new TypeError(`Failed due to illegal value in property: ${place}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, below] of Object.entries(value)) refuseIllegal(below, name);
}

function changeTypeOf(request: Request): string {
  const dimension = (request.insertDimension ?? request.deleteDimension)?.range?.dimension;
  const noun = dimension === 'COLUMNS' ? 'COLUMN' : 'ROW';
  if (request.insertDimension || request.appendDimension) return `INSERT_${noun}`;
  if (request.deleteDimension) return `REMOVE_${noun}`;
  if (request.addSheet) return 'INSERT_GRID';
  if (request.deleteSheet) return 'REMOVE_GRID';
  if (request.repeatCell || request.updateBorders || request.addConditionalFormatRule) return 'FORMAT';
  return 'OTHER';
}
