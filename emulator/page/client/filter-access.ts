/** Adds what Univer's panel of a column's filter lacks for people without a mouse: names of its boxes, and Escape. */

/** Univer makes it anew whenever it opens, outside of the grid. */
const PANEL = '[data-u-comp="sheets-filter-panel"]';
const BOXES = `${PANEL} input[type="checkbox"]`;

/** The value stands beside the box, or within its label. */
const boxName = (box: Element): string => {
  const label = box.closest('label');
  return label?.textContent?.trim() || label?.nextElementSibling?.textContent?.trim() || '';
};

const nameBoxes = (): void => {
  for (const box of document.querySelectorAll(BOXES)) {
    const value = boxName(box);
    if (box.getAttribute('aria-label') !== value) box.setAttribute('aria-label', value);
  }
};

/** `close` closes the panel, and leaves the filter as it was. */
export const openFilterToKeys = (close: () => void): void => {
  new MutationObserver(nameBoxes).observe(document.body, { subtree: true, childList: true });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || document.querySelector(PANEL) === null) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    },
    { capture: true },
  );
};
