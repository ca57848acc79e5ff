import { toRecord } from '../../../../functions/domain/account/account-record';
import { aContact, TODAY } from '../../../builders';
import {
  accepted,
  attempt,
  checkOf,
  dataFor,
  type Life,
  met,
  missing,
  quarterly,
  refused,
  withCheck,
} from '../account-lives';

describe('a contact who leaves', () => {
  const leave = (life: Life, state: 'left' | 'moved' = 'left'): Life => {
    const [contact = aContact()] = Object.values(life.account.contacts);
    return accepted(life, { type: 'saveContact', contact: { id: contact.id, name: contact.name, state } });
  };

  test.each(['left', 'moved'] as const)('%s a quarterly account makes a debt', (state) => {
    const life = leave(quarterly(), state);
    expect(toRecord(life.account)).toMatchObject({ status: 'QUARTERLY_CHECK', debts: ['NEED'] });
  });

  test('and a new one settles it', () => {
    const gone = leave(quarterly());
    const refusal = refused(gone, checkOf('stillWaiting', TODAY));
    expect(missing(refusal)).toEqual(['contactId']);
    const { account } = withCheck(gone, 'stillWaiting', TODAY, { contact: { name: '後任の佐藤' } });
    expect(account.standing.debts).toEqual([]);
    expect(account.contacts[account.awaitedContactId ?? '']?.name).toBe('後任の佐藤');
  });

  test('elsewhere is no debt', () => {
    const life = accepted(met(), { type: 'saveContact', contact: { name: '山田' } });
    expect(leave(life).account.standing.debts).toEqual([]);
  });
});

test('BANT that no longer fits is a debt, not a move', () => {
  const life = accepted(quarterly(), { type: 'setBant', bant: { need: 'unclear' } });
  expect(toRecord(life.account)).toMatchObject({ status: 'QUARTERLY_CHECK', debts: ['NEED'] });
  const yes = attempt(life, { type: 'setBant', bant: { need: 'yes' } });
  expect(yes).toMatchObject({ account: { standing: { debts: [] } } });
});

test('all four yes: the refusal suggests an active opportunity', () => {
  const bant = { budget: 'yes', authority: 'yes', need: 'yes', timing: 'yes' } as const;
  const data = { ...dataFor(['NEED'], met().account, TODAY), bant };
  const refusal = refused(met(), { type: 'changeStatus', to: 'QUARTERLY_CHECK', data });
  expect(refusal).toMatchObject({ code: 'BANT_ALL_YES', facts: { suggested: 'ACTIVE_OPPORTUNITY' } });
  expect(refusal.legal).toContain('ACTIVE_OPPORTUNITY');
  expect(refusal.message.en).toContain('Active Opportunity');
});
