/** What has to be written to the register's spreadsheet, beside the stamp. */
import type { RegisterView } from '../domain/register/cells';
import { FREE_TEXTS } from '../domain/register/column-keys';
import { FINDINGS_TITLE } from '../domain/register/findings-text';
import type { RegisterPlan } from '../domain/register/reconcile-register';
import type { MakeRowLink } from '../domain/register/row-target';
import { FINDINGS_TAB, HELP_TAB, REGISTER_TAB } from '../domain/register/tabs';
import { cellWriteRequests } from '../sheets/cell-blocks';
import { type SheetsRequest, uniqueTitle } from '../sheets/cells';
import { findingsTabRequests } from '../sheets/findings-tab';
import { helpTabRequests } from '../sheets/help-tab';
import { HELP_TITLE } from '../sheets/help-tab-texts';
import { layoutRequests } from '../sheets/register-layout';
import { cellWrites, endOfRows } from '../sheets/register-rows';
import { tablesOver, typedColumns } from '../sheets/register-tables';
import { REGISTER_TITLE } from '../sheets/register-texts';
import { removeRowsRequests } from '../sheets/remove-rows';
import { titleRequests } from '../sheets/replace-tab';
import type { RegisterContent } from './read-register';

export interface RegisterRequests {
  /** In their order; what stands in one group is written in one call. */
  groups: readonly (readonly SheetsRequest[])[];
  /** How many of them put the layout, the help and the findings right. */
  repairs: number;
}

/** In a column to which a table has given a type, its own format stays. */
const freeTextColumns = (tab: RegisterContent['tab'], head: RegisterContent['head']): ReadonlySet<number> => {
  const typed = typedColumns(tablesOver(tab, head));
  return new Set(FREE_TEXTS.map((key) => head.at[key]).filter((column) => !typed.has(column)));
};

/** `shownRows` is how many rows of accounts the register has when the plan is written. */
export const registerRequests = (
  { book, tab, head, rows, formats }: RegisterContent,
  plan: RegisterPlan,
  shownRows: number,
  { view, links }: { view: RegisterView; links: MakeRowLink },
): RegisterRequests => {
  const { language, today } = view;
  const values = tab?.values ?? [];
  const appendAt = endOfRows(values, head);
  const end = appendAt + plan.appended.length;
  const title = uniqueTitle(REGISTER_TITLE[language], book.titles);
  const { room, rest } = layoutRequests({ head, tab, values, formats, end, title, view });
  const helpTitle = uniqueTitle(HELP_TITLE[language], book.titles);
  const help = helpTabRequests(book.tab(HELP_TAB), helpTitle, language);
  const findingsPlace = {
    title: uniqueTitle(FINDINGS_TITLE[language], book.titles),
    index: (tab?.sheet.properties?.index ?? 0) + 1,
  };
  const findings = findingsTabRequests(book.tab(FINDINGS_TAB), findingsPlace, {
    items: plan.findings,
    rows: shownRows,
    today,
    language,
    links,
  });
  const sheetRowsOfPlan = rows.map(({ row }) => row);
  const cells = cellWriteRequests(
    REGISTER_TAB,
    cellWrites(plan, sheetRowsOfPlan, head, appendAt),
    freeTextColumns(tab, head),
  );
  const removal = removeRowsRequests(plan.removed, (tab?.rowCount ?? 0) - head.headerRow - 1);
  const titles = [
    ...titleRequests(REGISTER_TAB, tab, { title: REGISTER_TITLE, language }, book.titles),
    ...titleRequests(HELP_TAB, book.tab(HELP_TAB), { title: HELP_TITLE, language }, book.titles),
    ...titleRequests(FINDINGS_TAB, book.tab(FINDINGS_TAB), { title: FINDINGS_TITLE, language }, book.titles),
  ];
  return {
    groups: [room, ...cells, rest, removal, help, findings, titles],
    repairs: room.length + rest.length + help.length + findings.length + titles.length,
  };
};
