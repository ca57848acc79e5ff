/** The page: connects its parts to each other and to the server's events. */
import type { MenuNode, ScriptFailure } from '../../apps-script/protocol';
import type { BookKey, PageEvent } from '../protocol';
import { pageUrlOf, readPageAddress } from './address';
import { makeCellLinks } from './cell-links';
import { makeCellPopup } from './cell-popup';
import { makeChangeSender } from './change-sender';
import { connectPage, RequestRefused } from './connection';
import { openContextMenu } from './context-menu';
import { elementById } from './element';
import { exposePage } from './expose-page';
import { openFilterToKeys } from './filter-access';
import { openGrid } from './grid';
import { keepControlsNamed, leaveByFunctionKeys } from './grid-access';
import { linkTargetOf } from './link-target';
import { LoadedSpreadsheets } from './loaded-spreadsheets';
import { MenuBar } from './menu-bar';
import { translatorFor } from './messages';
import type { EndedEvent, WelcomeEvent } from './page-events';
import { PageMenus } from './page-menus';
import { preparePrinting } from './print-view';
import { makeProtectionWarning } from './protection-warning';
import { makeScriptCalls } from './script-calls';
import { scriptMenus } from './script-menu';
import { makeScriptQuestions } from './script-questions';
import { ScriptWindows } from './script-windows';
import { makeSelectionSender } from './selection-sender';
import { setColumnWidths } from './structure-requests';
import { SuiteBar } from './suite-bar';
import { showPageBanner, showPageError, showPageToast } from './toasts';
import './page.css';

const address = readPageAddress();
const t = translatorFor(address.lang);
document.documentElement.lang = address.lang;

let welcome: WelcomeEvent | null = null;
/** Menus by spreadsheet ID. */
const menus = new Map<string, readonly MenuNode[]>();
let isLineCut = false;
/** The place in the link that opened the page. */
let place = linkTargetOf(location.hash);

const bookOf = (id: string | null) => welcome?.books.find((book) => book.id === id);
const bookId = (key: BookKey = address.sheet): string =>
  welcome?.books.find((book) => book.key === key)?.id ?? '';

const calls = makeScriptCalls(t, address.lang);
const selection = makeSelectionSender((sheetId, rects) =>
  connection.ask('select', { book: bookId(), sheetId, rects }),
);
const cellPopup = makeCellPopup();
const cellLinks = makeCellLinks({
  popup: cellPopup,
  grid: () => grid,
  titleOf: (id) => {
    const book = bookOf(id);
    return book ? t(book.key) : '';
  },
  open: async (id) => {
    const book = bookOf(id);
    if (book && book.key !== address.sheet) await openBook(book.key);
  },
  select: (sheetId, rects) => {
    grid.select(sheetId, rects);
    selection.queue(sheetId, rects);
  },
  lookThrough,
  rowLinkLabel: t('openRow'),
  resolve: async (link) => (await connection.follow(link)).location,
});
const changes = makeChangeSender({
  t,
  language: address.lang,
  connection: () => connection,
  grid: () => grid,
  confirmEdit: makeProtectionWarning(t),
});
const grid = openGrid(elementById('grid'), address, {
  edited: (edit) => void changes.edit(edit),
  selected(sheetId, rects) {
    selection.queue(sheetId, rects);
    cellLinks.show(sheetId, rects);
  },
  hovered(sheetId, row, column, box) {
    const note = grid.spreadsheet?.extras(sheetId, row, column)?.note;
    if (note) cellPopup.showNote(note, box);
    else cellPopup.hideNote();
  },
  filtered: changes.filter,
  resized(_, column, width, count) {
    const tab = grid.activeTab;
    if (tab) changes.change(setColumnWidths(tab, column, count, width));
  },
  refused: () => showPageToast(t('notHere')),
});
const connection = connectPage(address, {
  received: handleEvent,
  lost: handleConnectionLost,
  refused: (words) => showPageBanner(words[address.lang]),
});
const spreadsheets = new LoadedSpreadsheets((id) => connection.sheet(id));
const questions = makeScriptQuestions(t, () => connection);
const windows = new ScriptWindows({
  t,
  run: async (book, functionName, args) => {
    await flushPerson();
    return calls.run((call) => connection.run({ book, call, functionName, args }));
  },
  focusEditor: () => grid.focus(),
});
const suiteBar = new SuiteBar({
  t,
  address: () => address,
  openBook: (key) => void openBook(key),
});
const menuBar = new MenuBar(elementById('menu-bar'), () => grid.focus());
const pageMenus = new PageMenus(t, {
  tab: () => grid.activeTab,
  selection: () => grid.selection,
  change: changes.change,
  undo: () => grid.undo(),
  redo: () => grid.redo(),
  clear: () => grid.clearSelectedValues(),
  openFilter: (column) => grid.openFilter(column),
  filterView: () => grid.spreadsheet?.viewOf(grid.activeTab?.id ?? -1) ?? null,
  lookThrough: (tab, viewId) => void lookThrough(tab.id, viewId),
  downloadCsv() {
    const title = grid.activeTab?.title ?? '';
    location.assign(`/local/sheets/${encodeURIComponent(bookId())}/${encodeURIComponent(title)}.csv`);
  },
  print: () => window.print(),
});
preparePrinting(elementById('print'), () => {
  const { spreadsheet, activeTab: tab } = grid;
  return spreadsheet && tab ? { spreadsheet, tab, picture: grid.chartPicture } : null;
});

elementById('menu-bar').setAttribute('aria-label', t('menuBar'));
keepControlsNamed(elementById('grid'), t);
openFilterToKeys(() => {
  grid.closeFilter();
  grid.focus();
});
leaveByFunctionKeys(
  { element: elementById('menu-bar'), focus: () => focusWithin('#menu-bar [role=menuitem]') },
  () => [
    { element: elementById('grid'), focus: () => grid.focus() },
    ...(elementById('sidebar').hidden
      ? []
      : [
          {
            element: elementById('sidebar'),
            focus: () => focusWithin('#sidebar > div:not([hidden]) iframe'),
          },
        ]),
  ],
);
elementById('grid').addEventListener('contextmenu', (event) => {
  event.preventDefault();
  if (!address.phone) openContextMenu(pageMenus.context(), event.clientX, event.clientY, () => grid.focus());
});
showPageBanner(t('loading'));
exposePage(grid);

async function lookThrough(sheetId: number, viewId: number | null): Promise<void> {
  const book = bookId();
  try {
    const view =
      viewId === null ? null : { viewId, ...(await connection.lookThrough({ book, sheetId, viewId })) };
    // Sheet IDs may repeat across spreadsheets, and another spreadsheet may be shown by now.
    if (book !== bookId()) return;
    grid.lookThrough(sheetId, view);
    grid.focus();
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    showPageToast(error.words[address.lang]);
  }
}

function focusWithin(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function handleEvent(event: PageEvent): void {
  switch (event.kind) {
    case 'welcome':
      handleWelcome(event);
      return;
    case 'sheet':
      spreadsheets.apply(event.update, grid.spreadsheet, grid.applyUpdate);
      return;
    case 'menus':
      menus.set(event.book, event.menus);
      showMenus();
      return;
    case 'question':
      questions.open(event);
      return;
    case 'questionOver':
      questions.withdraw(event.id);
      return;
    case 'toast':
      showPageToast(event.message, event.title, event.seconds);
      return;
    case 'show':
      if (!address.phone) windows.show(event.book, event.dialog, bookId());
      return;
    case 'selected':
      if (event.book === bookId()) grid.select(event.sheetId, event.rects);
      return;
    case 'ended':
      handleExecutionEnded(event);
      return;
    case 'clock':
      suiteBar.showClock(event.clock);
      return;
    default:
      event satisfies never;
  }
}

function handleWelcome(next: WelcomeEvent): void {
  const isAgain = welcome !== null;
  // Questions of a server that was restarted are lost. Script windows run in the page and keep their texts.
  if (welcome !== null && next.opening !== welcome.opening) questions.withdrawAll();
  calls.welcome(next.opening);
  welcome = next;
  menus.clear();
  for (const [book, nodes] of Object.entries(next.menus)) menus.set(book, nodes);
  suiteBar.show(next);
  spreadsheets.clear();
  void openBook(address.sheet).then(async () => {
    // Repeated for a known window, too: the server may have been restarted and may know the window already.
    if (isAgain) selection.queue(grid.activeTab?.id ?? 0, grid.selection);
    await showPlace();
  });
}

/** Only once, since the page's address still names the place. */
async function showPlace(): Promise<void> {
  const target = place;
  place = null;
  if (target) await cellLinks.follow(target);
}

async function openBook(key: BookKey): Promise<void> {
  address.sheet = key;
  history.replaceState(null, '', pageUrlOf(address));
  const id = bookId(key);
  suiteBar.showBook(key);
  cellPopup.hideLink();
  if (!spreadsheets.get(id)) await loadBook(id);
  const spreadsheet = spreadsheets.get(id);
  if (!spreadsheet || id !== bookId()) return;
  grid.show(spreadsheet);
  elementById('document').textContent = spreadsheet.title;
  document.title = `${spreadsheet.title} – ${welcome?.person.name ?? ''}`;
  windows.showSidebar(id);
  showMenus();
  showPageBanner('');
  await grid.rendered;
  document.body.dataset.ready = id;
}

async function loadBook(id: string): Promise<void> {
  try {
    await spreadsheets.load(id);
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    // The connection is lost; once it is back, everything is loaded again.
    showPageBanner(t('lost'));
  }
}

function showMenus(): void {
  menuBar.show(() => {
    if (address.phone) return [];
    const chosen = (captions: readonly string[]): void => void runMenuItem(captions);
    return [...pageMenus.menus(), ...scriptMenus(menus.get(bookId()) ?? [], chosen)];
  });
}

/** Called before the script runs, so that it sees everything that the person has done. */
async function flushPerson(): Promise<void> {
  await Promise.all([selection.flush(), changes.flush()]);
}

async function runMenuItem(captions: readonly string[]): Promise<void> {
  await flushPerson();
  const running = showPageToast(t('scriptRuns'), '', -1);
  try {
    await calls.run((call) => connection.choose({ book: bookId(), call, captions }));
  } catch (error) {
    const { name, message, stack } = error as ScriptFailure;
    showPageError(t, t('inScript'), { message: `${name}: ${message}`, stack });
  } finally {
    running.close();
  }
}

function handleExecutionEnded(ended: EndedEvent): void {
  const { functionName, error } = ended;
  if (calls.settle(ended) || !error) return;
  // Google writes a trigger's failure only into the project's log; here the person is the developer and sees it.
  const { name, message, stack } = error;
  showPageError(t, `${t('inScript')} (${functionName})`, { message: `${name}: ${message}`, stack });
}

function handleConnectionLost(isLost: boolean): void {
  if (isLost) showPageBanner(t('lost'));
  else if (isLineCut) {
    showPageBanner('');
    showPageToast(t('back'));
  }
  isLineCut = isLost;
}
