/** The register as it stands in its spreadsheet. */
import { type ClassifiedRow, classifyRows } from '../domain/register/classify-row';
import { accountIdsIn } from '../domain/register/reconcile-register';
import { FINDINGS_TAB, HELP_TAB, REGISTER_TAB } from '../domain/register/tabs';
import type { SheetsRequest } from '../sheets/cells';
import type { SheetsClient } from '../sheets/client';
import { FORMATTED_COLUMNS } from '../sheets/register-formats';
import { findHead, type RegisterHead } from '../sheets/register-head';
import { insertRowRequests } from '../sheets/register-layout';
import { annotatedRows, sheetRows } from '../sheets/register-rows';
import {
  NO_FORMATS,
  type RegisterFormats,
  type RegisterSpreadsheet,
  readRegisterFormats,
  readRegisterSpreadsheet,
  type TabContent,
} from '../sheets/register-spreadsheet';

export interface RegisterContent {
  book: RegisterSpreadsheet;
  /** Null where the tab does not exist yet, or was deleted. */
  tab: TabContent | null;
  head: RegisterHead;
  rows: readonly ClassifiedRow[];
  /** IDs of all accounts that stand somewhere in the rows. */
  ids: ReadonlySet<string>;
  /** Accounts that had a row when the last run ended, and have none now. */
  vanished: readonly string[];
  /** Rows in which people have typed something into columns of their own. */
  annotatedRows: ReadonlySet<number>;
  formats: RegisterFormats;
}

/**
 * A head that lacks one of its rows gets it first, by `write`, and everything is read once more. `findVanished` tells which
 * accounts have lost their rows, and throws RegisterRefusedError where they are too many.
 */
export const readRegister = async (
  sheets: SheetsClient,
  registerSheetId: string,
  findVanished: (present: ReadonlySet<string>) => Promise<string[]>,
  write: (requests: SheetsRequest[]) => Promise<unknown>,
): Promise<RegisterContent> => {
  for (;;) {
    const book = await readRegisterSpreadsheet(sheets, registerSheetId, [
      REGISTER_TAB,
      HELP_TAB,
      FINDINGS_TAB,
    ]);
    const tab = book.tab(REGISTER_TAB);
    if (tab !== null && tab.values.length === 0) await findVanished(new Set());
    const head = findHead(tab?.values ?? []);
    if ('insertRowAt' in head) {
      await write(insertRowRequests(head));
      continue;
    }
    const rows = classifyRows(sheetRows(tab?.values ?? [], head));
    const ids = accountIdsIn(rows);
    // A deleted tab is made again as a whole, so there is nothing to read.
    if (tab === null)
      return { book, tab, head, rows, ids, formats: NO_FORMATS, vanished: [], annotatedRows: new Set() };
    const vanished = await findVanished(ids);
    const formats = await readRegisterFormats(sheets, registerSheetId, tab, head, FORMATTED_COLUMNS);
    return { book, tab, head, rows, ids, formats, vanished, annotatedRows: annotatedRows(tab.values, head) };
  }
};
