/** The context menu. */
import type { MenuItem } from './menu-items';
import { MenuList } from './menu-list';

/** Opens it at a point of the window. `onLeave` is called when it is closed by the keyboard or a choice. */
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
  const list = new MenuList(items, () => close(true), {
    left: doNothing,
    right: doNothing,
    up: () => close(true),
  });
  list.openAt(document.body, x, y);
  document.addEventListener('pointerdown', closeOutside, true);
  list.focus(0);
}
