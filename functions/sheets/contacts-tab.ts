/** The tab of the contacts: what stands in the cells of each. */
import type { ContactRow } from '../domain/queue/contact-rows';
import { DO_NOT_CONTACT } from '../domain/queue/part-column-texts';
import { accountTarget } from '../domain/register/row-target';
import { ACTIVITY_KIND_LABELS, CONTACT_STATE_LABELS } from '../domain/status/code-list-texts';
import type { Text } from '../domain/text/text';
import { colorStyle, type SheetCell } from './cells';
import {
  CONTACT_HEADINGS,
  cameFromText,
  contactsHead,
  NOT_LISTED,
  waitsUntilText,
  wentToText,
} from './contacts-tab-texts';
import { editedCell, type PartPageColumn, type PartView, partPage } from './part-page';
import { choiceCell, typedCell } from './queue-columns';
import { linkedTextCell, wrappedTextCell } from './report-tab';
import type { TabPage } from './whole-tab';

export interface ContactsView extends PartView<ContactRow> {
  /** Accounts that were read. */
  accounts: number;
  /** Whether there are accounts that were not read. */
  hasMore: boolean;
}

const QUIET = '#f5b5ab';

/** The cell in red where the person is not to be contacted now. */
const redIf = (cell: SheetCell, isRed: boolean): SheetCell =>
  isRed
    ? { ...cell, userEnteredFormat: { ...cell.userEnteredFormat, backgroundColorStyle: colorStyle(QUIET) } }
    : cell;

const lastText = (
  { last, waitsUntil, contact: { movedTo, movedFrom } }: ContactRow,
  language: keyof Text,
): string =>
  [
    ...(last === null
      ? []
      : [
          [last.activity.date, ACTIVITY_KIND_LABELS[last.activity.kind][language], last.by[language]].join(
            ' ',
          ),
        ]),
    ...(waitsUntil === null ? [] : [waitsUntilText(waitsUntil)[language]]),
    ...(movedTo === undefined ? [] : [wentToText(movedTo)[language]]),
    ...(movedFrom === undefined ? [] : [cameFromText(movedFrom)[language]]),
  ].join('\n');

const words = (key: 'department' | 'title' | 'role' | 'phone' | 'email', width: number) =>
  editedCell<ContactRow>(key, width, ({ contact }) => typedCell(contact[key] ?? ''));

/** In the order people read them. All that is visible fits a screen of 1440; beside the frozen company and name, each of the others fits a phone. */
const COLUMNS: readonly PartPageColumn<ContactRow>[] = [
  {
    key: 'name',
    width: 110,
    cell: ({ name, accountId }, { link }) => linkedTextCell(name, link(accountTarget(accountId))),
  },
  editedCell('person', 80, ({ contact }) => typedCell(contact.name)),
  words('department', 100),
  words('title', 80),
  words('role', 80),
  words('phone', 104),
  words('email', 150),
  editedCell('personState', 96, ({ contact: { state } }, { language }, typed) =>
    choiceCell(
      typed ?? (state === 'erased' ? '' : CONTACT_STATE_LABELS[state][language]),
      Object.values(CONTACT_STATE_LABELS),
      language,
    ),
  ),
  editedCell('doNotContact', 96, ({ contact: { doNotContact = false } }, { language }, typed) =>
    redIf(
      choiceCell(typed ?? (doNotContact ? DO_NOT_CONTACT[language] : ''), [DO_NOT_CONTACT], language),
      doNotContact,
    ),
  ),
  editedCell('daysBetween', 80, ({ contact }) => typedCell(String(contact.daysBetween ?? ''))),
  {
    key: 'last',
    width: 140,
    cell: (row, { language }) => redIf(wrappedTextCell(lastText(row, language)), row.waitsUntil !== null),
  },
  { key: 'owner', width: 80, cell: ({ owner }, { language }) => wrappedTextCell(owner?.[language] ?? '') },
];

export const OWNER_COLUMN = COLUMNS.findIndex(({ key }) => key === 'owner');

export const contactsPage = (rows: readonly ContactRow[], view: ContactsView): TabPage =>
  partPage(
    rows,
    {
      head: contactsHead({ rows: rows.length, accounts: view.accounts, hasMore: view.hasMore }),
      ...{ headings: CONTACT_HEADINGS, columns: COLUMNS },
      leftText: { key: 'last', words: NOT_LISTED },
    },
    view,
  );
