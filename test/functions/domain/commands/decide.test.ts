import type { Command } from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { aContext, anAccount, MEMBERS, TODAY, theMember } from '../../../builders';
import { cold, refused, unregistered, working } from '../account-lives';

describe('who may', () => {
  test('a viewer and a member who left change nothing', () => {
    for (const by of ['viewer', 'left']) {
      const refusal = refused(cold(), { type: 'editDetails', details: { kana: 'カナ' } }, { by });
      expect(refusal.code).toBe('ROLE_NOT_ALLOWED');
    }
    expect(
      refused(
        cold(),
        { type: 'cutLink', reason: '別会社' },
        {
          by: 'manager',
          members: { ...MEMBERS, manager: { ...theMember('manager'), active: false } },
        },
      ).code,
    ).toBe('ROLE_NOT_ALLOWED');
  });

  test.each<Command>([
    { type: 'approve', proposalId: 'r1', note: '承認' },
    { type: 'reject', proposalId: 'r1', note: '却下' },
    { type: 'correctMeeting', activityId: 'a1', reason: '別会社の商談' },
    { type: 'cutLink', reason: '別会社' },
  ])('$type is for managers', (command) => {
    for (const by of ['is', 'fs']) expect(refused(cold(), command, { by }).code).toBe('ROLE_NOT_ALLOWED');
    for (const by of ['manager', 'admin'])
      expect(refused(cold(), command, { by }).code).not.toBe('ROLE_NOT_ALLOWED');
  });

  test('an account that nobody registered is unknown', () => {
    expect(refused(unregistered(), { type: 'setBant', bant: { need: 'yes' } }).code).toBe('ACCOUNT_UNKNOWN');
  });
});

test('every refusal says what is legal now', () => {
  const closing = { opportunityId: 'o1', outcome: 'lost', on: TODAY } as const;
  const refusal = refused(working(), { type: 'closeOpportunity', closing }, { by: 'fs' });
  expect(refusal.code).toBe('OPPORTUNITY_UNKNOWN');
  expect(refusal.legal).toEqual([
    'COLD',
    'ACTIVE_OPPORTUNITY',
    'QUARTERLY_CHECK',
    'DEAD_OPPORTUNITY',
    'CURRENT_CLIENT',
    'BAD_FIT',
    'ON_FILE',
  ]);
});

test('names that every object inherits are no parts of an account', () => {
  const account = anAccount({ status: 'WORKING', ownerId: 'is' });
  const commands: Command[] = [
    { type: 'saveContact', contact: { id: 'constructor', name: '山田' } },
    { type: 'saveContact', contact: { name: '山田', speaksWith: ['__proto__'] } },
    { type: 'saveProduct', product: { id: 'toString', product: 'Cloud', state: 'prospect' } },
    { type: 'logActivity', activity: { kind: 'call', date: TODAY, contactId: 'valueOf' } },
    { type: 'handOver', toId: 'constructor', note: '引き継ぎ' },
  ];
  const refusals = commands.map((command) => {
    const verdict = decide(account, command, aContext());
    return 'refusal' in verdict ? verdict.refusal.code : 'accepted';
  });
  expect(refusals).toEqual([
    'CONTACT_UNKNOWN',
    'MEMBER_UNKNOWN',
    'PRODUCT_UNKNOWN',
    'CONTACT_UNKNOWN',
    'MEMBER_UNKNOWN',
  ]);
});
