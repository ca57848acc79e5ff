/** The register as it stands in its spreadsheet. */
import { type ClassifiedRow, classifyRows } from '../domain/register/classify-row';
import { accountIdsIn } from '../domain/register/reconcile-register';
import { FINDINGS_TAB, HELP_TAB, REGISTER_TAB } from '../domain/register/tabs';
import type { SheetsRequest } from '../sheets/cells';
import type { SheetsClient } from '../sheets/client';
import { FORMATTED_COLUMNS } from '../sheets/register-formats';
import { findHead, type RegisterHead } from '../sheets/register-head';
import { insertRowRequests } from '../sheets/register-layout';
import { RegisterRefusedError } from '../sheets/register-refusal';
import { sheetRows } from '../sheets/register-rows';
import {
  NO_FORMATS,
  type RegisterFormats,
  type RegisterSpreadsheet,
  readRegisterFormats,
  readRegisterSpreadsheet,
  type TabContent,
} from '../sheets/register-spreadsheet';

/** So many vanished rows at once are an accident. */
const MAX_VANISHED_SHARE = 0.2;

export interface RegisterContent {
  book: RegisterSpreadsheet;
  /** Null where the tab does not exist yet, or was deleted. */
  tab: TabContent | null;
  head: RegisterHead;
  rows: readonly ClassifiedRow[];
  /** IDs of all accounts that stand somewhere in the rows. */
  ids: ReadonlySet<string>;
  formats: RegisterFormats;
}

/**
 * A head that lacks one of its rows gets it first, by `write`, and everything is read once more. `rowsBefore` are the rows of
 * accounts that the last run left: throws RegisterRefusedError where too many of them have vanished.
 */
export const readRegister = async (
  sheets: SheetsClient,
  registerSheetId: string,
  rowsBefore: number,
  write: (requests: SheetsRequest[]) => Promise<void>,
): Promise<RegisterContent> => {
  for (;;) {
    const book = await readRegisterSpreadsheet(sheets, registerSheetId, [
      REGISTER_TAB,
      HELP_TAB,
      FINDINGS_TAB,
    ]);
    const tab = book.tab(REGISTER_TAB);
    if (tab !== null && tab.values.length === 0) refuseVanished(0, rowsBefore);
    const head = findHead(tab?.values ?? []);
    if ('insertRowAt' in head) {
      await write(insertRowRequests(head));
      continue;
    }
    const rows = classifyRows(sheetRows(tab?.values ?? [], head));
    const ids = accountIdsIn(rows);
    // A tab that was deleted is made again, whole.
    if (tab === null) return { book, tab, head, rows, ids, formats: NO_FORMATS };
    refuseVanished(ids.size, rowsBefore);
    const formats = await readRegisterFormats(sheets, registerSheetId, tab, head, FORMATTED_COLUMNS);
    return { book, tab, head, rows, ids, formats };
  }
};

const refuseVanished = (left: number, before: number): void => {
  if (before - left > before * MAX_VANISHED_SHARE)
    throw new RegisterRefusedError({ code: 'REGISTER_ROWS_VANISHED', before, left });
};
