/** Sends a person's changes to the server; refused ones are reverted and explained. */
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
  confirmEdit: ConfirmEdit;
}

export interface ChangeSender {
  edit(edit: SheetEdit): Promise<void>;
  /** Changes of rows, columns, order and filters. */
  change(requests: readonly UpdateRequest[]): void;
  /** Shows these values of a filter's column; null shows all. */
  filter(sheetId: number, column: number, shown: readonly string[] | null): void;
  /** Resolves when the server has answered all of them. */
  flush(): Promise<void>;
}

export function makeChangeSender(deps: ChangeSenderDeps): ChangeSender {
  const { t, language, connection, grid, confirmEdit } = deps;
  let last: Promise<unknown> = Promise.resolve();

  /** Sends one request at a time, since two may arrive in either order. */
  function inTurn<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    const answer = last.then(send);
    last = answer.catch(() => undefined);
    return answer;
  }

  /** Null where the server refuses, after the person has been told why. */
  async function accepted<Answer>(answer: Promise<Answer>, typed = ''): Promise<Answer | null> {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      const message =
        typed === '' ? error.words[language] : `${error.words[language]} ${t('wasTyped')} ${typed}`;
      showPageError(t, t('refusedEdit'), { message, stack: '' });
      return null;
    }
  }

  return {
    async edit({ revision, how, blocks, touched: { sheetId, rows } }) {
      const { spreadsheet } = grid();
      if (!spreadsheet) return;
      const request = { book: spreadsheet.book, revision, how, blocks };
      const endExpectation = spreadsheet.expectEdit(blocks);
      const isSent = blocks.length > 0 && (await confirmEdit(spreadsheet.tab(sheetId), blocks));
      const answer = isSent
        ? await accepted(
            inTurn(() => connection().edit(request)),
            how === 'typed' ? String(blocks[0]?.values[0]?.[0] ?? '') : '',
          )
        : null;
      endExpectation(answer?.revision ?? null);
      if (!answer && grid().spreadsheet === spreadsheet) grid().restore(sheetId, rows);
    },
    change(requests) {
      const { spreadsheet } = grid();
      if (!spreadsheet) return;
      const { book, revision } = spreadsheet;
      void accepted(inTurn(() => connection().ask('change', { book, revision, requests })));
    },
    filter(sheetId, column, shown) {
      const book = grid().spreadsheet?.book;
      if (book !== undefined)
        void accepted(inTurn(() => connection().ask('filter', { book, sheetId, column, shown })));
    },
    async flush() {
      await last;
    },
  };
}
