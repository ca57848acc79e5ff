/** The tabs whose rows are parts of accounts: what is read of each, and what it is written with. */
import { inOrderOfReading } from '../domain/account/member-order';
import type { Member } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { ContactRow } from '../domain/queue/contact-rows';
import { CONTACT_EDIT_COLUMNS, OPPORTUNITY_EDIT_COLUMNS } from '../domain/queue/edit-columns';
import { keptPartCells } from '../domain/queue/kept-part-cells';
import type { OpportunityRow } from '../domain/queue/opportunity-rows';
import { partRowKey } from '../domain/queue/part-basis';
import type { MakeRowLink } from '../domain/register/row-target';
import { CONTACTS_TAB, OPPORTUNITIES_TAB } from '../domain/register/tabs';
import type { Text } from '../domain/text/text';
import type { SheetsRequest } from './cells';
import { contactsPage, OWNER_COLUMN } from './contacts-tab';
import { CONTACT_HEADINGS, CONTACTS_TITLE, contactsViewTitle } from './contacts-tab-texts';
import { opportunitiesPage } from './opportunities-tab';
import { OPPORTUNITIES_TITLE, OPPORTUNITY_HEADINGS, opportunitiesViewTitle } from './opportunities-tab-texts';
import type { PartRow, PartView } from './part-page';
import type { PartTabRead } from './read-part-tab';
import { tabViewRequests } from './tab-filter-views';
import type { TabPage } from './whole-tab';

/** `edited`: the columns that people type into. */
export const PART_TABS = [
  { sheetId: OPPORTUNITIES_TAB, headings: OPPORTUNITY_HEADINGS, edited: OPPORTUNITY_EDIT_COLUMNS },
  { sheetId: CONTACTS_TAB, headings: CONTACT_HEADINGS, edited: CONTACT_EDIT_COLUMNS },
] as const;

export interface PartFacts {
  /** `more`: accounts with open ones that are not listed. */
  opportunities: { rows: readonly OpportunityRow[]; more: number };
  /** `accounts`: so many were looked at; `hasMore`: there are others. */
  contacts: { rows: readonly ContactRow[]; accounts: number; hasMore: boolean };
  /** When they were made. */
  stamp: string;
  /** What they were made from: as long as it is the same, they need not be made again. */
  mark: string;
}

export interface PartBook {
  parts: PartFacts;
  members: Readonly<Record<string, Member>>;
  language: keyof Text;
  today: CalendarDate;
  link: MakeRowLink;
}

interface PartTab {
  sheetId: number;
  title: string;
  formerTitles: readonly string[];
  page: TabPage;
}

type PartTabs = ReadonlyMap<number, PartTabRead>;

/** What of a tab's rows is kept, by what people left in it. */
const viewOf = <Row extends PartRow>(
  tab: PartTabRead | undefined,
  rows: readonly Row[],
  columns: readonly string[],
  { language, link, today, parts: { stamp, mark } }: PartBook,
): PartView<Row> => {
  const typed: PartTabRead['rows'] = tab?.rows ?? new Map();
  const listed = new Set(rows.map(({ basis }) => partRowKey(basis)));
  return {
    ...{ language, link, stamp, mark },
    kept: ({ basis }) => keptPartCells(typed.get(partRowKey(basis)), basis, { today, columns }),
    left: [...typed].flatMap(([key, row]) => (listed.has(key) ? [] : [row])),
  };
};

export const partTabs = (read: PartTabs, book: PartBook): PartTab[] => {
  const { language } = book;
  const { opportunities, contacts } = book.parts;
  const view = viewOf(read.get(OPPORTUNITIES_TAB), opportunities.rows, OPPORTUNITY_EDIT_COLUMNS, book);
  const ofContacts = viewOf(read.get(CONTACTS_TAB), contacts.rows, CONTACT_EDIT_COLUMNS, book);
  const { accounts, hasMore } = contacts;
  return [
    {
      ...titled(OPPORTUNITIES_TITLE, language),
      sheetId: OPPORTUNITIES_TAB,
      page: opportunitiesPage(opportunities.rows, { ...view, more: opportunities.more }),
    },
    {
      ...titled(CONTACTS_TITLE, language),
      sheetId: CONTACTS_TAB,
      page: contactsPage(contacts.rows, { ...ofContacts, accounts, hasMore }),
    },
  ];
};

const titled = (title: Text, language: keyof Text) => ({
  title: title[language],
  formerTitles: [title.ja, title.en],
});

/** In which column its owners stand, and what each is called there, by ID. */
interface OwnedTab {
  ownerColumn: number;
  names: ReadonlyMap<string, string>;
  titleOf: (name: string) => Text;
}

/** A filter view for each member who has rows there. */
export const partViewRequests = (
  tabs: readonly PartTab[],
  { parts: { opportunities, contacts }, members, language }: PartBook,
  present: ReadonlySet<number>,
): SheetsRequest[] => {
  const owners: Readonly<Record<number, OwnedTab>> = {
    [OPPORTUNITIES_TAB]: {
      ...{ ownerColumn: 0, titleOf: opportunitiesViewTitle },
      names: new Map(
        opportunities.rows.map(({ opportunity: { fsOwnerId }, owner }) => [fsOwnerId, owner[language]]),
      ),
    },
    [CONTACTS_TAB]: {
      ...{ ownerColumn: OWNER_COLUMN, titleOf: contactsViewTitle },
      names: new Map(contacts.rows.map(({ ownerId, owner }) => [ownerId ?? '', owner?.[language] ?? ''])),
    },
  };
  const all = inOrderOfReading(members);
  return tabs.flatMap(({ sheetId, page: { cells, frozenRows, columns } }) => {
    const ofTab = owners[sheetId];
    if (ofTab === undefined) return [];
    const { ownerColumn, titleOf, names } = ofTab;
    const views = all.flatMap(({ id }) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ key: id, value: name, title: titleOf(name)[language] }];
    });
    const grid = { rowCount: Math.max(cells.length, frozenRows + 1), columnCount: columns.length };
    return tabViewRequests(
      { sheetId, headRow: frozenRows - 1, column: ownerColumn, ...grid, views },
      all.map(({ id }) => id),
      present,
    );
  });
};
