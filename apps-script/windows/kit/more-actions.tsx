/** Actions that are needed less often, behind one button: Escape or a choice closes them again. */
import type { ComponentChildren } from 'preact';

const close = ({ currentTarget }: { currentTarget: HTMLDetailsElement }): void => {
  currentTarget.open = false;
};

export const MoreActions = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <details
    class="more"
    onKeyDown={(event) => {
      if (event.key !== 'Escape' || !event.currentTarget.open) return;
      event.stopPropagation();
      close(event);
      event.currentTarget.querySelector('summary')?.focus();
    }}
    onClick={(event) => {
      if (event.target instanceof Element && event.target.closest('button') !== null) close(event);
    }}
  >
    <summary aria-label={label} title={label}>
      ⋯
    </summary>
    <div class="more-list">{children}</div>
  </details>
);
