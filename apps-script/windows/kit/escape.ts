/** Escape, wherever the focus is, where no part of the page has taken it for its own. */

/** The window alone decides what it leaves first: the page that it lies in would close it at once. */
export const listenToEscape = (leave: () => void): void =>
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  });
