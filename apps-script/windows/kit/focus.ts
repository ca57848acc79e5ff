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

export interface KeptFocus {
  /** Focuses the first field of a form that was opened; what opened the form has the focus again when the form is gone. */
  enter(form: HTMLElement): void;
  move(element: HTMLElement): void;
  /** Called after everything is shown. */
  restore(): void;
}

/**
 * Moves the focus when the focused element disappears, for example with its form: otherwise Tab would start at the top of the
 * window, and a screen reader would stay silent. It goes to what opened the form, or else to the heading; where a window has no
 * heading, to its first control, and to its first field when a dialog opens. A button that cannot be used while something is sent has
 * it again afterwards. Clicking outside all controls removes the focus on purpose.
 */
export const keepFocus = (root: HTMLElement, { isDialog }: { isDialog: boolean }): KeptFocus => {
  let phase: 'opening' | 'kept' | 'left' = isDialog ? 'opening' : 'left';
  let last: HTMLElement | null = null;
  let entered: { form: HTMLElement; opener: HTMLElement } | null = null;
  document.addEventListener('focusin', ({ target }) => {
    phase = 'kept';
    last = target as HTMLElement;
  });
  document.addEventListener('pointerdown', () => {
    phase = 'left';
  });
  const restore = (): void => {
    if (phase === 'left' || !document.hasFocus() || document.activeElement !== document.body) return;
    if (phase === 'opening') {
      root.querySelector<HTMLElement>(FIELDS)?.focus();
      return;
    }
    // While it is disabled, Tab goes on from there.
    const back = last?.isConnected ? last : entered?.form.isConnected ? null : entered?.opener;
    if (back?.matches(':disabled')) return;
    back?.focus();
    if (document.activeElement === document.body) focusHeading(root);
  };
  // The page gives a dialog the focus once it is loaded: before that, nothing in it can take it.
  window.addEventListener('focus', restore);
  return {
    restore,
    enter(form) {
      const { activeElement: opener } = document;
      const isOutside = opener instanceof HTMLElement && opener !== document.body && !form.contains(opener);
      entered = isOutside ? { form, opener } : null;
      focusFirst(form);
    },
    move(element) {
      if (!entered?.form.contains(element)) entered = null;
      element.focus();
    },
  };
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
