/** Menus as people with a keyboard or a screen reader know them: a bar, menus, submenus, separators. */
import { element } from './element';

export type MenuItem =
  | { kind: 'item'; label: string; keys?: string; disabled?: boolean; act(): void }
  | { kind: 'separator' }
  | { kind: 'menu'; label: string; items: readonly MenuItem[] };

export type Menu = Extract<MenuItem, { kind: 'menu' }>;

export interface MenuBar {
  /** Asked again whenever a menu is opened, so that it may look at how things stand. */
  show(menus: () => readonly Menu[]): void;
}

export function makeMenuBar(bar: HTMLElement, leave: () => void): MenuBar {
  let open: { button: HTMLButtonElement; list: HTMLElement } | null = null;

  function close(back: boolean): void {
    const was = open;
    open = null;
    was?.list.remove();
    was?.button.setAttribute('aria-expanded', 'false');
    if (back) leave();
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
  // A click into a dialog's frame is no event here, but takes the focus away.
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

/** Menu at a point, as the right button opens it. */
export function openContextMenu(items: readonly MenuItem[], x: number, y: number, leave: () => void): void {
  const close = (back: boolean): void => {
    document.removeEventListener('pointerdown', outside, true);
    list.remove();
    if (back) leave();
  };
  const outside = ({ target }: PointerEvent): void => {
    if (!(target instanceof Element) || !target.closest('[role=menu]')) close(false);
  };
  const none = (): void => undefined;
  const list = menuList(items, () => close(true), { left: none, right: none, up: () => close(true) });
  document.body.append(list);
  placeOnScreen(list, x, y);
  document.addEventListener('pointerdown', outside, true);
  focusItem(list, 0);
}

interface MenuNavigation {
  left(): void;
  right(): void;
  /** Out of this menu. */
  up(): void;
}

function menuList(items: readonly MenuItem[], done: () => void, ways: MenuNavigation): HTMLElement {
  const list = element('div', { role: 'menu', class: 'menu' });
  let below: HTMLElement | null = null;
  const closeBelow = (): void => {
    below?.remove();
    below = null;
  };

  function openBelow(row: HTMLElement, menu: Menu, focus: boolean): void {
    closeBelow();
    const back = (): void => {
      closeBelow();
      row.focus();
    };
    below = menuList(menu.items, done, { left: back, right: ways.right, up: back });
    const { right, top } = row.getBoundingClientRect();
    list.append(below);
    placeOnScreen(below, right, top);
    if (focus) focusItem(below, 0);
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
      if (item.kind === 'menu') openBelow(row, item, focus);
      else if (!item.disabled) {
        done();
        item.act();
      }
    };
    row.onclick = (event) => {
      event.stopPropagation();
      choose(false);
    };
    row.onpointerenter = () => {
      row.focus();
      if (item.kind === 'menu') openBelow(row, item, false);
      else closeBelow();
    };
    row.onkeydown = (event) => {
      const rows = itemElements(list);
      const at = rows.indexOf(row);
      if (event.key === 'ArrowDown') focusItem(list, at + 1);
      else if (event.key === 'ArrowUp') focusItem(list, at - 1);
      else if (event.key === 'Home') focusItem(list, 0);
      else if (event.key === 'End') focusItem(list, rows.length - 1);
      else if (event.key === 'Enter' || event.key === ' ') choose(true);
      else if (event.key === 'ArrowRight') item.kind === 'menu' ? choose(true) : ways.right();
      else if (event.key === 'ArrowLeft') ways.left();
      else if (event.key === 'Escape') ways.up();
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

/** Wholly on the screen. */
function placeOnScreen(list: HTMLElement, x: number, y: number): void {
  const { width, height } = list.getBoundingClientRect();
  list.style.left = `${Math.max(0, Math.min(x, innerWidth - width - 4))}px`;
  list.style.top = `${Math.max(0, Math.min(y, innerHeight - height - 4))}px`;
}
