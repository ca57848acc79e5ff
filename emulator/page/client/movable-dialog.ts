/** Lets the person drag a dialog by its title. */
export function makeMovable(dialog: HTMLDialogElement): void {
  const title = dialog.querySelector('h2');
  title?.addEventListener('pointerdown', (start) => {
    const { left, top } = dialog.getBoundingClientRect();
    const move = ({ clientX, clientY }: PointerEvent): void => {
      Object.assign(dialog.style, {
        margin: '0',
        left: `${left + clientX - start.clientX}px`,
        top: `${Math.max(0, top + clientY - start.clientY)}px`,
      });
    };
    title.setPointerCapture(start.pointerId);
    title.addEventListener('pointermove', move);
    title.addEventListener('pointerup', () => title.removeEventListener('pointermove', move), { once: true });
  });
}
