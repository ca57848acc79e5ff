/** The page's own menus, with what Google's menus offer for rows, columns, sorting and filters. */
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
  actions: PageMenuActions,
): { menus(): Menu[]; context(): MenuItem[] } {
  /** The action with the tab and the selection at the time of the click. */
  const onSelection = (act: (tab: TabView, rects: readonly Rect[], first: Rect) => void) => () => {
    const tab = actions.tab();
    const rects = actions.selection();
    const [first] = rects;
    if (tab && first) act(tab, rects, first);
  };
  const item = (
    key: MessageKey,
    act: () => void,
    more: { keys?: string; disabled?: boolean } = {},
  ): MenuItem => ({
    kind: 'item',
    label: t(key),
    act,
    ...more,
  });
  const change = (key: MessageKey, make: MakeRequests, disabled = false): MenuItem =>
    item(
      key,
      onSelection((tab, rects, first) => {
        const requests = make(tab, rects, first);
        if (requests.length > 0) actions.change(requests);
      }),
      { disabled },
    );
  const separator: MenuItem = { kind: 'separator' };

  const rowItems = (): MenuItem[] => [
    change('rowsAbove', (tab, _, rect) => structure.insertDimensions(tab, rect, 'ROWS', false)),
    change('rowsBelow', (tab, _, rect) => structure.insertDimensions(tab, rect, 'ROWS', true)),
  ];
  const removalItems = (): MenuItem[] => [
    item('clearCells', actions.clear, { keys: 'Delete' }),
    change('deleteRows', (tab, rects) => structure.deleteDimensions(tab, rects, 'ROWS')),
    change('deleteColumns', (tab, rects) => structure.deleteDimensions(tab, rects, 'COLUMNS')),
  ];
  const hidingItems = (): MenuItem[] => [
    change('hideRows', (tab, rects) => structure.setHidden(tab, rects, 'ROWS', true)),
    change('showRows', (tab, rects) => structure.setHidden(tab, rects, 'ROWS', false)),
    change('hideColumns', (tab, rects) => structure.setHidden(tab, rects, 'COLUMNS', true)),
    change('showColumns', (tab, rects) => structure.setHidden(tab, rects, 'COLUMNS', false)),
  ];
  const filterItems = (): MenuItem[] => {
    const filter = actions.tab()?.filter ?? null;
    const isFiltered = filter !== null && Object.keys(filter.hiddenValues).length > 0;
    return [
      filter ? change('removeFilter', structure.removeFilter) : change('makeFilter', structure.makeFilter),
      item(
        'filterColumn',
        onSelection((_, __, { left }) => actions.openFilter(left)),
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
        items: [item('downloadCsv', actions.downloadCsv), item('reload', () => location.reload())],
      },
      {
        kind: 'menu',
        label: t('edit'),
        items: [
          item('undo', actions.undo, { keys: 'Ctrl+Z' }),
          item('redo', actions.redo, { keys: 'Ctrl+Y' }),
          separator,
          ...removalItems(),
          separator,
          change('columnLeft', (tab, _, rect) => structure.moveColumns(tab, rect, -1)),
          change('columnRight', (tab, _, rect) => structure.moveColumns(tab, rect, 1)),
        ],
      },
      { kind: 'menu', label: t('view'), items: hidingItems() },
      {
        kind: 'menu',
        label: t('insert'),
        items: [
          ...rowItems(),
          separator,
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
          separator,
          change('sortRangeUp', (tab, _, rect) => structure.sortSelection(tab, rect, false)),
          change('sortRangeDown', (tab, _, rect) => structure.sortSelection(tab, rect, true)),
          separator,
          ...filterItems(),
        ],
      },
    ],
    context: () => [
      ...rowItems(),
      separator,
      ...removalItems(),
      separator,
      ...hidingItems(),
      separator,
      ...filterItems().slice(1),
    ],
  };
}
