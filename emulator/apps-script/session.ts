/** One person at the spreadsheet: opens it, edits, selects, uses the menus and what the script shows. */
import type { UpdateRequest } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import type { Execution } from './execution-context';
import type { EventData, MenuNode, ScriptFailure, Selection } from './protocol';
import { rangeAddressOf, resolveA1 } from './range-address';
import { activeTab, newScreenState, type ScreenState, type ScriptUi, selectionOf } from './screen-state';
import { editCells, type TypedValue } from './user-edit';

export interface ScriptUser {
  email: string;
  /** `ja` or `en`, as `Session.getActiveUserLocale` says it. */
  locale: string;
  /** No menus, no dialogs, no onOpen; onEdit runs. */
  phone?: boolean;
}

/** What `withFailureHandler` gets. */
export class ScriptError extends Error {
  constructor(
    readonly failure: ScriptFailure,
    readonly execution: Execution,
  ) {
    super(failure.message);
    this.name = 'ScriptError';
  }
}

export interface SheetSession {
  readonly person: ScriptUser;
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
  edit(
    a1: string,
    values: readonly (readonly TypedValue[])[],
    how?: 'typed' | 'pasted',
  ): Promise<Execution[]>;
  /** Inserting, sorting, formatting, deleting by hand: fires onChange, never onEdit. */
  change(requests: readonly UpdateRequest[]): Promise<Execution[]>;
  /** Without a tab's name on the active tab. */
  select(...a1: string[]): void;
  /** `google.script.run`: the JSON-able result. Rejects with a ScriptError. */
  run(functionName: string, args?: readonly unknown[]): Promise<unknown>;
}

export type TriggerEvent = Partial<Pick<EventData, 'range' | 'value' | 'oldValue' | 'changeType'>>;

/** What a session needs of the script's host. */
export interface SessionHost {
  workbooks: Workbooks;
  spreadsheetId: string;
  call(
    person: ScriptUser,
    screen: ScreenState,
    kind: 'menu' | 'page',
    functionName: string,
    args: string,
  ): Promise<Execution>;
  fire(
    person: ScriptUser,
    screen: ScreenState,
    name: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE',
    event: TriggerEvent,
  ): Promise<Execution[]>;
}

export function openSheetSession(running: SessionHost, person: ScriptUser, view: ScriptUi): SheetSession {
  const { workbooks, spreadsheetId } = running;
  const screen = newScreenState(person.phone ? null : view);
  const book = () => workbooks.get(spreadsheetId);

  return {
    person,
    get menus() {
      return screen.menus;
    },
    get selection() {
      return selectionOf(screen, book(), null);
    },
    async open() {
      screen.menus = [];
      screen.view?.menus?.(screen.menus);
      return person.phone ? [] : running.fire(person, screen, 'ON_OPEN', {});
    },
    async choose(...captions) {
      const item = findMenuItem(screen.menus, captions);
      return running.call(person, screen, 'menu', item.functionName, '[]');
    },
    async edit(a1, values, how = 'typed') {
      const area = resolveA1(book(), activeTab(screen, book()), a1);
      const edited = editCells(workbooks, area, values, how, person.email);
      if (!edited) return [];
      screen.activeSheetId = edited.sheetId;
      screen.selections.set(edited.sheetId, [edited.rect]);
      const { value, oldValue, rect } = edited;
      const event = { range: rangeAddressOf(area.book, area.tab, rect), value, oldValue };
      const fired = await Promise.all([
        running.fire(person, screen, 'ON_EDIT', event),
        running.fire(person, screen, 'ON_CHANGE', { changeType: 'EDIT' }),
      ]);
      return fired.flat();
    },
    async change(requests) {
      workbooks.batchUpdate(spreadsheetId, requests, 'user');
      const types = new Set(requests.map(changeTypeOf));
      const fired = await Promise.all(
        [...types].map((changeType) => running.fire(person, screen, 'ON_CHANGE', { changeType })),
      );
      return fired.flat();
    },
    select(...a1) {
      const areas = a1.map((each) => resolveA1(book(), activeTab(screen, book()), each));
      const [first] = areas;
      if (!first) return;
      screen.activeSheetId = first.tab.properties.sheetId;
      screen.selections.set(
        screen.activeSheetId,
        areas.map(({ rect }) => rect),
      );
    },
    async run(functionName, args = []) {
      if (functionName.endsWith('_')) {
        throw new TypeError(`google.script.run.${functionName} is not a function`);
      }
      args.forEach(refuseIllegal);
      const execution = await running.call(person, screen, 'page', functionName, JSON.stringify(args));
      if (execution.error) throw new ScriptError(execution.error, execution);
      return JSON.parse(execution.result);
    },
  };
}

function findMenuItem(menus: readonly MenuNode[], captions: readonly string[]): MenuNode & { kind: 'item' } {
  const [caption, ...rest] = captions;
  const found = menus.find((each) => each.kind !== 'separator' && each.caption === caption);
  if (found?.kind === 'item' && rest.length === 0) return found;
  if (found?.kind === 'menu') return findMenuItem(found.items, rest);
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

function changeTypeOf(request: UpdateRequest): string {
  const dimension = (request.insertDimension ?? request.deleteDimension)?.range?.dimension;
  const noun = dimension === 'COLUMNS' ? 'COLUMN' : 'ROW';
  if (request.insertDimension || request.appendDimension) return `INSERT_${noun}`;
  if (request.deleteDimension) return `REMOVE_${noun}`;
  if (request.addSheet) return 'INSERT_GRID';
  if (request.deleteSheet) return 'REMOVE_GRID';
  if (request.repeatCell || request.updateBorders || request.addConditionalFormatRule) return 'FORMAT';
  return 'OTHER';
}
