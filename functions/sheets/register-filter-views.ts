/**
 * A rep's own views of the register: filter views, of which each person looks through one while nobody else sees less. Three
 * for each rep, known by IDs that are made of the member's; those that people make are theirs.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { inOrderOfReading } from '../domain/account/member-order';
import type { Member } from '../domain/account/team';
import { memberLabel, type RegisterView } from '../domain/register/cells';
import type { ColumnKey } from '../domain/register/column-keys';
import { REGISTER_TAB } from '../domain/register/tabs';
import { STATUS, type Status } from '../domain/status/statuses';
import { type Text, text } from '../domain/text/text';
import { shortDigest } from '../domain/text/text-digest';
import type { SheetsRequest } from './cells';
import type { RegisterHead } from './register-head';
import { coversRange, type Range } from './register-ranges';
import type { TabContent } from './register-spreadsheet';
import { tablesOver } from './register-tables';

type Specs = sheets_v4.Schema$FilterSpec[];

const KINDS = ['accounts', 'dueThisWeek', 'withoutNextStep'] as const;
type Kind = (typeof KINDS)[number];

/** `name` is the one by which the cells name the member: it tells two of one name apart. */
const titleOf = (kind: Kind, name: string): Text =>
  ({
    accounts: text(`${name}: 担当`, `${name}: accounts`),
    dueThisWeek: text(`${name}: 7日以内の確認`, `${name}: checks within 7 days`),
    withoutNextStep: text(`${name}: 次回未定`, `${name}: no next check`),
  })[kind];

/** Nobody plans a next step with them. */
const ENDED: readonly Status[] = ['CURRENT_CLIENT', 'BAD_FIT', 'ON_FILE'];
const DAYS_AHEAD = '7';

/** Positive, with the 31 bits that Sheets has for it. */
const viewId = (kind: Kind, { id }: Member): number =>
  Number.parseInt(shortDigest(`${kind} ${id}`), 16) & 0x7fffffff;

const specsOf = (kind: Kind, member: Member, { at }: RegisterHead, view: RegisterView): Specs => {
  const { language, members } = view;
  const where = (key: ColumnKey, type: string, value?: string): Specs[number] => ({
    columnIndex: at[key],
    filterCriteria: {
      condition: { type, ...(value === undefined ? {} : { values: [{ userEnteredValue: value }] }) },
    },
  });
  const own = where('owner', 'TEXT_EQ', memberLabel(member.id, members, language));
  switch (kind) {
    case 'accounts':
      return [own];
    case 'dueThisWeek':
      return [own, where('daysUntilCheck', 'NUMBER_LESS_THAN_EQ', DAYS_AHEAD)];
    case 'withoutNextStep':
      return [
        own,
        where('nextCheck', 'BLANK'),
        {
          columnIndex: at.status,
          filterCriteria: { hiddenValues: ENDED.map((status) => STATUS[status].label[language]) },
        },
      ];
    default:
      return kind satisfies never;
  }
};

const hasViews = ({ active, role }: Member): boolean => active && (role === 'is' || role === 'fs');

/** By column, and without what Sheets adds: the criteria again in their older form, or empty lists. */
const specsKey = (specs: Specs | undefined): string =>
  JSON.stringify(
    (specs ?? [])
      .map(({ columnIndex, filterCriteria }) => [
        columnIndex ?? 0,
        filterCriteria?.condition?.type ?? null,
        filterCriteria?.condition?.values?.[0]?.userEnteredValue ?? null,
        filterCriteria?.hiddenValues ?? [],
      ])
      .sort(([one], [other]) => Number(one) - Number(other)),
  );

/** Sheets gives every column of the grid an end. */
const rowsOf = ({ endColumnIndex: _, ...rows }: Range = {}): Range => rows;

/** A name that people gave a view stays until what it shows is another one. A table has filters of its own. */
export const filterViewRequests = (
  head: RegisterHead,
  tab: TabContent | null,
  rowCount: number,
  view: RegisterView,
): SheetsRequest[] => {
  if (tablesOver(tab, head).length > 0) return [];
  const present = new Map((tab?.sheet.filterViews ?? []).map((one) => [one.filterViewId, one]));
  const range = { sheetId: REGISTER_TAB, startRowIndex: head.headerRow };
  return inOrderOfReading(view.members).flatMap((member) =>
    KINDS.flatMap((kind): SheetsRequest[] => {
      const filterViewId = viewId(kind, member);
      const before = present.get(filterViewId);
      if (!hasViews(member)) return before ? [{ deleteFilterView: { filterId: filterViewId } }] : [];
      const filterSpecs = specsOf(kind, member, head, view);
      const name = memberLabel(member.id, view.members, view.language);
      const filter = { filterViewId, title: titleOf(kind, name)[view.language], range, filterSpecs };
      if (before === undefined) return [{ addFilterView: { filter } }];
      const isSame = specsKey(before.filterSpecs) === specsKey(filterSpecs);
      const isWhole = coversRange(rowsOf(before.range), range, rowCount);
      if (isSame && isWhole) return [];
      const fields = isSame ? 'range' : 'title,range,filterSpecs';
      return [{ updateFilterView: { filter, fields } }];
    }),
  );
};
