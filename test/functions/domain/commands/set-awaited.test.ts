import { toRecord } from '../../../../functions/domain/account/account-record';
import type { ContactInput } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { registerRow } from '../../../../functions/domain/register/row';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { TODAY } from '../../../builders';
import {
  accepted,
  active,
  badFit,
  client,
  codes,
  cold,
  dataFor,
  dead,
  type Life,
  met,
  missing,
  onFile,
  quarterly,
  refused,
  reviewed,
  unregistered,
} from '../account-lives';

const set = (what: Omit<Extract<Command, { type: 'setAwaited' }>, 'type'>): Command => ({
  type: 'setAwaited',
  ...what,
});

const withContacts = (life: Life, ...contacts: ContactInput[]): Life =>
  contacts.reduce((before, contact) => accepted(before, { type: 'saveContact', contact }), life);

const contactsOf = ({ account }: Life): [string, string | null][] =>
  Object.values(account.contacts).map(({ name, department }) => [name, department]);

const shownContact = ({ account }: Life): string | null => registerRow(account).contact;

const eventsOf = ({ history }: Life): string[] => history.at(-1)?.events.map(({ type }) => type) ?? [];

const LIVES: Record<Status, () => Life> = {
  COLD: cold,
  WORKING: met,
  ACTIVE_OPPORTUNITY: active,
  QUARTERLY_CHECK: quarterly,
  DEAD_OPPORTUNITY: dead,
  CURRENT_CLIENT: client,
  BAD_FIT: () => reviewed(badFit()),
  ON_FILE: onFile,
};

describe('whom we keep in touch with', () => {
  test.each(STATUSES)('a name typed on a %s account is the contact that its row shows', (status) => {
    const life = withContacts(LIVES[status](), { name: '阿部' }, { name: '井上' });
    const named = accepted(life, set({ contact: { name: ' 鈴木 ' } }));
    expect([shownContact(named), eventsOf(named)]).toEqual(['鈴木', ['contactSaved', 'contactSaved']]);
    const back = accepted(named, set({ contact: { name: '井上' } }));
    expect([shownContact(back), eventsOf(back)]).toEqual(['井上', ['contactSaved']]);
    expect(contactsOf(back)).toHaveLength(contactsOf(named).length);
  });

  test('by ID; one that the account does not have is refused', () => {
    const life = withContacts(met(), { name: '阿部' }, { name: '井上' });
    const [, second = ''] = Object.keys(life.account.contacts);
    expect(shownContact(accepted(life, set({ contactId: second })))).toBe('井上');
    expect(refused(life, set({ contactId: 'constructor' })).code).toBe('CONTACT_UNKNOWN');
  });

  test('who has left is no contact of a quarterly check', () => {
    const life = withContacts(quarterly(), { name: '阿部', state: 'left' });
    const gone = Object.values(life.account.contacts).find(({ name }) => name === '阿部');
    const refusal = refused(life, set({ contactId: gone?.id ?? '' }));
    expect([codes(refusal), missing(refusal)]).toEqual([['NEED'], ['contactId']]);
  });

  test('stays when the account moves', () => {
    const life = accepted(withContacts(met(), { name: '阿部' }), set({ contact: { name: '井上' } }));
    const { contact: _, ...data } = dataFor(['NEED'], life.account, TODAY);
    const moved = accepted(life, {
      type: 'changeStatus',
      to: 'QUARTERLY_CHECK',
      data,
    });
    expect(shownContact(moved)).toBe('井上');
    const away = accepted(moved, {
      type: 'changeStatus',
      to: 'WORKING',
      data: dataFor(['OWNER', 'ACTION'], moved.account, TODAY),
    });
    expect(shownContact(away)).toBe('井上');
  });
});

describe('what the check waits for', () => {
  test('is set, with or without a contact', () => {
    const life = accepted(quarterly(), set({ awaitedCondition: '新年度', contact: { name: '井上' } }));
    expect(registerRow(life.account)).toMatchObject({ awaitedCondition: '新年度', contact: '井上' });
    expect(eventsOf(life)).toEqual(['contactSaved', 'nextCheckSet']);
    expect(toRecord(accepted(life, set({ awaitedCondition: '値下げ' })).account).awaitedCondition).toBe(
      '値下げ',
    );
  });

  test.each([null, '', ' \n'])('%p is no condition', (awaitedCondition) => {
    const refusal = refused(quarterly(), set({ awaitedCondition }));
    expect([codes(refusal), missing(refusal)]).toEqual([['NEED'], ['awaitedCondition']]);
  });

  test('a debt in another part of the need does not stand in the way', () => {
    const imported = accepted(unregistered(), {
      type: 'import',
      row: { list: 'L', details: { name: '輸入' }, status: 'QUARTERLY_CHECK' },
    });
    const answered = accepted(imported, set({ awaitedCondition: '来期', contact: { name: '阿部' } }));
    expect(toRecord(answered.account)).toMatchObject({
      awaitedCondition: '来期',
      debts: ['OWNER', 'MET', 'NEED'],
    });
  });

  test.each(STATUSES.filter((status) => status !== 'QUARTERLY_CHECK'))(
    'nothing on a %s account; an empty one changes nothing',
    (status) => {
      const life = LIVES[status]();
      const refusal = refused(life, set({ awaitedCondition: '来期' }));
      expect(refusal.code).toBe('CONDITION_NOT_AWAITED');
      expect(accepted(life, set({ awaitedCondition: null }))).toBe(life);
    },
  );
});
