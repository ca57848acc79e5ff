/** layout: the register's sheet laid out, repaired and refreshed. */
import * as z from 'zod';
import { checkedDate } from '../schema/scalars';
import type { AnswerOf, Operations } from './operation';

export const layoutFunction = {
  POST: {
    summary:
      "Lays out the register's sheet, repairs it and refreshes its rows, writing only what differs; lists what only a person can mend. For the scheduler and for every member; `discardRequests` for managers.",
    body: z.strictObject({
      discardRequests: z
        .boolean()
        .default(false)
        .describe('For managers: drops what waits to be sent, so that every cell shows the truth.'),
    }),
    scheduled: true,
    maxBytes: 1024,
    answer: z
      .strictObject({
        date: checkedDate,
        read: z.int().describe('Accounts read from the store.'),
        written: z.int().describe('Rows that stood there and were changed.'),
        appended: z.int(),
        removed: z.int().describe('Rows deleted: of accounts whose registration was taken back.'),
        unchanged: z.int(),
        pending: z.int().describe('Rows in which what a person typed waits to be sent: that stays.'),
        leftAlone: z.int().describe('Rows whose ID does not fit.'),
        toCheck: z.int().describe('What only a person can repair.'),
        drafts: z.int().describe('Rows that somebody typed and nobody has registered yet.'),
        repaired: z.int(),
        calls: z.int().describe('Calls of Google Sheets that write.'),
        unfinished: z
          .literal(true)
          .exactOptional()
          .describe('The time was up behind some of them: send the same request again for the rest.'),
      })
      .meta({ id: 'LayoutAnswer' }),
    errors: [
      'ROLE_NOT_ALLOWED',
      'REGISTER_KEYS_LOST',
      'REGISTER_ROWS_VANISHED',
      'REGISTER_RESTORED',
      'REGISTER_BUSY',
      'SHEET_NOT_REACHABLE',
      'SHEETS_UNAVAILABLE',
    ],
    example: { body: {} },
  },
} as const satisfies Operations;

export type LayoutAnswer = AnswerOf<typeof layoutFunction.POST>;
