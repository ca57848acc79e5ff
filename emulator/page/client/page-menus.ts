/** The page's own menus, with what Google's menus offer for rows, columns, sorting and filters. */
import type { Rect } from '../../workbook/a1';
import type { UpdateRequest } from '../../workbook/model';
import type { TabView } from '../protocol';
import type { Menu, MenuItem } from './menu-items';
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
  /** The filter view that is used on the tab; null for none. */
  filterView(): number | null;
  lookThrough(tab: TabView, viewId: number | null): void;
  downloadCsv(): void;
  print(): void;
}

/** For the selected ranges of a tab, of which there is at least one; `first` is the first of them. */
type SelectionAction<T> = (tab: TabView, rects: readonly Rect[], first: Rect) => T;

const SEPARATOR: MenuItem = { kind: 'separator' };

export class PageMenus {
  constructor(
    private readonly t: Translate,
    private readonly actions: PageMenuActions,
  ) {}

  /** The menus of the menu bar. */
  menus(): Menu[] {
    return [
      this.menu('file', this.fileItems()),
      this.menu('edit', this.editItems()),
      this.menu('view', this.hidingItems()),
      this.menu('insert', [...this.rowItems(), SEPARATOR, ...this.columnItems()]),
      this.menu('data', [
        ...this.sortItems(),
        SEPARATOR,
        ...this.filterItems(),
        SEPARATOR,
        this.menu('filterViews', this.filterViewItems()),
      ]),
    ];
  }

  /** The items of the context menu. */
  context(): MenuItem[] {
    return [
      ...[...this.rowItems(), SEPARATOR],
      ...[...this.removalItems(), SEPARATOR],
      ...[...this.hidingItems(), SEPARATOR],
      ...this.filterItems().slice(1),
    ];
  }

  private fileItems(): MenuItem[] {
    return [
      this.item('downloadCsv', this.actions.downloadCsv),
      this.item('print', this.actions.print, { keys: 'Ctrl+P' }),
      this.item('reload', () => location.reload()),
    ];
  }

  private editItems(): MenuItem[] {
    return [
      this.item('undo', this.actions.undo, { keys: 'Ctrl+Z' }),
      this.item('redo', this.actions.redo, { keys: 'Ctrl+Y' }),
      SEPARATOR,
      ...this.removalItems(),
      SEPARATOR,
      this.change('columnLeft', (tab, _, rect) => structure.moveColumns(tab, rect, -1)),
      this.change('columnRight', (tab, _, rect) => structure.moveColumns(tab, rect, 1)),
    ];
  }

  private removalItems(): MenuItem[] {
    return [
      this.item('clearCells', this.actions.clear, { keys: 'Delete' }),
      this.change('deleteRows', (tab, rects) => structure.deleteDimensions(tab, rects, 'ROWS')),
      this.change('deleteColumns', (tab, rects) => structure.deleteDimensions(tab, rects, 'COLUMNS')),
    ];
  }

  private rowItems(): MenuItem[] {
    return [
      this.change('rowsAbove', (tab, _, rect) => structure.insertDimensions(tab, rect, 'ROWS', false)),
      this.change('rowsBelow', (tab, _, rect) => structure.insertDimensions(tab, rect, 'ROWS', true)),
    ];
  }

  private columnItems(): MenuItem[] {
    return [
      this.change('columnsLeft', (tab, _, rect) => structure.insertDimensions(tab, rect, 'COLUMNS', false)),
      this.change('columnsRight', (tab, _, rect) => structure.insertDimensions(tab, rect, 'COLUMNS', true)),
    ];
  }

  private hidingItems(): MenuItem[] {
    return [
      this.change('hideRows', (tab, rects) => structure.setHidden(tab, rects, 'ROWS', true)),
      this.change('showRows', (tab, rects) => structure.setHidden(tab, rects, 'ROWS', false)),
      this.change('hideColumns', (tab, rects) => structure.setHidden(tab, rects, 'COLUMNS', true)),
      this.change('showColumns', (tab, rects) => structure.setHidden(tab, rects, 'COLUMNS', false)),
    ];
  }

  private sortItems(): MenuItem[] {
    return [
      this.change('sortSheetUp', (tab, _, { left }) => structure.sortSheet(tab, left, false)),
      this.change('sortSheetDown', (tab, _, { left }) => structure.sortSheet(tab, left, true)),
      SEPARATOR,
      this.change('sortRangeUp', (tab, _, rect) => structure.sortSelection(tab, rect, false)),
      this.change('sortRangeDown', (tab, _, rect) => structure.sortSelection(tab, rect, true)),
    ];
  }

  private filterItems(): MenuItem[] {
    const filter = this.actions.tab()?.filter ?? null;
    const isFiltered = filter !== null && Object.keys(filter.hiddenValues).length > 0;
    return [
      filter
        ? this.change('removeFilter', structure.removeFilter)
        : this.change('makeFilter', structure.makeFilter),
      this.item(
        'filterColumn',
        this.onSelection((_, __, { left }) => this.actions.openFilter(left)),
        { disabled: filter === null },
      ),
      this.change(
        'showAll',
        (tab) => (tab.filter ? structure.clearFilterCriteria(tab, tab.filter) : []),
        !isFiltered,
      ),
    ];
  }

  /** As in Google, a filter view affects only the person who uses it. */
  private filterViewItems(): MenuItem[] {
    const tab = this.actions.tab();
    const inUse = this.actions.filterView();
    const look = (viewId: number | null): void => {
      if (tab) this.actions.lookThrough(tab, viewId);
    };
    return [
      this.item('noFilterView', () => look(null), { disabled: inUse === null }),
      ...(tab?.filterViews ?? []).map(
        ({ id, title }): MenuItem => ({
          kind: 'item',
          label: id === inUse ? `✓ ${title}` : title,
          act: () => look(id),
        }),
      ),
    ];
  }

  private menu(key: MessageKey, items: readonly MenuItem[]): Menu {
    return { kind: 'menu', label: this.t(key), items };
  }

  private item(key: MessageKey, act: () => void, more: { keys?: string; disabled?: boolean } = {}): MenuItem {
    return { kind: 'item', label: this.t(key), act, ...more };
  }

  /** An item that changes rows or columns, where there is anything to change. */
  private change(
    key: MessageKey,
    makeRequests: SelectionAction<readonly UpdateRequest[]>,
    disabled = false,
  ): MenuItem {
    const act = this.onSelection((tab, rects, first) => {
      const requests = makeRequests(tab, rects, first);
      if (requests.length > 0) this.actions.change(requests);
    });
    return this.item(key, act, { disabled });
  }

  /** The action with the tab and the selection at the time of the click. */
  private onSelection(act: SelectionAction<void>): () => void {
    return () => {
      const tab = this.actions.tab();
      const rects = this.actions.selection();
      const [first] = rects;
      if (tab && first) act(tab, rects, first);
    };
  }
}
