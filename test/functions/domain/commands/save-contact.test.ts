import type { Command } from '../../../../functions/domain/commands/command-table';
import { accepted, met } from '../account-lives';

test('saving a contact and naming whom we keep in touch with find the same person by the name', () => {
  const contact = { name: '阿部', department: '総務' };
  const known = accepted(met(), { type: 'saveContact', contact });
  const again: Command[] = [
    { type: 'saveContact', contact: { name: '阿部', title: '部長' } },
    { type: 'setAwaited', contact: { name: '阿部', title: '部長' } },
  ];
  for (const command of again)
    expect(Object.values(accepted(known, command).account.contacts)).toMatchObject([
      { ...contact, title: '部長' },
    ]);
});
