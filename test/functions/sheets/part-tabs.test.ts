import { contactRows } from '../../../functions/domain/queue/contact-rows';
import { opportunityRows } from '../../../functions/domain/queue/opportunity-rows';
import { PART_TABS, partTabs, partViewRequests } from '../../../functions/sheets/part-tabs';
import { aContact, anAccount, anOpportunity, byId, MEMBERS, TODAY } from '../../builders';

const account = anAccount({
  ...{ id: 'a_1', ownerId: 'is', contacts: byId(aContact()), opportunities: byId(anOpportunity()) },
});
const facts = { members: MEMBERS, today: TODAY };
const book = {
  ...({ members: MEMBERS, language: 'en', today: TODAY, link: () => undefined } as const),
  parts: {
    ...{ stamp: 'Made', mark: 'm1' },
    opportunities: { rows: opportunityRows([account], facts), more: 0 },
    contacts: { rows: contactRows([account], facts), accounts: 1, hasMore: false },
  },
};

test('each tab is there in the team’s language, with a view for each owner of its rows', () => {
  const tabs = partTabs(new Map(), book);
  expect(tabs.map(({ sheetId, title }) => [sheetId, title])).toEqual(
    PART_TABS.map(({ sheetId }, at) => [sheetId, ['Opportunities', 'Contacts'][at]]),
  );
  const views = partViewRequests(tabs, book, new Set());
  expect(views.map(({ addFilterView }) => addFilterView?.filter?.title)).toEqual([
    ...['fs: opportunities', 'is: contacts'],
  ]);
});

test('what waits in a row of a tab is written into that tab alone', () => {
  const [row] = book.parts.contacts.rows;
  if (row === undefined) throw new Error('There is no contact.');
  const typed = { basis: row.basis, texts: { phone: '07', request: 'Not sent' } };
  const key = `a_1@contacts.${row.contact.id}`;
  const read = { rows: new Map([[key, typed]]), keys: [], sorts: [], mark: null };
  const [opportunities, contacts] = partTabs(new Map([[8009, read]]), book);
  const shows = (page: object | undefined) => JSON.stringify(page).includes('"stringValue":"07"');
  expect([shows(opportunities?.page), shows(contacts?.page)]).toEqual([false, true]);
});
