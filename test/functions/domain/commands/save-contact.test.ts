import type { Command } from '../../../../functions/domain/commands/command-table';
import { accepted, met, refused } from '../account-lives';

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

test('a role, that they asked not to be contacted, and days between contacts are said, kept, and taken back', () => {
  const said = { role: '決裁者', doNotContact: true, daysBetween: 90 };
  const life = accepted(met(), { type: 'saveContact', contact: { name: '阿部', ...said } });
  const [id = ''] = Object.keys(life.account.contacts);
  const moved = accepted(life, { type: 'saveContact', contact: { id, department: '総務' } });
  expect(moved.account.contacts[id]).toMatchObject({ ...said, department: '総務' });
  const nothing = { role: null, doNotContact: false, daysBetween: null };
  const back = accepted(moved, { type: 'saveContact', contact: { id, ...nothing } });
  expect(Object.keys(back.account.contacts[id] ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/role|doNotContact|daysBetween/)]),
  );
});

test('who was erased is no one to say anything of', () => {
  const life = accepted(met(), { type: 'saveContact', contact: { name: '阿部', role: '決裁者' } });
  const [contactId = ''] = Object.keys(life.account.contacts);
  const erased = accepted(life, { type: 'eraseContact', contactId }, { by: 'manager' });
  expect(JSON.stringify(erased.account.contacts)).not.toContain('決裁者');
  const again: Command = { type: 'saveContact', contact: { id: contactId, role: '利用者' } };
  expect(refused(erased, again).code).toBe('CONTACT_UNKNOWN');
});
