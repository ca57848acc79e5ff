/** The page's own menus: what Google's menus offer for rows, columns, order and filters. */
import type { Rect } from '../../workbook/a1';
import type { UpdateRequest } from '../../workbook/model';
import type { TabView } from '../protocol';
import type { Menu, MenuItem } from './menu-bar';
import type { MessageKey, Translate } from './messages';
import * as structure from './structure-requests';

export interface PageMenuActions {
  tab(): TabView | null;
  selection(): readonly Rect[];
  change(requests: readonly UpdateRequest[]): void;
  undo(): void;
  redo(): void;
  clear(): void;
  openFilter(column: number): void;
  downloadCsv(): void;
}

type MakeRequests = (tab: TabView, rects: readonly Rect[], first: Rect) => readonly UpdateRequest[];

export function makePageMenus(
  t: Translate,
  acts: PageMenuActions,
): { menus(): Menu[]; context(): MenuItem[] } {
  const now = (act: (tab: TabView, rects: readonly Rect[], first: Rect) => void) => () => {
    const tab = acts.tab();
    const rects = acts.selection();
    const [first] = rects;
    if (tab && first) act(tab, rects, first);
  };
  const item = (
    word: MessageKey,
    act: () => void,
    more: { keys?: string; disabled?: boolean } = {},
  ): MenuItem => ({
    kind: 'item',
    label: t(word),
    act,
    ...more,
  });
  const change = (word: MessageKey, make: MakeRequests, disabled = false): MenuItem =>
    item(
      word,
      now((tab, rects, first) => {
        const requests = make(tab, rects, first);
        if (requests.length > 0) acts.change(requests);
      }),
      { disabled },
    );
  const line: MenuItem = { kind: 'separator' };

  const rowItems = (): MenuItem[] => [
    change('rowsAbove', (tab, _, rect) => structure.insertDimensions(tab, rect, 'ROWS', false)),
    change('rowsBelow', (tab, _, rect) => structure.insertDimensions(tab, rect, 'ROWS', true)),
  ];
  const removal = (): MenuItem[] => [
    item('clearCells', acts.clear, { keys: 'Delete' }),
    change('deleteRows', (tab, rects) => structure.deleteDimensions(tab, rects, 'ROWS')),
    change('deleteColumns', (tab, rects) => structure.deleteDimensions(tab, rects, 'COLUMNS')),
  ];
  const hiding = (): MenuItem[] => [
    change('hideRows', (tab, rects) => structure.setHidden(tab, rects, 'ROWS', true)),
    change('showRows', (tab, rects) => structure.setHidden(tab, rects, 'ROWS', false)),
    change('hideColumns', (tab, rects) => structure.setHidden(tab, rects, 'COLUMNS', true)),
    change('showColumns', (tab, rects) => structure.setHidden(tab, rects, 'COLUMNS', false)),
  ];
  const filtering = (): MenuItem[] => {
    const filter = acts.tab()?.filter ?? null;
    const isFiltered = filter !== null && Object.keys(filter.hiddenValues).length > 0;
    return [
      filter ? change('removeFilter', structure.removeFilter) : change('makeFilter', structure.makeFilter),
      item(
        'filterColumn',
        now((_, __, { left }) => acts.openFilter(left)),
        { disabled: filter === null },
      ),
      change(
        'showAll',
        (tab) => (tab.filter ? structure.clearFilterCriteria(tab, tab.filter) : []),
        !isFiltered,
      ),
    ];
  };

  return {
    menus: () => [
      {
        kind: 'menu',
        label: t('file'),
        items: [item('downloadCsv', acts.downloadCsv), item('reload', () => location.reload())],
      },
      {
        kind: 'menu',
        label: t('edit'),
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
      { kind: 'menu', label: t('view'), items: hiding() },
      {
        kind: 'menu',
        label: t('insert'),
        items: [
          ...rowItems(),
          line,
          change('columnsLeft', (tab, _, rect) => structure.insertDimensions(tab, rect, 'COLUMNS', false)),
          change('columnsRight', (tab, _, rect) => structure.insertDimensions(tab, rect, 'COLUMNS', true)),
        ],
      },
      {
        kind: 'menu',
        label: t('data'),
        items: [
          change('sortSheetUp', (tab, _, { left }) => structure.sortSheet(tab, left, false)),
          change('sortSheetDown', (tab, _, { left }) => structure.sortSheet(tab, left, true)),
          line,
          change('sortRangeUp', (tab, _, rect) => structure.sortSelection(tab, rect, false)),
          change('sortRangeDown', (tab, _, rect) => structure.sortSelection(tab, rect, true)),
          line,
          ...filtering(),
        ],
      },
    ],
    context: () => [...rowItems(), line, ...removal(), line, ...hiding(), line, ...filtering().slice(1)],
  };
}
