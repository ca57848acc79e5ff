/** The page's own menus: what Google's menus offer for rows, columns, order and filters. */
import type { Rect } from '../../workbook/a1';
import type { Request } from '../../workbook/model';
import type { TabView } from '../protocol';
import type { Item, Menu } from './menu-bar';
import * as structure from './structure';
import type { Say, Word } from './words';

export interface OwnActs {
  tab(): TabView | null;
  selection(): readonly Rect[];
  change(requests: readonly Request[]): void;
  undo(): void;
  redo(): void;
  clear(): void;
  openFilter(column: number): void;
  downloadCsv(): void;
}

type Make = (tab: TabView, rects: readonly Rect[], first: Rect) => readonly Request[];

export function makeOwnMenus(say: Say, acts: OwnActs): { menus(): Menu[]; context(): Item[] } {
  const now = (act: (tab: TabView, rects: readonly Rect[], first: Rect) => void) => () => {
    const tab = acts.tab();
    const rects = acts.selection();
    const [first] = rects;
    if (tab && first) act(tab, rects, first);
  };
  const item = (word: Word, act: () => void, more: { keys?: string; disabled?: boolean } = {}): Item => ({
    kind: 'item',
    label: say(word),
    act,
    ...more,
  });
  const change = (word: Word, make: Make, disabled = false): Item =>
    item(
      word,
      now((tab, rects, first) => {
        const requests = make(tab, rects, first);
        if (requests.length > 0) acts.change(requests);
      }),
      { disabled },
    );
  const line: Item = { kind: 'separator' };

  const rowItems = (): Item[] => [
    change('rowsAbove', (tab, _, rect) => structure.insert(tab, rect, 'ROWS', false)),
    change('rowsBelow', (tab, _, rect) => structure.insert(tab, rect, 'ROWS', true)),
  ];
  const removal = (): Item[] => [
    item('clearCells', acts.clear, { keys: 'Delete' }),
    change('deleteRows', (tab, rects) => structure.remove(tab, rects, 'ROWS')),
    change('deleteColumns', (tab, rects) => structure.remove(tab, rects, 'COLUMNS')),
  ];
  const hiding = (): Item[] => [
    change('hideRows', (tab, rects) => structure.hide(tab, rects, 'ROWS', true)),
    change('showRows', (tab, rects) => structure.hide(tab, rects, 'ROWS', false)),
    change('hideColumns', (tab, rects) => structure.hide(tab, rects, 'COLUMNS', true)),
    change('showColumns', (tab, rects) => structure.hide(tab, rects, 'COLUMNS', false)),
  ];
  const filtering = (): Item[] => {
    const filter = acts.tab()?.filter ?? null;
    const isFiltered = filter !== null && Object.keys(filter.hiddenValues).length > 0;
    return [
      filter ? change('removeFilter', structure.removeFilter) : change('makeFilter', structure.makeFilter),
      item(
        'filterColumn',
        now((_, __, { left }) => acts.openFilter(left)),
        { disabled: filter === null },
      ),
      change('showAll', (tab) => (tab.filter ? structure.showAll(tab, tab.filter) : []), !isFiltered),
    ];
  };

  return {
    menus: () => [
      {
        kind: 'menu',
        label: say('file'),
        items: [item('downloadCsv', acts.downloadCsv), item('reload', () => location.reload())],
      },
      {
        kind: 'menu',
        label: say('edit'),
        items: [
          item('undo', acts.undo, { keys: 'Ctrl+Z' }),
          item('redo', acts.redo, { keys: 'Ctrl+Y' }),
          line,
          ...removal(),
          line,
          change('columnLeft', (tab, _, rect) => structure.moveColumns(tab, rect, -1)),
          change('columnRight', (tab, _, rect) => structure.moveColumns(tab, rect, 1)),
        ],
      },
      { kind: 'menu', label: say('view'), items: hiding() },
      {
        kind: 'menu',
        label: say('insert'),
        items: [
          ...rowItems(),
          line,
          change('columnsLeft', (tab, _, rect) => structure.insert(tab, rect, 'COLUMNS', false)),
          change('columnsRight', (tab, _, rect) => structure.insert(tab, rect, 'COLUMNS', true)),
        ],
      },
      {
        kind: 'menu',
        label: say('data'),
        items: [
          change('sortSheetUp', (tab, _, { left }) => structure.sortSheet(tab, left, false)),
          change('sortSheetDown', (tab, _, { left }) => structure.sortSheet(tab, left, true)),
          line,
          change('sortRangeUp', (tab, _, rect) => structure.sortSelected(tab, rect, false)),
          change('sortRangeDown', (tab, _, rect) => structure.sortSelected(tab, rect, true)),
          line,
          ...filtering(),
        ],
      },
    ],
    context: () => [...rowItems(), line, ...removal(), line, ...hiding(), line, ...filtering().slice(1)],
  };
}
