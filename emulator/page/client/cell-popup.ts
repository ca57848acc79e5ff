/** The popup beside a cell: its note while the pointer is over it, its link while it is selected. */
import { element, elementById } from './element';

export interface CellPopup {
  showNote(text: string, box: DOMRect): void;
  showLink(text: string, box: DOMRect, follow: () => void): void;
  hideNote(): void;
  hideLink(): void;
}

export function makeCellPopup(): CellPopup {
  const popup = elementById('cell-popup');
  let content: 'note' | 'link' | null = null;

  function show(kind: 'note' | 'link', child: HTMLElement, left: number, top: number): void {
    content = kind;
    popup.className = kind;
    popup.replaceChildren(child);
    popup.hidden = false;
    const { width, height } = popup.getBoundingClientRect();
    popup.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 8))}px`;
    popup.style.top = `${Math.max(4, Math.min(top, innerHeight - height - 8))}px`;
  }
  function hide(kind: 'note' | 'link'): void {
    if (content !== kind) return;
    content = null;
    popup.hidden = true;
  }
  return {
    showNote: (text, { right, top }) => show('note', element('div', { role: 'note' }, text), right + 4, top),
    showLink(text, { left, bottom }, follow) {
      const link = element('a', { href: '#' }, text);
      link.onclick = (event) => {
        event.preventDefault();
        follow();
      };
      show('link', link, left, bottom + 2);
    },
    hideNote: () => hide('note'),
    hideLink: () => hide('link'),
  };
}
