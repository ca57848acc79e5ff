/** To the first field of the form or, where nothing is asked, the first button; of radio buttons to the chosen one. */
export const focusFirst = (element: HTMLElement): void => {
  const form = element.querySelector('.form') ?? element;
  const fields = [...form.querySelectorAll<HTMLInputElement>('input, select, textarea, button')].filter(
    (field) => field.closest('[hidden]') === null,
  );
  const [first] = fields;
  const chosen =
    first?.type === 'radio' && fields.find(({ name, checked }) => name === first.name && checked);
  (chosen || first)?.focus();
};

/**
 * Where what had the focus is gone, as a button that is gone with its form, the heading has it: the next Tab would begin at the top
 * of the window, and a screen reader would say nothing. Whoever clicks beside all controls has taken the focus away themselves.
 * To be called after everything that was shown.
 */
export const keepFocus = (root: HTMLElement): (() => void) => {
  let isKept = false;
  document.addEventListener('focusin', () => {
    isKept = true;
  });
  document.addEventListener('pointerdown', () => {
    isKept = false;
  });
  return () => {
    if (!isKept || !document.hasFocus() || document.activeElement !== document.body) return;
    const heading = (root.querySelector('[role=dialog]') ?? root).querySelector<HTMLElement>('h1, h2, h3');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
};
