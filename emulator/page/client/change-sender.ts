/** Sends what the person changes to the server; what the server refuses is taken back and explained. */
import type { UpdateRequest } from '../../workbook/model';
import { type PageConnection, RequestRefused } from './connection';
import type { SheetEdit } from './edits';
import type { Grid } from './grid';
import type { Translate } from './messages';
import type { ConfirmEdit } from './protection-warning';
import { showPageError } from './toasts';

export interface ChangeSenderDeps {
  t: Translate;
  language: 'ja' | 'en';
  connection: () => PageConnection;
  grid: () => Grid;
  /** ID of the spreadsheet on the screen. */
  bookId(): string;
  confirmEdit: ConfirmEdit;
}

export interface ChangeSender {
  edit(edit: SheetEdit): Promise<void>;
  /** Changes of rows, columns, order and filters. */
  change(requests: readonly UpdateRequest[]): void;
  /** The values of a filter's column that are to be shown; null stands for all. */
  filter(sheetId: number, column: number, shown: readonly string[] | null): void;
}

export function makeChangeSender(deps: ChangeSenderDeps): ChangeSender {
  const { t, language, connection, grid, bookId, confirmEdit } = deps;
  const revision = (): number => grid().spreadsheet?.revision ?? 0;

  /** False when the server refuses; the person has then been told why. */
  async function isAccepted(answer: Promise<unknown>): Promise<boolean> {
    try {
      await answer;
      return true;
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      showPageError(t, t('refusedEdit'), { message: error.words[language], stack: '' });
      return false;
    }
  }

  return {
    async edit({ how, blocks, touched: { sheetId, rows } }) {
      const request = { book: bookId(), revision: revision(), how, blocks };
      const isSent = blocks.length > 0 && (await confirmEdit(grid().spreadsheet?.tab(sheetId), blocks));
      if (!isSent || !(await isAccepted(connection().ask('edit', request)))) grid().restore(sheetId, rows);
    },
    change(requests) {
      void isAccepted(connection().ask('change', { book: bookId(), revision: revision(), requests }));
    },
    filter(sheetId, column, shown) {
      void isAccepted(connection().ask('filter', { book: bookId(), sheetId, column, shown }));
    },
  };
}
