/** The page: puts its parts together, and follows what the server tells. */

import type { MenuNode } from '../../apps-script/protocol';
import type { Rect } from '../../workbook/a1';
import type { Request } from '../../workbook/model';
import type { Handle } from '../handle';
import type { ScriptTrouble, SheetUpdate, Told } from '../protocol';
import { addressOf, readAddress } from './address';
import { makeBubble, targetOf } from './bubble';
import { connect, Refused } from './connection';
import type { Edit } from './edits';
import { part } from './element';
import { openGrid } from './grid';
import { type Item, type Menu, makeMenuBar, openContextMenu } from './menu-bar';
import { makeOwnMenus } from './own-menus';
import { makeWarning } from './protections';
import { makeQuestions } from './questions';
import { makeScriptWindows } from './script-windows';
import { newSheets, type Sheets } from './sheets';
import { widen } from './structure';
import { makeSuiteBar } from './suite-bar';
import { banner, type Toast, toast, trouble } from './toasts';
import { sayIn } from './words';
import './page.css';

type Welcome = Extract<Told, { kind: 'welcome' }>;
type BookKey = 'register' | 'queue';

const address = readAddress();
const say = sayIn(address.lang);
document.documentElement.lang = address.lang;

let welcome: Welcome | null = null;
let menus: readonly MenuNode[] = [];
/** Of both spreadsheets, once they were opened. */
const books = new Map<string, Sheets>();
/** Updates that came while the whole spreadsheet was on its way. */
const early = new Map<string, SheetUpdate[]>();
const calls = new Map<number, { resolve(result: unknown): void; reject(error: ScriptTrouble): void }>();
let lastCall = 0;

const bookId = (key: BookKey = address.sheet): string =>
  welcome?.books.find((book) => book.key === key)?.id ?? '';
const hasScript = (): boolean => address.sheet === 'register' && !address.phone;

const bubble = makeBubble();
const warn = makeWarning(say);
const grid = openGrid(part('grid'), address.lang, {
  edited: (edit) => void sendEdit(edit),
  selected: (sheetId, rects) => {
    select(sheetId, rects);
    showLink(sheetId, rects);
  },
  hovered: (sheetId, row, column, box) => {
    const note = grid.sheets?.more(sheetId, row, column)?.note;
    if (note) bubble.showNote(note, box);
    else bubble.hideNote();
  },
  filtered: (sheetId, column, shown) =>
    void asking(connection.ask('filter', { book: bookId(), sheetId, column, shown })),
  resized: (_, column, width, count) => {
    const tab = grid.activeTab;
    if (tab) change(widen(tab, column, count, width));
  },
  refused: () => toast(say('notHere')),
});
const connection = connect(address, { told, lost, refused: (words) => banner(words[address.lang]) });
const questions = makeQuestions(say, () => connection);
const windows = makeScriptWindows({
  say,
  run: async (functionName, args) => {
    await selected();
    return called((call) => connection.ask('run', { call, functionName, args }));
  },
  focusEditor: () => grid.focus(),
});
const suiteBar = makeSuiteBar(
  say,
  () => address,
  (key) => void openBook(key),
);
const menuBar = makeMenuBar(part('menu-bar'), () => grid.focus());
const ownMenus = makeOwnMenus(say, {
  tab: () => grid.activeTab,
  selection: () => grid.selection,
  change,
  undo: () => grid.undo(),
  redo: () => grid.redo(),
  clear: () => grid.clear(),
  openFilter: (column) => grid.openFilter(column),
  downloadCsv: () => {
    const title = grid.activeTab?.title ?? '';
    location.assign(`/local/sheets/${encodeURIComponent(bookId())}/${encodeURIComponent(title)}.csv`);
  },
});

part('menu-bar').setAttribute('aria-label', say('menuBar'));
part('grid').addEventListener('contextmenu', (event) => {
  event.preventDefault();
  if (!address.phone) openContextMenu(ownMenus.context(), event.clientX, event.clientY, () => grid.focus());
});
banner(say('loading'));

function told(told: Told): void {
  switch (told.kind) {
    case 'welcome':
      greet(told);
      return;
    case 'sheet':
      update(told.update);
      return;
    case 'menus':
      menus = told.menus;
      showMenus();
      return;
    case 'question':
      questions.open(told);
      return;
    case 'questionOver':
      questions.withdraw(told.id);
      return;
    case 'toast':
      toast(told.message, told.title, told.seconds);
      return;
    case 'show':
      if (!address.phone) windows.show(told.dialog);
      return;
    case 'selected':
      if (told.book === bookId()) grid.select(told.sheetId, told.rects);
      return;
    case 'ended':
      ended(told);
      return;
    case 'clock':
      suiteBar.showClock(told.clock);
      return;
    default:
      told satisfies never;
  }
}

function greet(next: Welcome): void {
  if (next.fresh && welcome) {
    // The server has forgotten this window: what it showed and asked is over.
    questions.withdrawAll();
    windows.closeAll();
    for (const { reject } of calls.values()) reject({ name: 'Error', message: say('lost'), stack: '' });
    calls.clear();
  }
  welcome = next;
  menus = next.menus;
  suiteBar.show(next);
  books.clear();
  void openBook(address.sheet);
}

async function openBook(key: BookKey): Promise<void> {
  address.sheet = key;
  history.replaceState(null, '', addressOf(address));
  const id = bookId(key);
  suiteBar.showBook(key);
  bubble.hideLink();
  if (!books.has(id)) await load(id);
  const sheets = books.get(id);
  if (!sheets || id !== bookId()) return;
  grid.show(sheets);
  part('document').textContent = sheets.title;
  document.title = `${sheets.title} – ${welcome?.person.name ?? ''}`;
  windows.showSidebar(hasScript());
  showMenus();
  banner('');
  await grid.rendered;
  document.body.dataset.ready = id;
}

async function load(id: string): Promise<void> {
  early.set(id, []);
  try {
    const sheets = newSheets(await connection.sheet(id));
    for (const missed of early.get(id) ?? []) if (missed.revision > sheets.revision) sheets.apply(missed);
    books.set(id, sheets);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // The line is cut: when it is there again, everything is loaded anew.
    banner(say('lost'));
  } finally {
    early.delete(id);
  }
}

function update(next: SheetUpdate): void {
  early.get(next.book)?.push(next);
  if (grid.sheets?.book === next.book && books.get(next.book) === grid.sheets) grid.apply(next);
  else books.get(next.book)?.apply(next);
}

function showMenus(): void {
  if (address.phone) {
    menuBar.show(() => []);
    return;
  }
  const ofScript = hasScript() ? menus.flatMap((node) => menuOf(node, []) ?? []) : [];
  menuBar.show(() => [...ownMenus.menus(), ...ofScript]);
}

function menuOf(node: MenuNode, above: readonly string[]): Menu | null {
  if (node.kind !== 'menu') return null;
  const captions = [...above, node.caption];
  const items = node.items.map((each): Item => {
    if (each.kind === 'separator') return { kind: 'separator' };
    if (each.kind === 'item')
      return { kind: 'item', label: each.caption, act: () => void choose([...captions, each.caption]) };
    return menuOf(each, captions) ?? { kind: 'separator' };
  });
  return { kind: 'menu', label: node.caption, items };
}

async function choose(captions: readonly string[]): Promise<void> {
  await selected();
  const running: Toast = toast(say('scriptRuns'), '', -1);
  try {
    await called((call) => connection.ask('choose', { call, captions }));
  } catch (error) {
    const { name, message, stack } = error as ScriptTrouble;
    trouble(say, say('inScript'), { message: `${name}: ${message}`, stack });
  } finally {
    running.close();
  }
}

/** Resolves with what the function has returned; rejects with what it has thrown. */
function called(send: (call: number) => Promise<unknown>): Promise<unknown> {
  lastCall += 1;
  const call = lastCall;
  return new Promise((resolve, reject) => {
    calls.set(call, { resolve, reject });
    send(call).catch((error: Refused) => {
      calls.delete(call);
      reject({ name: 'Error', message: error.words[address.lang], stack: '' });
    });
  });
}

function ended({ call, functionName, result, error }: Extract<Told, { kind: 'ended' }>): void {
  const waiting = call === null ? undefined : calls.get(call);
  if (call !== null) calls.delete(call);
  if (waiting && error) waiting.reject(error);
  else if (waiting) waiting.resolve(result);
  // Google tells nobody of a failed trigger but in the project's log; here the developer is the person.
  else if (error)
    trouble(say, `${say('inScript')} (${functionName})`, {
      ...error,
      message: `${error.name}: ${error.message}`,
    });
}

async function sendEdit({ how, blocks, touched }: Edit): Promise<void> {
  const { sheetId, rows } = touched;
  const revision = grid.sheets?.revision ?? 0;
  const book = bookId();
  if (blocks.length === 0 || !(await warn(grid.sheets?.tab(sheetId), blocks))) {
    grid.restore(sheetId, rows);
    return;
  }
  const isAccepted = await asking(connection.ask('edit', { book, revision, how, blocks }));
  if (!isAccepted) grid.restore(sheetId, rows);
}

/** False when it was refused, in the words that the person has seen. */
async function asking(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    trouble(say, say('refusedEdit'), { message: error.words[address.lang], stack: '' });
    return false;
  }
}

function change(requests: readonly Request[]): void {
  void asking(connection.ask('change', { book: bookId(), revision: grid.sheets?.revision ?? 0, requests }));
}

/** What the server has to be told of the selection; sent a moment later, or before the script looks at it. */
let unsaid: { sheetId: number; rects: readonly Rect[] } | null = null;
let saying: Promise<unknown> = Promise.resolve();
function select(sheetId: number, rects: readonly Rect[]): void {
  if (unsaid === null) setTimeout(selected, 30);
  unsaid = { sheetId, rects };
}
async function selected(): Promise<void> {
  const next = unsaid;
  unsaid = null;
  if (next && next.rects.length > 0) {
    // One after the other: the last one is what counts.
    saying = saying.then(() => connection.ask('select', { book: bookId(), ...next }).catch(() => undefined));
  }
  await saying;
}

function showLink(sheetId: number, rects: readonly Rect[]): void {
  bubble.hideLink();
  const [first, second] = rects;
  if (!first || second) return;
  const link = grid.sheets?.more(sheetId, first.top, first.left)?.link;
  const box = grid.boxOf(first.top, first.left);
  if (!link || !box) return;
  const target = targetOf(link);
  const book = welcome?.books.find(({ id }) => id === target?.book);
  const label = target ? `${book ? `${say(book.key)} ` : ''}${target.range}` : link;
  bubble.showLink(label, box, () => void follow(link));
}

async function follow(link: string): Promise<void> {
  const target = targetOf(link);
  if (!target) {
    open(link, '_blank', 'noopener');
    return;
  }
  const book = welcome?.books.find(({ id }) => id === target.book);
  if (book && book.key !== address.sheet) await openBook(book.key);
  bubble.hideLink();
  const row = Number(/\d+/.exec(target.range)?.[0] ?? 1) - 1;
  const hidden = grid.sheets?.tab(target.sheetId)?.hiddenColumns ?? [];
  let left = 0;
  while (hidden.includes(left)) left += 1;
  const rects = [{ top: row, left, bottom: row + 1, right: left + 1 }];
  grid.select(target.sheetId, rects);
  select(target.sheetId, rects);
}

let isLost = false;
function lost(now: boolean): void {
  if (now) banner(say('lost'));
  else if (isLost) {
    banner('');
    toast(say('back'));
  }
  isLost = now;
}

const handle: Handle = {
  api: grid.api,
  text(a1) {
    const value = grid.api.getActiveWorkbook()?.getActiveSheet().getRange(a1).getValue();
    return value == null ? '' : String(value);
  },
  note(a1) {
    const { top, left } = grid.rectOf(a1);
    return grid.sheets?.more(grid.activeTab?.id ?? -1, top, left)?.note ?? '';
  },
  box(a1) {
    const { top, left } = grid.rectOf(a1);
    grid.bring(top, left);
    return grid.boxOf(top, left)?.toJSON() ?? null;
  },
};
Object.assign(window, { hachi: handle });
