/** The queue's spreadsheet with the very script that would be pushed, on the real functions; people sit at it. */
import type { Dialog } from '../../emulator/apps-script/protocol';
import type { SheetSession } from '../../emulator/apps-script/session';
import { QUEUE_ID } from '../../emulator/suite';
import type { WorkbookCell, WorkbookTab } from '../../emulator/workbook/model';
import { accountDocument } from '../../functions/store/account-fields';
import { accountRef } from '../../functions/store/firestore';
import { aCheck } from '../functions/domain/queue/queue-scene';
import { emailOf, idOf, type TestSuite, type Who } from '../suite';

export interface QueueSeat {
  session: SheetSession;
  said: string[];
  dialogs: Dialog[];
}

const textOf = (cell: WorkbookCell | undefined): string => {
  const { stringValue, numberValue } = cell?.userEnteredValue ?? {};
  return stringValue ?? (numberValue == null ? '' : String(numberValue));
};

export const queueSeats = (suite: () => TestSuite) => {
  const tabOf = (title: string): WorkbookTab => {
    const tab = suite()
      .workbooks.get(QUEUE_ID)
      .tabs.find(({ properties }) => properties.title === title);
    if (tab === undefined) throw new Error(`There is no tab ${title}.`);
    return tab;
  };
  /** Counted from 1: the row of the company on the tab; 0 where it has none. */
  const findRow = (title: string, id: string): number =>
    tabOf(title).rows.findIndex((row) => row.some((cell) => textOf(cell).includes(` ${id} `))) + 1;
  const rowOf = (title: string, id: string): number => {
    const row = findRow(title, id);
    if (row === 0) throw new Error(`${id} has no row on ${title}.`);
    return row;
  };
  /** Counted from 0. */
  const columnOf = (title: string, key: string): number => {
    for (const row of tabOf(title).rows) {
      const at = row.findIndex((cell) => textOf(cell) === key);
      if (at >= 0) return at;
    }
    throw new Error(`There is no column ${key} on ${title}.`);
  };
  return {
    tabOf,
    findRow,
    rowOf,
    columnOf,
    cell: (title: string, id: string, key: string): string =>
      textOf(tabOf(title).rows[rowOf(title, id) - 1]?.[columnOf(title, key)]),
    async sit(who: Who, { locale = 'ja', phone = false } = {}): Promise<QueueSeat> {
      const said: string[] = [];
      const dialogs: Dialog[] = [];
      const view = {
        toast: ({ message }: { message: string }) => void said.push(message),
        show: (dialog: Dialog) => void dialogs.push(dialog),
        alert: async ({ prompt }: { prompt: string }) => {
          said.push(prompt);
          return 'OK' as const;
        },
      };
      const session = suite().queueScript.openAs({ email: emailOf(who), locale, phone }, view);
      await session.open();
      return { session, said, dialogs };
    },
    store: async (id: string, over: Parameters<typeof aCheck>[0] = {}): Promise<void> => {
      const account = aCheck({ id, name: `株式会社${id}`, version: 1, ownerId: idOf('is'), ...over });
      await accountRef(suite().db, id).set(accountDocument(account, []));
    },
    write: async (): Promise<void> => {
      expect((await suite().call('manager', 'queue', { body: {} })).status).toBe(200);
    },
  };
};
