import { refuseUnlessGiven } from '../../../../functions/domain/commands/refuse-unless-given';
import { aContext, anAccount } from '../../../builders';

test('whoever may not give a command is told who may, by the status of the account', () => {
  const rights = { givenBy: 'rep', givenByIn: { ACTIVE_OPPORTUNITY: 'fieldSales' } } as const;
  expect(refuseUnlessGiven(rights, anAccount(), aContext())).toBeNull();
  expect(refuseUnlessGiven(rights, anAccount(), aContext({ by: 'viewer' }))).toMatchObject({
    code: 'ROLE_NOT_ALLOWED',
    facts: { role: 'viewer', allowed: ['is', 'fs', 'manager', 'admin'] },
  });
  const active = anAccount({ status: 'ACTIVE_OPPORTUNITY' });
  expect(refuseUnlessGiven(rights, active, aContext())?.facts).toEqual({
    role: 'is',
    allowed: ['fs', 'manager', 'admin'],
  });
});
