/** Erases a contact: a manager confirms with a tick, and may name other spellings to be looked for in texts. */
import type { Contact } from '../../../functions/domain/account/account';
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type CommandForm, commandForm } from '../kit/command-form';
import { ERASE_TEXTS } from '../messages/erase-text';
import { localize, type Viewer } from '../messages/viewer';
import { accountField } from './account-field';

interface EraseContactEntry {
  /** Has one value when ticked, otherwise none. */
  confirmed: string[];
  spellings: string;
  reason: string;
}

const spellingsOf = (entered: string): string[] =>
  entered
    .split(/[、,，]/)
    .map((spelling) => spelling.trim())
    .filter((spelling) => spelling !== '');

export const eraseContactForm = (viewer: Viewer, { id, name }: Contact): CommandForm =>
  commandForm<EraseContactEntry>({
    about: { account: null, today: viewer.today },
    fields: [
      accountField('spellings', 'contactName', 'text', null, {
        label: ERASE_TEXTS.spellings,
        hint: ERASE_TEXTS.spellingsHint,
      }),
      accountField('reason', 'reason', 'words', null, { hint: ERASE_TEXTS.reasonHint }),
      accountField('confirmed', 'contactName', 'products', null, {
        label: ERASE_TEXTS.confirm,
        choices: [{ value: 'confirmed', label: ERASE_TEXTS.confirmed }],
        optional: false,
      }),
    ],
    title: interpolate(localize(viewer, ERASE_TEXTS.title), { name }),
    submit: localize(viewer, ERASE_TEXTS.erase),
    command: ({ spellings = '', reason }) => ({
      type: 'eraseContact',
      contactId: id,
      ...(spellingsOf(spellings).length === 0 ? {} : { spellings: spellingsOf(spellings) }),
      ...(reason === undefined ? {} : { reason }),
    }),
    sentence: () => localize(viewer, ERASE_TEXTS.done),
  });
