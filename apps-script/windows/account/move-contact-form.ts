/** Records that a contact has moved to another company: which one, and what is known of them there. */
import type { Contact } from '../../../functions/domain/account/account';
import type { AccountView } from '../../script-api';
import { type CommandForm, commandForm } from '../kit/command-form';
import type { InputOf } from '../kit/form-input';
import { ACCOUNT_MESSAGES, tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import { aboutAccount, accountField } from './account-field';

export const moveContactForm = (
  viewer: Viewer,
  accountView: AccountView,
  { id: contactId, name }: Contact,
): CommandForm =>
  commandForm<Omit<InputOf<'moveContact'>, 'contactId'>>({
    about: aboutAccount(accountView),
    fields: [
      accountField('toId', 'movedTo', 'account', null, {
        optional: false,
        hint: ACCOUNT_MESSAGES.moveContactHint,
      }),
      accountField('department', 'department', 'text'),
      accountField('title', 'title', 'text'),
      accountField('email', 'email', 'text'),
      accountField('phone', 'phone', 'text'),
    ],
    title: tAccount(viewer, 'moveContactOf', { name }),
    submit: tAccount(viewer, 'moveContact'),
    command: ({ toId = '', ...there }) => ({ type: 'moveContact', contactId, toId, ...there }),
    sentence: () => tAccount(viewer, 'contactMoved', { name }),
  });
