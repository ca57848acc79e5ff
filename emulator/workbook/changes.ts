/** The differences between two states of a spreadsheet, by rows. Objects are compared by identity, for states share what is unchanged. */
import type { Book, WorkbookRow, WorkbookTab } from './model';

export interface TabChange {
  sheetId: number;
  /** Undefined for a new tab. */
  before?: WorkbookTab;
  /** Undefined for a deleted tab. */
  after?: WorkbookTab;
  /** Whether anything but the rows has changed: properties, widths, protections, conditional formats, charts. */
  settings: boolean;
  /** Rows that are inserted, removed, or replaced by another number of rows, at one place. */
  splice?: { at: number; removed: number; inserted: number };
  /** Zero-based indexes of changed rows, where there is no splice. */
  rows: readonly number[];
}

export function tabChanges(before: Book | undefined, after: Book): TabChange[] {
  const earlier = new Map(before?.tabs.map((tab) => [tab.properties.sheetId, tab]));
  const changes: TabChange[] = [];
  for (const tab of after.tabs) {
    const { sheetId } = tab.properties;
    const tabBefore = earlier.get(sheetId);
    earlier.delete(sheetId);
    if (tabBefore === tab) continue;
    const change = {
      sheetId,
      ...(tabBefore && { before: tabBefore }),
      after: tab,
      ...rowChanges(tabBefore?.rows ?? [], tab.rows),
    };
    changes.push({ ...change, settings: !tabBefore || !sameSettings(tabBefore, tab) });
  }
  for (const [sheetId, deleted] of earlier)
    changes.push({ sheetId, before: deleted, settings: true, rows: [] });
  return changes.filter(({ settings, splice, rows }) => settings || splice || rows.length > 0);
}

function sameSettings(a: WorkbookTab, b: WorkbookTab): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof WorkbookTab>;
  names.delete('rows');
  return [...names].every((name) => a[name] === b[name]);
}

function rowChanges(
  before: readonly WorkbookRow[],
  after: readonly WorkbookRow[],
): Pick<TabChange, 'splice' | 'rows'> {
  if (before.length === after.length) {
    const rows: number[] = [];
    for (let index = 0; index < after.length; index++) if (before[index] !== after[index]) rows.push(index);
    return { rows };
  }
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before[at] === after[at]) at++;
  let same = 0;
  while (same < shorter - at && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { splice: { at, removed: before.length - at - same, inserted: after.length - at - same }, rows: [] };
}
