import type { Command } from '../../../../functions/domain/commands/command-table';
import { MEMBERS, TODAY, theMember } from '../../../builders';
import { accepted, active, closingOf, type Life, opportunitiesOf, refused, twoOpen } from '../account-lives';

const pass = (life: Life, toId: string): Command => ({
  ...{ type: 'handOverOpportunity', opportunityId: opportunitiesOf(life)[0] ?? '', toId, note: '担当替え' },
});
const firstOf = ({ account }: Life) => Object.values(account.opportunities)[0];

test('only the opportunity goes, and waits for its receiver', () => {
  const life = accepted(active(), pass(active(), 'fs2'), { by: 'fs' });
  expect(life.account.ownerId).toBe('is');
  expect(firstOf(life)).toMatchObject({
    fsOwnerId: 'fs2',
    handOver: { by: 'fs', on: TODAY, fromId: 'fs', note: '担当替え', acknowledgedOn: null },
  });
});

test('its owner or a manager gives it, also what a leaver left', () => {
  expect(refused(active(), pass(active(), 'manager'), { by: 'fs2' }).code).toBe('ROLE_NOT_ALLOWED');
  expect(refused(active(), pass(active(), 'fs2'), { by: 'is' }).code).toBe('ROLE_NOT_ALLOWED');
  const members = { ...MEMBERS, fs: { ...theMember('fs'), active: false } };
  expect(firstOf(accepted(active(), pass(active(), 'fs2'), { by: 'manager', members }))?.fsOwnerId).toBe(
    'fs2',
  );
});

test.each([
  ['is', 'FIELD_SALES_OWNER'],
  ['left', 'MEMBER_UNKNOWN'],
  ['nobody', 'MEMBER_UNKNOWN'],
])('not to %s: %s', (toId, code) => {
  expect(refused(active(), pass(active(), toId), { by: 'manager' }).code).toBe(code);
});

test('only one that is there and open', () => {
  const [first = ''] = opportunitiesOf(twoOpen());
  const lost = accepted(twoOpen(), closingOf('lost', first), { by: 'fs' });
  expect(refused(lost, pass(lost, 'fs2'), { by: 'fs' }).code).toBe('OPPORTUNITY_CLOSED');
  const unknown = { ...pass(active(), 'fs2'), opportunityId: 'o9' } as Command;
  expect(refused(active(), unknown, { by: 'fs' }).code).toBe('OPPORTUNITY_UNKNOWN');
});

test('to whoever has it already, nothing changes', () => {
  const life = active();
  expect(accepted(life, pass(life, 'fs'), { by: 'manager' })).toBe(life);
});
