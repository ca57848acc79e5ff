/** The menu bar, which can be used by mouse, keyboard and screen reader. */
import { element } from './element';
import type { Menu } from './menu-items';
import { MenuList } from './menu-list';

export class MenuBar {
  private open: { button: HTMLButtonElement; list: MenuList } | null = null;

  /** `onLeave` is called when the menus are left, to return the focus. */
  constructor(
    private readonly bar: HTMLElement,
    private readonly onLeave: () => void,
  ) {
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.open || !(target instanceof Element)) return;
      if (!target.closest('[role=menu]') && !bar.contains(target)) this.close(false);
    });
    // A click into a dialog's frame is no event of this document, but takes the focus away.
    window.addEventListener('blur', () => this.close(false));
  }

  /** `menus` is called again whenever a menu is opened, so that its items fit the present state. */
  show(menus: () => readonly Menu[]): void {
    this.close(false);
    this.bar.replaceChildren(
      ...menus().map((first, index) =>
        this.button(first.label, index === 0, (button, focusFirst) =>
          this.openMenu(button, menus()[index] ?? first, focusFirst),
        ),
      ),
    );
  }

  private button(
    label: string,
    isFirst: boolean,
    openMenu: (button: HTMLButtonElement, focusFirst: boolean) => void,
  ): HTMLButtonElement {
    const button = element(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        tabindex: isFirst ? '0' : '-1',
      },
      label,
    );
    button.onclick = ({ detail }) => {
      if (this.open?.button === button) this.close(true);
      // `detail` is 0 for a click without a pointer, as by Enter.
      else openMenu(button, detail === 0);
    };
    button.onpointerenter = () => {
      if (this.open && this.open.button !== button) openMenu(button, false);
    };
    button.onkeydown = (event) => {
      if (event.key === 'ArrowRight') this.step(button, 1);
      else if (event.key === 'ArrowLeft') this.step(button, -1);
      else if (event.key === 'ArrowDown') openMenu(button, true);
      else if (event.key === 'Escape') this.close(true);
      else return;
      event.preventDefault();
    };
    return button;
  }

  private openMenu(button: HTMLButtonElement, menu: Menu, focusFirst: boolean): void {
    this.close(false);
    const list = new MenuList(menu.items, () => this.close(true), {
      left: () => this.step(button, -1),
      right: () => this.step(button, 1),
      up: () => {
        this.close(false);
        button.focus();
      },
    });
    const { left, bottom } = button.getBoundingClientRect();
    list.openAt(document.body, left, bottom);
    button.setAttribute('aria-expanded', 'true');
    this.open = { button, list };
    if (focusFirst) list.focus(0);
  }

  /** Moves to the next menu or, with -1, to the previous one; an open menu is closed and that one opened. */
  private step(from: HTMLButtonElement, by: 1 | -1): void {
    const all = [...this.bar.querySelectorAll('button')];
    const next = all[(all.indexOf(from) + by + all.length) % all.length];
    if (this.open) next?.click();
    next?.focus();
    this.open?.list.focus(0);
  }

  private close(isLeaving: boolean): void {
    this.open?.list.remove();
    this.open?.button.setAttribute('aria-expanded', 'false');
    this.open = null;
    if (isLeaving) this.onLeave();
  }
}
