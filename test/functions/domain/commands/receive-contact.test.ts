import type { ContactMove } from '../../../../functions/domain/account/account-event';
import { MAX_CONTACTS } from '../../../../functions/domain/account/draft';
import type { ReceiveContactInput } from '../../../../functions/domain/commands/receive-contact';
import { aContact, anAccount, byId, TODAY } from '../../../builders';
import { accepted, cold, type Life, refused } from '../account-lives';

const moveTo = (life: Life, toContactId: string): ContactMove => ({
  ...{ fromId: 'a_2', fromName: '株式会社元', fromContactId: 'c7', fromVersion: 4 },
  ...{ toId: life.account.id, toName: life.account.name, toContactId, toVersion: life.account.version + 1 },
});
const receive = (life: Life, toContactId: string, there: ReceiveContactInput['there'] = {}) =>
  accepted(life, {
    type: 'receiveContact',
    move: moveTo(life, toContactId),
    contact: aContact({
      ...{ id: 'c7', name: '山田', email: 'y@old.example', phone: '03', role: '決裁者' },
      ...{ speaksWith: ['fs'], doNotContact: true, daysBetween: 30 },
    }),
    there,
  }).account.contacts[toContactId];
const movedFrom = { accountId: 'a_2', contactId: 'c7', company: '株式会社元', on: TODAY };

test('what they asked of us goes along, what belongs to the company before does not', () =>
  expect(receive(cold(), 'c000002', { department: '営業部', phone: '06' })).toEqual({
    ...{ id: 'c000002', name: '山田', department: '営業部', title: null, email: null, phone: '06' },
    ...{ state: 'present', speaksWith: ['fs'], doNotContact: true, daysBetween: 30, movedFrom },
  }));

test('a contact that is here already is taken for the person, and keeps what is known of it', () => {
  const contact = { name: '山田', title: '部長', speaksWith: ['is'] };
  const life = accepted(cold(), { type: 'saveContact', contact });
  const [id = ''] = Object.keys(life.account.contacts);
  expect(receive(life, id)).toMatchObject({ id, title: '部長', speaksWith: ['is', 'fs'], movedFrom });
});

test('an account that is full takes nobody in', () => {
  const contacts = byId(
    ...Array.from({ length: MAX_CONTACTS }, (_, n) => aContact({ id: `c${n}`, name: `人${n}` })),
  );
  const full = { account: anAccount({ contacts }), history: [] };
  const command = {
    type: 'receiveContact',
    move: moveTo(full, 'c000002'),
    contact: aContact(),
    there: {},
  } as const;
  expect(refused(full, command).code).toBe('LIMIT_REACHED');
});
