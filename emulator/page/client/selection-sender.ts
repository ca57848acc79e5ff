/** Sends the selection to the server: a moment after it has changed, or at once before the script may look at it. */
import type { Rect } from '../../workbook/a1';

const DELAY_MS = 30;

export interface SelectionSender {
  queue(sheetId: number, rects: readonly Rect[]): void;
  /** Resolves when the server has the last selection. */
  flush(): Promise<void>;
}

export function makeSelectionSender(
  send: (sheetId: number, rects: readonly Rect[]) => Promise<unknown>,
): SelectionSender {
  let unsent: { sheetId: number; rects: readonly Rect[] } | null = null;
  let sent: Promise<unknown> = Promise.resolve();

  async function flush(): Promise<void> {
    const next = unsent;
    unsent = null;
    // Sends one at a time, so that the last one stays.
    if (next && next.rects.length > 0)
      sent = sent.then(() => send(next.sheetId, next.rects).catch(() => undefined));
    await sent;
  }
  return {
    queue(sheetId, rects) {
      if (unsent === null) setTimeout(flush, DELAY_MS);
      unsent = { sheetId, rects };
    },
    flush,
  };
}
