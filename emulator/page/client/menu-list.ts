/** One opened menu: a list that can be used by mouse, keyboard and screen reader, with its submenus. */
import { element } from './element';
import type { Menu, MenuItem } from './menu-items';

/** What the arrow keys and Escape do at the edges of a menu. */
export interface MenuNavigation {
  left(): void;
  right(): void;
  /** Escape: leaves this menu. */
  up(): void;
}

type Entry = Exclude<MenuItem, { kind: 'separator' }>;

export class MenuList {
  readonly box = element('div', { role: 'menu', class: 'menu' });
  private submenu: MenuList | null = null;

  /** `onChosen` is called before the chosen item acts, also in a submenu. */
  constructor(
    items: readonly MenuItem[],
    private readonly onChosen: () => void,
    private readonly navigation: MenuNavigation,
  ) {
    this.box.append(
      ...items.map((item) =>
        item.kind === 'separator' ? element('div', { role: 'separator' }) : this.row(item),
      ),
    );
  }

  /** Shows the menu with its corner at the point or, where it would not fit there, as near as possible. */
  openAt(parent: HTMLElement, x: number, y: number): void {
    parent.append(this.box);
    const { width, height } = this.box.getBoundingClientRect();
    this.box.style.left = `${Math.max(0, Math.min(x, innerWidth - width - 4))}px`;
    this.box.style.top = `${Math.max(0, Math.min(y, innerHeight - height - 4))}px`;
  }

  /** Counts from the first item, or with a negative number from the last. */
  focus(at: number): void {
    const rows = this.rows();
    rows[(at + rows.length) % rows.length]?.focus();
  }

  remove(): void {
    this.box.remove();
  }

  private rows(): HTMLElement[] {
    return [...this.box.querySelectorAll<HTMLElement>(':scope > [role=menuitem]')];
  }

  private row(item: Entry): HTMLElement {
    const row = rowElement(item);
    row.onclick = (event) => {
      event.stopPropagation();
      this.choose(row, item, false);
    };
    row.onpointerenter = () => {
      row.focus();
      if (item.kind === 'menu') this.openSubmenu(row, item, false);
      else this.closeSubmenu();
    };
    row.onkeydown = (event) => {
      if (!this.pressKey(row, item, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    return row;
  }

  /** False for a key that the menu does not handle. */
  private pressKey(row: HTMLElement, item: Entry, key: string): boolean {
    const at = this.rows().indexOf(row);
    if (key === 'ArrowDown') this.focus(at + 1);
    else if (key === 'ArrowUp') this.focus(at - 1);
    else if (key === 'Home') this.focus(0);
    else if (key === 'End') this.focus(-1);
    else if (key === 'Enter' || key === ' ') this.choose(row, item, true);
    else if (key === 'ArrowRight' && item.kind === 'menu') this.choose(row, item, true);
    else if (key === 'ArrowRight') this.navigation.right();
    else if (key === 'ArrowLeft') this.navigation.left();
    else if (key === 'Escape') this.navigation.up();
    else return false;
    return true;
  }

  private choose(row: HTMLElement, item: Entry, focusFirst: boolean): void {
    if (item.kind === 'menu') {
      this.openSubmenu(row, item, focusFirst);
      return;
    }
    if (item.disabled) return;
    this.onChosen();
    item.act();
  }

  private openSubmenu(row: HTMLElement, menu: Menu, focusFirst: boolean): void {
    this.closeSubmenu();
    const back = (): void => {
      this.closeSubmenu();
      row.focus();
    };
    const { right } = this.navigation;
    this.submenu = new MenuList(menu.items, this.onChosen, { left: back, right, up: back });
    const { right: x, top: y } = row.getBoundingClientRect();
    this.submenu.openAt(this.box, x, y);
    if (focusFirst) this.submenu.focus(0);
  }

  private closeSubmenu(): void {
    this.submenu?.remove();
    this.submenu = null;
  }
}

function rowElement(item: Entry): HTMLElement {
  const row = element('div', { role: 'menuitem', tabindex: '-1' }, element('span', {}, item.label));
  if (item.kind === 'menu') {
    row.setAttribute('aria-haspopup', 'menu');
    row.append(element('span', { class: 'keys', 'aria-hidden': 'true' }, '▸'));
    return row;
  }
  if (item.keys) row.append(element('span', { class: 'keys' }, item.keys));
  if (item.disabled) row.setAttribute('aria-disabled', 'true');
  return row;
}
