/** One person's session at the spreadsheet: opening, editing, selecting, choosing menu items, and calls from dialogs. */
import type { UpdateRequest } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import { type EditHabits, enteredValues } from './edit-habits';
import type { Execution } from './execution-context';
import type { EventData, MenuNode, ScriptFailure, Selection } from './protocol';
import { rangeAddressOf, resolveA1 } from './range-address';
import { activeTab, newScreenState, type ScreenState, type ScriptUi, selectionOf } from './screen-state';
import { editCells, type TypedValue } from './user-edit';

export interface ScriptUser {
  email: string;
  /** `ja` or `en`: what `Session.getActiveUserLocale` returns. */
  locale: string;
  /** No menus, no dialogs, no onOpen; onEdit runs. */
  phone?: boolean;
  /**
   * In a browser with several Google accounts: as whom calls of dialogs run, whoever has the sheet open; null where that account
   * may not see the script, and Google refuses them.
   */
  servedAs?: string | null;
}

/** A failed call of `google.script.run`; its failure is what `withFailureHandler` receives. */
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
  /** The menus that the script has added. */
  readonly menus: readonly MenuNode[];
  readonly selection: Selection;
  /** Loads the page: empty menus, then the onOpen functions. */
  open(): Promise<Execution[]>;
  /** Runs the menu item to which the captions lead. */
  choose(...captions: string[]): Promise<Execution>;
  /**
   * Types or pastes from the range's first cell on. The edit is made, or refused by rejecting with a SpreadsheetRefusal,
   * when this returns; the promise resolves when the triggers have ended.
   */
  edit(
    a1: string,
    values: readonly (readonly TypedValue[])[],
    how?: 'typed' | 'pasted',
  ): Promise<Execution[]>;
  /** Inserts, sorts, formats or deletes by hand: fires onChange, never onEdit. */
  change(requests: readonly UpdateRequest[]): Promise<Execution[]>;
  /** Ranges without a tab's name are on the active tab. */
  select(...a1: string[]): void;
  /** `google.script.run`: the JSON-able result. Rejects with a ScriptError. */
  run(functionName: string, args?: readonly unknown[]): Promise<unknown>;
}

export type TriggerEvent = Partial<Pick<EventData, 'range' | 'value' | 'oldValue' | 'changeType'>>;

/** What a session needs of the script's host. */
export interface SessionHost {
  workbooks: Workbooks;
  spreadsheetId: string;
  editHabits: EditHabits;
  /** The calendar's, at this moment. */
  year: () => number;
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

export function openSheetSession(host: SessionHost, person: ScriptUser, view: ScriptUi): SheetSession {
  const { workbooks, spreadsheetId, editHabits } = host;
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
      return person.phone ? [] : host.fire(person, screen, 'ON_OPEN', {});
    },
    async choose(...captions) {
      const item = findMenuItem(screen.menus, captions);
      return host.call(person, screen, 'menu', item.functionName, '[]');
    },
    async edit(a1, values, how = 'typed') {
      const area = resolveA1(book(), activeTab(screen, book()), a1);
      const entered = enteredValues(values, editHabits, host.year());
      const edited = editCells(workbooks, area, entered, how, person.email);
      if (!edited) return [];
      screen.activeSheetId = edited.sheetId;
      screen.selections.set(edited.sheetId, [edited.rect]);
      const { value, oldValue, rect } = edited;
      const event = { range: rangeAddressOf(area.book, area.tab, rect), value, oldValue };
      if (editHabits.editsSilently) return [];
      const executions = await Promise.all([
        host.fire(person, screen, 'ON_EDIT', event),
        host.fire(person, screen, 'ON_CHANGE', { changeType: 'EDIT' }),
      ]);
      return executions.flat();
    },
    async change(requests) {
      workbooks.batchUpdate(spreadsheetId, requests, 'user');
      const types = new Set(requests.map(changeTypeOf));
      const executions = await Promise.all(
        [...types].map((changeType) => host.fire(person, screen, 'ON_CHANGE', { changeType })),
      );
      return executions.flat();
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
      const { servedAs = person.email } = person;
      if (servedAs === null)
        throw new Error(
          "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
        );
      const caller = { ...person, email: servedAs };
      const execution = await host.call(caller, screen, 'page', functionName, JSON.stringify(args));
      if (execution.error) throw new ScriptError(execution.error, execution);
      return JSON.parse(execution.result);
    },
  };
}

function findMenuItem(menus: readonly MenuNode[], captions: readonly string[]): MenuNode & { kind: 'item' } {
  const [caption, ...rest] = captions;
  const node = menus.find((each) => each.kind !== 'separator' && each.caption === caption);
  if (node?.kind === 'item' && rest.length === 0) return node;
  if (node?.kind === 'menu') return findMenuItem(node.items, rest);
  const present = menus.map((each) => (each.kind === 'separator' ? '―' : each.caption));
  throw new Error(`There is no menu item "${caption}" among: ${present.join(', ')}`);
}

/** Like Google's client, throws for dates and functions anywhere in the arguments. */
function refuseIllegal(value: unknown, property: string | number): void {
  const isIllegal =
    value instanceof Date || ['function', 'symbol', 'bigint', 'undefined'].includes(typeof value);
  if (isIllegal) throw new TypeError(`Failed due to illegal value in property: ${property}`);
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
