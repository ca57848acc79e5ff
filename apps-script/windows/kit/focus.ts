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
 * top of the window, and a screen reader would stay silent. Where a window has no heading, its first control has the focus, and so
 * has its first field when a dialog opens. Clicking outside all controls removes the focus on purpose. The returned function is
 * called after everything is shown.
 */
export const keepFocus = (root: HTMLElement, { isDialog }: { isDialog: boolean }): (() => void) => {
  let phase: 'opening' | 'kept' | 'left' = isDialog ? 'opening' : 'left';
  document.addEventListener('focusin', () => {
    phase = 'kept';
  });
  document.addEventListener('pointerdown', () => {
    phase = 'left';
  });
  const restore = (): void => {
    if (phase === 'left' || !document.hasFocus() || document.activeElement !== document.body) return;
    if (phase === 'opening') root.querySelector<HTMLElement>(FIELDS)?.focus();
    else focusHeading(root);
  };
  // The page gives a dialog the focus once it is loaded: before that, nothing in it can take it.
  window.addEventListener('focus', restore);
  return restore;
};

/** That can be used now. */
const FIELDS = 'input:enabled, select:enabled, textarea:enabled';

const focusHeading = (root: HTMLElement): void => {
  const within = root.querySelector<HTMLElement>('[role=dialog]') ?? root;
  const heading = within.querySelector<HTMLElement>('h1, h2, h3');
  if (heading === null) {
    focusFirst(within);
    return;
  }
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};
