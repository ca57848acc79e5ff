/** What floats beside a cell: its note while the pointer is over it, its link while it is selected. */
import { element, elementById } from './element';

export interface CellPopup {
  showNote(text: string, box: DOMRect): void;
  showLink(text: string, box: DOMRect, follow: () => void): void;
  hideNote(): void;
  hideLink(): void;
}

export function makeCellPopup(): CellPopup {
  const popup = elementById('cell-popup');
  let shows: 'note' | 'link' | null = null;

  function show(what: 'note' | 'link', content: HTMLElement, left: number, top: number): void {
    shows = what;
    popup.className = what;
    popup.replaceChildren(content);
    popup.hidden = false;
    const { width, height } = popup.getBoundingClientRect();
    popup.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 8))}px`;
    popup.style.top = `${Math.max(4, Math.min(top, innerHeight - height - 8))}px`;
  }
  function hide(what: 'note' | 'link'): void {
    if (shows !== what) return;
    shows = null;
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

export interface LinkTarget {
  /** Of the spreadsheet; null for this one. */
  book: string | null;
  sheetId: number;
  /** A1 notation, one cell or row. */
  range: string;
}

/** A link to a place in a spreadsheet, as Google writes it; null for any other. */
export function linkTargetOf(link: string): LinkTarget | null {
  const found =
    /^(?:https:\/\/docs\.google\.com\/spreadsheets\/d\/([^/]+)\/[^#]*)?#gid=(\d+)(?:&range=([A-Z]*\d*))?/.exec(
      link,
    );
  if (!found) return null;
  return { book: found[1] ?? null, sheetId: Number(found[2]), range: found[3] ?? 'A1' };
}
