/** What Univer leaves out for people without a mouse: names of its controls, and the keys that lead out of the grid. */
import type { Translate } from './messages';

/** In Univer's DOM, which it makes anew as it likes. */
const NAME_BOX = '[data-u-comp="defined-name"] input';
const NAME_LIST = '[data-u-comp="defined-name"] a';
const TAB_LIST = '[data-slot="dropdown-menu-trigger"]';
/** Only where there are more tabs than there is room for. */
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
    // The button in it is what opens the list, and what is read.
    for (const attribute of ['aria-expanded', 'aria-haspopup']) trigger.removeAttribute(attribute);
    for (const button of trigger.querySelectorAll('button')) setAttribute(button, 'aria-label', t('tabList'));
  }
  for (const [index, arrow] of [...grid.querySelectorAll(TAB_ARROWS)].entries())
    setAttribute(arrow, 'aria-label', t(index === 0 ? 'tabsBefore' : 'tabsBehind'));
  // Keys go to Univer's editor: the picture is no stop of its own, and none before all others.
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

/** As in Google's page: F6 leads from part to part, back with Shift, and F10 to the menus. Tab goes to the next cell. */
export const leaveByFunctionKeys = (menus: PageRegion, others: () => readonly PageRegion[]): void =>
  window.addEventListener(
    'keydown',
    (event) => {
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!isPlain || (event.key !== 'F6' && event.key !== 'F10')) return;
      // A dialog is answered or closed first.
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
