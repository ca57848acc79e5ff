/** The page: puts its parts together, and follows what the server tells. */

import type { MenuNode } from '../../apps-script/protocol';
import type { Rect } from '../../workbook/a1';
import type { UpdateRequest } from '../../workbook/model';
import type { PageHandle } from '../page-handle';
import type { PageEvent, ScriptErrorInfo, SheetUpdate } from '../protocol';
import { pageUrlOf, readPageAddress } from './address';
import { linkTargetOf, makeCellPopup } from './cell-popup';
import { connectPage, RequestRefused } from './connection';
import type { SheetEdit } from './edits';
import { elementById } from './element';
import { openGrid } from './grid';
import { type Menu, type MenuItem, makeMenuBar, openContextMenu } from './menu-bar';
import { translatorFor } from './messages';
import { makePageMenus } from './page-menus';
import { makeProtectionWarning } from './protection-warning';
import { makeScriptQuestions } from './script-questions';
import { makeScriptWindows } from './script-windows';
import { newSpreadsheetModel, type SpreadsheetModel } from './spreadsheet-model';
import { setColumnWidths } from './structure-requests';
import { makeSuiteBar } from './suite-bar';
import { showPageBanner, showPageError, showPageToast, type Toast } from './toasts';
import './page.css';

type WelcomeEvent = Extract<PageEvent, { kind: 'welcome' }>;
type BookKey = 'register' | 'queue';

const address = readPageAddress();
const t = translatorFor(address.lang);
document.documentElement.lang = address.lang;

let welcome: WelcomeEvent | null = null;
let menus: readonly MenuNode[] = [];
/** Of both spreadsheets, once they were opened. */
const books = new Map<string, SpreadsheetModel>();
/** Updates that came while the whole spreadsheet was on its way. */
const updatesWhileLoading = new Map<string, SheetUpdate[]>();
const calls = new Map<number, { resolve(result: unknown): void; reject(error: ScriptErrorInfo): void }>();
let lastCall = 0;

const bookId = (key: BookKey = address.sheet): string =>
  welcome?.books.find((book) => book.key === key)?.id ?? '';
const hasScript = (): boolean => address.sheet === 'register' && !address.phone;

const cellPopup = makeCellPopup();
const confirmEdit = makeProtectionWarning(t);
const grid = openGrid(elementById('grid'), address.lang, {
  edited: (edit) => void sendEdit(edit),
  selected: (sheetId, rects) => {
    queueSelection(sheetId, rects);
    showLink(sheetId, rects);
  },
  hovered: (sheetId, row, column, box) => {
    const note = grid.sheets?.more(sheetId, row, column)?.note;
    if (note) cellPopup.showNote(note, box);
    else cellPopup.hideNote();
  },
  filtered: (sheetId, column, shown) =>
    void acceptedByServer(connection.ask('filter', { book: bookId(), sheetId, column, shown })),
  resized: (_, column, width, count) => {
    const tab = grid.activeTab;
    if (tab) sendRequests(setColumnWidths(tab, column, count, width));
  },
  refused: () => showPageToast(t('notHere')),
});
const connection = connectPage(address, {
  received: handleEvent,
  lost: handleConnectionLost,
  refused: (words) => showPageBanner(words[address.lang]),
});
const questions = makeScriptQuestions(t, () => connection);
const windows = makeScriptWindows({
  t,
  run: async (functionName, args) => {
    await flushSelection();
    return awaitScriptCall((call) => connection.ask('run', { call, functionName, args }));
  },
  focusEditor: () => grid.focus(),
});
const suiteBar = makeSuiteBar(
  t,
  () => address,
  (key) => void openBook(key),
);
const menuBar = makeMenuBar(elementById('menu-bar'), () => grid.focus());
const pageMenus = makePageMenus(t, {
  tab: () => grid.activeTab,
  selection: () => grid.selection,
  change: sendRequests,
  undo: () => grid.undo(),
  redo: () => grid.redo(),
  clear: () => grid.clear(),
  openFilter: (column) => grid.openFilter(column),
  downloadCsv: () => {
    const title = grid.activeTab?.title ?? '';
    location.assign(`/local/sheets/${encodeURIComponent(bookId())}/${encodeURIComponent(title)}.csv`);
  },
});

elementById('menu-bar').setAttribute('aria-label', t('menuBar'));
elementById('grid').addEventListener('contextmenu', (event) => {
  event.preventDefault();
  if (!address.phone) openContextMenu(pageMenus.context(), event.clientX, event.clientY, () => grid.focus());
});
showPageBanner(t('loading'));

function handleEvent(told: PageEvent): void {
  switch (told.kind) {
    case 'welcome':
      handleWelcome(told);
      return;
    case 'sheet':
      handleUpdate(told.update);
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
      showPageToast(told.message, told.title, told.seconds);
      return;
    case 'show':
      if (!address.phone) windows.show(told.dialog);
      return;
    case 'selected':
      if (told.book === bookId()) grid.select(told.sheetId, told.rects);
      return;
    case 'ended':
      handleExecutionEnded(told);
      return;
    case 'clock':
      suiteBar.showClock(told.clock);
      return;
    default:
      told satisfies never;
  }
}

function handleWelcome(next: WelcomeEvent): void {
  if (next.fresh && welcome) {
    // The server has forgotten this window: what it showed and asked is over.
    questions.withdrawAll();
    windows.closeAll();
    for (const { reject } of calls.values()) reject({ name: 'Error', message: t('lost'), stack: '' });
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
  history.replaceState(null, '', pageUrlOf(address));
  const id = bookId(key);
  suiteBar.showBook(key);
  cellPopup.hideLink();
  if (!books.has(id)) await loadBook(id);
  const sheets = books.get(id);
  if (!sheets || id !== bookId()) return;
  grid.show(sheets);
  elementById('document').textContent = sheets.title;
  document.title = `${sheets.title} – ${welcome?.person.name ?? ''}`;
  windows.showSidebar(hasScript());
  showMenus();
  showPageBanner('');
  await grid.rendered;
  document.body.dataset.ready = id;
}

async function loadBook(id: string): Promise<void> {
  updatesWhileLoading.set(id, []);
  try {
    const sheets = newSpreadsheetModel(await connection.sheet(id));
    for (const missed of updatesWhileLoading.get(id) ?? [])
      if (missed.revision > sheets.revision) sheets.apply(missed);
    books.set(id, sheets);
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    // The line is cut: when it is there again, everything is loaded anew.
    showPageBanner(t('lost'));
  } finally {
    updatesWhileLoading.delete(id);
  }
}

function handleUpdate(next: SheetUpdate): void {
  updatesWhileLoading.get(next.book)?.push(next);
  if (grid.sheets?.book === next.book && books.get(next.book) === grid.sheets) grid.apply(next);
  else books.get(next.book)?.apply(next);
}

function showMenus(): void {
  if (address.phone) {
    menuBar.show(() => []);
    return;
  }
  const ofScript = hasScript() ? menus.flatMap((node) => scriptMenuOf(node, []) ?? []) : [];
  menuBar.show(() => [...pageMenus.menus(), ...ofScript]);
}

function scriptMenuOf(node: MenuNode, above: readonly string[]): Menu | null {
  if (node.kind !== 'menu') return null;
  const captions = [...above, node.caption];
  const items = node.items.map((each): MenuItem => {
    if (each.kind === 'separator') return { kind: 'separator' };
    if (each.kind === 'item')
      return { kind: 'item', label: each.caption, act: () => void runMenuItem([...captions, each.caption]) };
    return scriptMenuOf(each, captions) ?? { kind: 'separator' };
  });
  return { kind: 'menu', label: node.caption, items };
}

async function runMenuItem(captions: readonly string[]): Promise<void> {
  await flushSelection();
  const running: Toast = showPageToast(t('scriptRuns'), '', -1);
  try {
    await awaitScriptCall((call) => connection.ask('choose', { call, captions }));
  } catch (error) {
    const { name, message, stack } = error as ScriptErrorInfo;
    showPageError(t, t('inScript'), { message: `${name}: ${message}`, stack });
  } finally {
    running.close();
  }
}

/** Resolves with what the function has returned; rejects with what it has thrown. */
function awaitScriptCall(send: (call: number) => Promise<unknown>): Promise<unknown> {
  lastCall += 1;
  const call = lastCall;
  return new Promise((resolve, reject) => {
    calls.set(call, { resolve, reject });
    send(call).catch((error: RequestRefused) => {
      calls.delete(call);
      reject({ name: 'Error', message: error.words[address.lang], stack: '' });
    });
  });
}

function handleExecutionEnded({
  call,
  functionName,
  result,
  error,
}: Extract<PageEvent, { kind: 'ended' }>): void {
  const waiting = call === null ? undefined : calls.get(call);
  if (call !== null) calls.delete(call);
  if (waiting && error) waiting.reject(error);
  else if (waiting) waiting.resolve(result);
  // Google tells nobody of a failed trigger but in the project's log; here the developer is the person.
  else if (error)
    showPageError(t, `${t('inScript')} (${functionName})`, {
      ...error,
      message: `${error.name}: ${error.message}`,
    });
}

async function sendEdit({ how, blocks, touched }: SheetEdit): Promise<void> {
  const { sheetId, rows } = touched;
  const revision = grid.sheets?.revision ?? 0;
  const book = bookId();
  if (blocks.length === 0 || !(await confirmEdit(grid.sheets?.tab(sheetId), blocks))) {
    grid.restore(sheetId, rows);
    return;
  }
  const isAccepted = await acceptedByServer(connection.ask('edit', { book, revision, how, blocks }));
  if (!isAccepted) grid.restore(sheetId, rows);
}

/** False when it was refused, in the words that the person has seen. */
async function acceptedByServer(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    showPageError(t, t('refusedEdit'), { message: error.words[address.lang], stack: '' });
    return false;
  }
}

function sendRequests(requests: readonly UpdateRequest[]): void {
  void acceptedByServer(
    connection.ask('change', { book: bookId(), revision: grid.sheets?.revision ?? 0, requests }),
  );
}

/** What the server has to be told of the selection; sent a moment later, or before the script looks at it. */
let unsentSelection: { sheetId: number; rects: readonly Rect[] } | null = null;
let selectionSent: Promise<unknown> = Promise.resolve();
function queueSelection(sheetId: number, rects: readonly Rect[]): void {
  if (unsentSelection === null) setTimeout(flushSelection, 30);
  unsentSelection = { sheetId, rects };
}
async function flushSelection(): Promise<void> {
  const next = unsentSelection;
  unsentSelection = null;
  if (next && next.rects.length > 0) {
    // One after the other: the last one is what counts.
    selectionSent = selectionSent.then(() =>
      connection.ask('select', { book: bookId(), ...next }).catch(() => undefined),
    );
  }
  await selectionSent;
}

function showLink(sheetId: number, rects: readonly Rect[]): void {
  cellPopup.hideLink();
  const [first, second] = rects;
  if (!first || second) return;
  const link = grid.sheets?.more(sheetId, first.top, first.left)?.link;
  const box = grid.boxOf(first.top, first.left);
  if (!link || !box) return;
  const target = linkTargetOf(link);
  const book = welcome?.books.find(({ id }) => id === target?.book);
  const label = target ? `${book ? `${t(book.key)} ` : ''}${target.range}` : link;
  cellPopup.showLink(label, box, () => void followLink(link));
}

async function followLink(link: string): Promise<void> {
  const target = linkTargetOf(link);
  if (!target) {
    open(link, '_blank', 'noopener');
    return;
  }
  const book = welcome?.books.find(({ id }) => id === target.book);
  if (book && book.key !== address.sheet) await openBook(book.key);
  cellPopup.hideLink();
  const row = Number(/\d+/.exec(target.range)?.[0] ?? 1) - 1;
  const hidden = grid.sheets?.tab(target.sheetId)?.hiddenColumns ?? [];
  let left = 0;
  while (hidden.includes(left)) left += 1;
  const rects = [{ top: row, left, bottom: row + 1, right: left + 1 }];
  grid.select(target.sheetId, rects);
  queueSelection(target.sheetId, rects);
}

let isLost = false;
function handleConnectionLost(now: boolean): void {
  if (now) showPageBanner(t('lost'));
  else if (isLost) {
    showPageBanner('');
    showPageToast(t('back'));
  }
  isLost = now;
}

const handle: PageHandle = {
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
