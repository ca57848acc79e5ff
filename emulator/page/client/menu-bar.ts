/** A menu bar, menus and submenus that can be used by mouse, keyboard and screen reader. */
import { element } from './element';

export type MenuItem =
  | { kind: 'item'; label: string; keys?: string; disabled?: boolean; act(): void }
  | { kind: 'separator' }
  | { kind: 'menu'; label: string; items: readonly MenuItem[] };

export type Menu = Extract<MenuItem, { kind: 'menu' }>;

export interface MenuBar {
  /** `menus` is called again whenever a menu is opened, so that its items fit the present state. */
  show(menus: () => readonly Menu[]): void;
}

export function makeMenuBar(bar: HTMLElement, onLeave: () => void): MenuBar {
  let open: { button: HTMLButtonElement; list: HTMLElement } | null = null;

  /** `isLeaving`: the focus goes back to where it was before the menus. */
  function close(isLeaving: boolean): void {
    open?.list.remove();
    open?.button.setAttribute('aria-expanded', 'false');
    open = null;
    if (isLeaving) onLeave();
  }

  function openMenu(button: HTMLButtonElement, menu: Menu, focusFirst: boolean): void {
    close(false);
    const list = menuList(menu.items, () => close(true), {
      left: () => step(button, -1),
      right: () => step(button, 1),
      up: () => {
        close(false);
        button.focus();
      },
    });
    const { left, bottom } = button.getBoundingClientRect();
    document.body.append(list);
    placeOnScreen(list, left, bottom);
    button.setAttribute('aria-expanded', 'true');
    open = { button, list };
    if (focusFirst) focusItem(list, 0);
  }

  const buttons = (): HTMLButtonElement[] => [...bar.querySelectorAll('button')];

  function step(from: HTMLButtonElement, by: number): void {
    const all = buttons();
    const next = all[(all.indexOf(from) + by + all.length) % all.length];
    if (open) next?.click();
    next?.focus();
    if (open) focusItem(open.list, 0);
  }

  document.addEventListener('pointerdown', ({ target }) => {
    if (!open || !(target instanceof Element)) return;
    if (!target.closest('[role=menu]') && !bar.contains(target)) close(false);
  });
  // A click into a dialog's frame is no event of this document, but takes the focus away.
  window.addEventListener('blur', () => close(false));

  return {
    show(menus) {
      close(false);
      bar.replaceChildren(
        ...menus().map((first, index) => {
          const button = element(
            'button',
            {
              type: 'button',
              role: 'menuitem',
              'aria-haspopup': 'menu',
              'aria-expanded': 'false',
              tabindex: index === 0 ? '0' : '-1',
            },
            first.label,
          );
          const openNow = (focus: boolean): void => openMenu(button, menus()[index] ?? first, focus);
          button.onclick = ({ detail }) => {
            if (open?.button === button) close(true);
            else openNow(detail === 0);
          };
          button.onpointerenter = () => {
            if (open && open.button !== button) openNow(false);
          };
          button.onkeydown = (event) => {
            if (event.key === 'ArrowRight') step(button, 1);
            else if (event.key === 'ArrowLeft') step(button, -1);
            else if (event.key === 'ArrowDown') openNow(true);
            else if (event.key === 'Escape') close(true);
            else return;
            event.preventDefault();
          };
          return button;
        }),
      );
    },
  };
}

/** Opens a menu at a point of the window. */
export function openContextMenu(items: readonly MenuItem[], x: number, y: number, onLeave: () => void): void {
  const close = (isLeaving: boolean): void => {
    document.removeEventListener('pointerdown', closeOutside, true);
    list.remove();
    if (isLeaving) onLeave();
  };
  const closeOutside = ({ target }: PointerEvent): void => {
    if (!(target instanceof Element) || !target.closest('[role=menu]')) close(false);
  };
  const doNothing = (): void => undefined;
  const list = menuList(items, () => close(true), {
    left: doNothing,
    right: doNothing,
    up: () => close(true),
  });
  document.body.append(list);
  placeOnScreen(list, x, y);
  document.addEventListener('pointerdown', closeOutside, true);
  focusItem(list, 0);
}

/** What the arrow keys and Escape do at the edges of a menu. */
interface MenuNavigation {
  left(): void;
  right(): void;
  /** Escape: leaves this menu. */
  up(): void;
}

function menuList(items: readonly MenuItem[], onChosen: () => void, navigation: MenuNavigation): HTMLElement {
  const list = element('div', { role: 'menu', class: 'menu' });
  let submenu: HTMLElement | null = null;
  const closeSubmenu = (): void => {
    submenu?.remove();
    submenu = null;
  };

  function openSubmenu(row: HTMLElement, menu: Menu, focus: boolean): void {
    closeSubmenu();
    const back = (): void => {
      closeSubmenu();
      row.focus();
    };
    submenu = menuList(menu.items, onChosen, { left: back, right: navigation.right, up: back });
    const { right, top } = row.getBoundingClientRect();
    list.append(submenu);
    placeOnScreen(submenu, right, top);
    if (focus) focusItem(submenu, 0);
  }

  for (const item of items) {
    if (item.kind === 'separator') {
      list.append(element('div', { role: 'separator' }));
      continue;
    }
    const row = element('div', { role: 'menuitem', tabindex: '-1' }, element('span', {}, item.label));
    list.append(row);
    if (item.kind === 'menu') {
      row.setAttribute('aria-haspopup', 'menu');
      row.append(element('span', { class: 'keys', 'aria-hidden': 'true' }, '▸'));
    } else {
      if (item.keys) row.append(element('span', { class: 'keys' }, item.keys));
      if (item.disabled) row.setAttribute('aria-disabled', 'true');
    }
    const choose = (focus: boolean): void => {
      if (item.kind === 'menu') openSubmenu(row, item, focus);
      else if (!item.disabled) {
        onChosen();
        item.act();
      }
    };
    row.onclick = (event) => {
      event.stopPropagation();
      choose(false);
    };
    row.onpointerenter = () => {
      row.focus();
      if (item.kind === 'menu') openSubmenu(row, item, false);
      else closeSubmenu();
    };
    row.onkeydown = (event) => {
      const rows = itemElements(list);
      const at = rows.indexOf(row);
      if (event.key === 'ArrowDown') focusItem(list, at + 1);
      else if (event.key === 'ArrowUp') focusItem(list, at - 1);
      else if (event.key === 'Home') focusItem(list, 0);
      else if (event.key === 'End') focusItem(list, rows.length - 1);
      else if (event.key === 'Enter' || event.key === ' ') choose(true);
      else if (event.key === 'ArrowRight') item.kind === 'menu' ? choose(true) : navigation.right();
      else if (event.key === 'ArrowLeft') navigation.left();
      else if (event.key === 'Escape') navigation.up();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
  }
  return list;
}

const itemElements = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>(':scope > [role=menuitem]'),
];

function focusItem(list: HTMLElement, at: number): void {
  const rows = itemElements(list);
  rows[(at + rows.length) % rows.length]?.focus();
}

/** At the point or, where it would not fit there, as near as possible. */
function placeOnScreen(list: HTMLElement, x: number, y: number): void {
  const { width, height } = list.getBoundingClientRect();
  list.style.left = `${Math.max(0, Math.min(x, innerWidth - width - 4))}px`;
  list.style.top = `${Math.max(0, Math.min(y, innerHeight - height - 4))}px`;
}
