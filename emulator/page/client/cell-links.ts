/** The link of the selected cell: shown beside it, followed within the page where it leads to one of its spreadsheets. */
import type { Rect } from '../../workbook/a1';
import type { CellPopup } from './cell-popup';
import type { Grid } from './grid';
import { type LinkTarget, linkTargetOf } from './link-target';

export interface CellLinksDeps {
  popup: CellPopup;
  grid: () => Grid;
  /** The title of a spreadsheet in the popup; empty for one that the page does not have. */
  titleOf(spreadsheetId: string | null): string;
  /** Shows the spreadsheet, if it is not on the screen yet. */
  open(spreadsheetId: string | null): Promise<void>;
  select(sheetId: number, rects: readonly Rect[]): void;
  lookThrough(sheetId: number, filterView: number): Promise<void>;
  /** The caption of a link that the functions lead to a row. */
  rowLinkLabel: string;
  /** The present target of such a link; null where it has none, or is no such link. */
  resolve(link: string): Promise<string | null>;
}

export interface CellLinks {
  /** Shows a link where exactly one cell is selected. */
  show(sheetId: number, rects: readonly Rect[]): void;
  follow(target: LinkTarget): Promise<void>;
}

export function makeCellLinks({
  popup,
  grid,
  titleOf,
  open: openSpreadsheet,
  select,
  lookThrough,
  rowLinkLabel,
  resolve,
}: CellLinksDeps): CellLinks {
  async function follow({ book, sheetId, range, filterView }: LinkTarget): Promise<void> {
    await openSpreadsheet(book);
    popup.hideLink();
    const top = Number(/\d+/.exec(range)?.[0] ?? 1) - 1;
    const hidden = grid().spreadsheet?.tab(sheetId)?.hiddenColumns ?? [];
    let left = 0;
    while (hidden.includes(left)) left += 1;
    select(sheetId, [{ top, left, bottom: top + 1, right: left + 1 }]);
    if (filterView !== null) await lookThrough(sheetId, filterView);
  }
  async function followRedirect(link: string): Promise<void> {
    const target = linkTargetOf((await resolve(link)) ?? '');
    if (target) await follow(target);
    // The functions' answer explains why the link has no target.
    else open(link, '_blank', 'noopener');
  }
  return {
    follow,
    show(sheetId, rects) {
      popup.hideLink();
      const [cell, second] = rects;
      if (!cell || second) return;
      const link = grid().spreadsheet?.extras(sheetId, cell.top, cell.left)?.link;
      const box = grid().cellBox(cell.top, cell.left);
      if (!link || !box) return;
      const target = linkTargetOf(link);
      const isOurs = link.startsWith(`${location.origin}/`);
      const label = target
        ? `${titleOf(target.book)} ${target.range}`.trimStart()
        : isOurs
          ? rowLinkLabel
          : link;
      popup.showLink(label, box, () => {
        if (target) void follow(target);
        else if (isOurs) void followRedirect(link);
        else open(link, '_blank', 'noopener');
      });
    },
  };
}
