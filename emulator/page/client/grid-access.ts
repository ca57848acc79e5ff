/** Adds what Univer lacks for people without a mouse: names of its controls, and keys that lead out of the grid. */
import type { Translate } from './messages';

/** Elements of Univer, which it may create anew at any time. */
const NAME_BOX = '[data-u-comp="defined-name"] input';
const NAME_LIST = '[data-u-comp="defined-name"] a';
const TAB_LIST = '[data-slot="dropdown-menu-trigger"]';
/** Present only where the tabs do not fit. */
const TAB_ARROWS = '[data-u-comp="sheet-bar-append-button"]:has(.univerjs-icon-more-icon)';
const CANVAS = 'canvas[tabindex="1"]';

const setAttribute = (found: Element, name: string, value: string): void => {
  if (found.getAttribute(name) !== value) found.setAttribute(name, value);
};

const nameControls = (grid: HTMLElement, t: Translate): void => {
  for (const box of grid.querySelectorAll(NAME_BOX)) setAttribute(box, 'aria-label', t('nameBox'));
  for (const list of grid.querySelectorAll(NAME_LIST)) {
    setAttribute(list, 'role', 'button');
    setAttribute(list, 'aria-label', t('definedNames'));
  }
  for (const trigger of grid.querySelectorAll(TAB_LIST)) {
    // The inner button opens the list, and is what screen readers read.
    for (const attribute of ['aria-expanded', 'aria-haspopup']) trigger.removeAttribute(attribute);
    for (const button of trigger.querySelectorAll('button')) setAttribute(button, 'aria-label', t('tabList'));
  }
  for (const [index, arrow] of [...grid.querySelectorAll(TAB_ARROWS)].entries())
    setAttribute(arrow, 'aria-label', t(index === 0 ? 'tabsBefore' : 'tabsBehind'));
  // Keys go to Univer's editor, so its canvas is no tab stop.
  for (const canvas of grid.querySelectorAll(CANVAS)) canvas.setAttribute('tabindex', '-1');
};

export const keepControlsNamed = (grid: HTMLElement, t: Translate): void => {
  nameControls(grid, t);
  const attributeFilter = ['aria-expanded', 'tabindex'];
  new MutationObserver(() => nameControls(grid, t)).observe(grid, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter,
  });
};

/** A part of the page, and how it takes the focus. */
export interface PageRegion {
  element: HTMLElement;
  focus(): void;
}

/** As in Google's page, F6 moves between the parts, back with Shift, and F10 to the menus. Tab moves to the next cell. */
export const leaveByFunctionKeys = (menus: PageRegion, others: () => readonly PageRegion[]): void =>
  window.addEventListener(
    'keydown',
    (event) => {
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!isPlain || (event.key !== 'F6' && event.key !== 'F10')) return;
      // An open dialog has to be answered or closed first.
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'F10') {
        menus.focus();
        return;
      }
      const regions = [menus, ...others()];
      const at = regions.findIndex(({ element }) => element.contains(document.activeElement));
      const next = (at + (event.shiftKey ? -1 : 1) + regions.length) % regions.length;
      regions[next]?.focus();
    },
    { capture: true },
  );
