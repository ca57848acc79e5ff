import type { Contact } from '../../../../functions/domain/account/account';
import { toRecord } from '../../../../functions/domain/account/account-record';
import type { ContactInput } from '../../../../functions/domain/account/command-inputs';
import {
  awaitContactOrCondition,
  savedContactId,
  upsertContact,
} from '../../../../functions/domain/account/contacts';
import { MAX_CONTACTS } from '../../../../functions/domain/account/draft';
import { aContact, aContext, anAccount, byId } from '../../../builders';
import { changed, refusalOf } from './mutation-scene';

const having = (...contacts: Partial<Contact>[]) =>
  anAccount({ contacts: byId(...contacts.map((over, n) => aContact({ id: `c${n + 1}`, ...over }))) });

const save = (input: ContactInput) => upsertContact(input, aContext());

describe('a contact without an ID', () => {
  const general = { name: '阿部', department: '総務' };
  const sales = { name: '阿部', department: '営業' };

  test.each<[string, Partial<Contact>[], ContactInput, string]>([
    ['of a new name is new', [general], { name: '井上' }, 'c000002'],
    ['of the same name is the same', [general], { name: '阿部' }, 'c1'],
    ['in another width is the same', [{ name: 'Abe' }], { name: ' Ａｂｅ' }, 'c1'],
    ['takes the department along', [{ ...general, department: null }], general, 'c1'],
    ['of another department is somebody else', [general], sales, 'c000002'],
    ['of somebody who has left is somebody else', [{ ...general, state: 'left' }], general, 'c000002'],
    ['is neither of two of one name', [general, sales], { name: '阿部' }, 'c000002'],
    ['is the one of two whose department it names', [general, sales], sales, 'c2'],
  ])('%s', (_, known, input, id) => {
    const before = having(...known);
    expect(savedContactId(before, input)).toBe(id);
    const { contacts } = changed(before, save(input));
    expect(Object.keys(contacts)).toHaveLength(known.length + (id === 'c000002' ? 1 : 0));
    expect(contacts[id]).toMatchObject({ id, department: input.department ?? contacts[id]?.department });
  });

  test('keeps the name as it is written there, and whatever it does not say', () => {
    const before = having({ name: 'Abe', phone: '03-1', title: '部長' });
    const { contacts } = changed(before, save({ name: 'Ａｂｅ', email: 'abe@sample.example' }));
    expect(contacts.c1).toEqual({ ...before.contacts.c1, email: 'abe@sample.example' });
  });
});

describe('a contact by its ID', () => {
  test('is renamed; null takes a value away', () => {
    const before = having({ title: '部長', email: 'abe@sample.example', phone: '03-1' });
    const nothing = { department: null, title: null, email: null, phone: null };
    const { contacts } = changed(before, save({ id: 'c1', name: '安部', state: 'left', ...nothing }));
    expect(contacts.c1).toEqual({ id: 'c1', name: '安部', state: 'left', speaksWith: [], ...nothing });
  });

  test.each<[ContactInput, string]>([
    [{ id: 'c9', name: '阿部' }, 'CONTACT_UNKNOWN'],
    [{ id: 'constructor', name: '阿部' }, 'CONTACT_UNKNOWN'],
    [{ id: 'c1', name: ' ' }, 'CONTACT_NAME_NEEDED'],
    [{ name: '\u3000' }, 'CONTACT_NAME_NEEDED'],
    [{ id: 'c1', speaksWith: ['is', 'nobody'] }, 'MEMBER_UNKNOWN'],
  ])('%j is refused: %s', (input, code) => {
    expect(refusalOf(having({}), save(input)).code).toBe(code);
  });
});

test('an account that is full takes no new contact, and still changes the ones that it has', () => {
  const full = having(...Array.from({ length: MAX_CONTACTS }, (_, n) => ({ name: `人${n}` })));
  expect(refusalOf(full, save({ name: '井上' })).code).toBe('LIMIT_REACHED');
  expect(changed(full, save({ id: 'c7', name: '井上' })).contacts.c7?.name).toBe('井上');
});

describe('whom and what we wait for', () => {
  const nextCheck = { date: '2026-10-01', origin: 'cadence', base: '2026-07-01' } as const;
  const contacts = byId(aContact({ id: 'c1' }), aContact({ id: 'c2' }));
  const waiting = anAccount({
    status: 'QUARTERLY_CHECK',
    nextCheck,
    missedChecks: 2,
    awaitedCondition: '来期の予算',
    awaitedContactId: 'c1',
    contacts,
  });
  const awaiting = (contactId?: string, condition?: string | null) => {
    const step = awaitContactOrCondition(contactId, condition);
    return step === null ? null : toRecord(changed(waiting, step));
  };

  test('what is not given stays, and nothing is no step at all', () => {
    expect(awaiting()).toBeNull();
    expect(awaiting('c2')).toEqual({ ...toRecord(waiting), awaitedContactId: 'c2' });
    expect(awaiting(undefined, '値下げ')).toEqual({ ...toRecord(waiting), awaitedCondition: '値下げ' });
    expect(awaiting('c2', null)).toMatchObject({ awaitedContactId: 'c2', awaitedCondition: null });
  });

  test('a contact that the account does not have is refused', () => {
    const step = awaitContactOrCondition('c9', '値下げ');
    expect(step && refusalOf(waiting, step).code).toBe('CONTACT_UNKNOWN');
  });
});
