import type { ContactInput } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { accepted, type Life, met } from '../account-lives';

const set = (what: Omit<Extract<Command, { type: 'setAwaited' }>, 'type'>): Command => ({
  type: 'setAwaited',
  ...what,
});

const withContacts = (life: Life, ...contacts: ContactInput[]): Life =>
  contacts.reduce((before, contact) => accepted(before, { type: 'saveContact', contact }), life);

const contactsOf = ({ account }: Life): [string, string | null][] =>
  Object.values(account.contacts).map(({ name, department }) => [name, department]);

describe('a contact without an ID', () => {
  test.each<[string, ContactInput[], ContactInput, [string, string | null][]]>([
    [
      'of a new name is new',
      [{ name: '阿部' }],
      { name: '井上' },
      [
        ['阿部', null],
        ['井上', null],
      ],
    ],
    ['of the same name is the same', [{ name: '阿部' }], { name: '阿部' }, [['阿部', null]]],
    ['in another width', [{ name: 'Abe' }], { name: ' Ａｂｅ' }, [['Abe', null]]],
    [
      'takes the department along',
      [{ name: '阿部' }],
      { name: '阿部', department: '総務' },
      [['阿部', '総務']],
    ],
    ['keeps the department', [{ name: '阿部', department: '総務' }], { name: '阿部' }, [['阿部', '総務']]],
    [
      'of another department is somebody else',
      [{ name: '阿部', department: '総務' }],
      { name: '阿部', department: '営業' },
      [
        ['阿部', '総務'],
        ['阿部', '営業'],
      ],
    ],
    [
      'of who has left is somebody else',
      [{ name: '阿部', state: 'left' }],
      { name: '阿部' },
      [
        ['阿部', null],
        ['阿部', null],
      ],
    ],
  ])('%s', (_, known, input, expected) => {
    expect(contactsOf(accepted(withContacts(met(), ...known), set({ contact: input })))).toEqual(expected);
    expect(contactsOf(withContacts(met(), ...known, input))).toEqual(expected);
  });

  test('of two of one name, neither is taken for the other; the department decides', () => {
    const life = withContacts(
      met(),
      { name: '阿部', department: '総務' },
      { name: '阿部', department: '営業' },
    );
    expect(contactsOf(withContacts(life, { name: '阿部' }))).toHaveLength(3);
    expect(contactsOf(withContacts(life, { name: '阿部', department: '営業' }))).toHaveLength(2);
  });
});
