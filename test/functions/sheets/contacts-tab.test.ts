import { contactRows } from '../../../functions/domain/queue/contact-rows';
import { contactsPage, OWNER_COLUMN } from '../../../functions/sheets/contacts-tab';
import { CONTACT_HEADINGS } from '../../../functions/sheets/contacts-tab-texts';
import { aContact, anAccount, byId, MEMBERS, TODAY } from '../../builders';
import { brokenWords, cellTexts, PHONE_WIDTH, pageWidth, ROW_NUMBERS, SCREEN_WIDTH } from './tab-page';

const account = anAccount({
  ...{ id: 'a_1', name: '=株式会社八', ownerId: 'is' },
  contacts: byId(aContact({ id: 'c1', name: '山田', phone: '+81-3', doNotContact: true, daysBetween: 30 })),
});
const rows = contactRows([account], { members: MEMBERS, today: TODAY });
const view = (language: 'ja' | 'en', hasMore = true) => ({
  ...{ language, stamp: 'stamp', mark: 'mark', link: () => undefined, left: [], accounts: 500, hasMore },
  kept: () => ({ request: '', texts: {} }),
});
const keys = Object.keys(CONTACT_HEADINGS);

test.each(['ja', 'en'] as const)(
  'in %s a row says all of its person, and fits a screen and a phone',
  (language) => {
    const page = contactsPage(rows, view(language));
    expect(pageWidth(page)).toBeLessThan(SCREEN_WIDTH);
    expect(brokenWords(page)).toEqual([]);
    const widths = page.columns.flatMap(({ width, isHidden }) => (isHidden ? [] : [width]));
    const staying = widths.slice(0, page.frozenColumns).reduce((sum, width) => sum + width, ROW_NUMBERS);
    expect(staying + Math.max(...widths.slice(page.frozenColumns))).toBeLessThanOrEqual(PHONE_WIDTH);
    const texts = cellTexts(page);
    expect(texts[page.hiddenRow ?? -1]).toEqual(keys);
    expect(keys[OWNER_COLUMN]).toBe('owner');
    const row = Object.fromEntries(keys.map((key, at) => [key, texts[page.frozenRows]?.[at]]));
    expect(row).toMatchObject({
      ...{ name: '=株式会社八', person: '山田', phone: '+81-3', daysBetween: '30', owner: 'is' },
      doNotContact: language === 'ja' ? '連絡不可' : 'Do not contact',
      basis: expect.stringContaining(' @contacts.c1 r=0 '),
    });
    expect(texts[0]?.[0]).toContain('500');
  },
);

test('without any, and without others, it says so', () => {
  expect(cellTexts(contactsPage([], view('ja')))[0]?.[0]).toMatch(/まだいません/);
  expect(cellTexts(contactsPage(rows, view('en', false)))[0]?.[0]).toMatch(/^1 contact\. A change/);
});

test.each([
  ['ja', '株式会社先へ転職(2026-07-01)\n株式会社元から(2026-01-05)'],
  ['en', 'Went to 株式会社先 (2026-07-01)\nFrom 株式会社元 (2026-01-05)'],
] as const)('in %s it says where somebody went to, and came from', (language, last) => {
  const movedTo = { accountId: 'a_2', contactId: 'c2', company: '株式会社先', on: '2026-07-01' };
  const movedFrom = { accountId: 'a_3', contactId: 'c3', company: '株式会社元', on: '2026-01-05' };
  const contacts = byId(aContact({ state: 'left', movedTo, movedFrom }));
  const page = contactsPage(
    contactRows([anAccount({ contacts })], { members: MEMBERS, today: TODAY }),
    view(language),
  );
  expect(cellTexts(page)[page.frozenRows]?.[keys.indexOf('last')]).toBe(last);
});
