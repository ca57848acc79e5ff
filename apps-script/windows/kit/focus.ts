/** Focuses the first field or, where there is none, the first button; of radio buttons the chosen one. */
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
 * Moves the focus to the heading when the focused element disappears, for example with its form: otherwise Tab would start at the
 * top of the window, and a screen reader would stay silent. Clicking outside all controls removes the focus on purpose. The
 * returned function is called after everything is shown.
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
