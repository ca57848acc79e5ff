import { toRecord } from '../../../../functions/domain/account/account-record';
import type { AwaitedInput } from '../../../../functions/domain/account/command-inputs';
import { awaitedPaths, RULE_FIELDS } from '../../../../functions/domain/commands/command-reads';
import { anAccount } from '../../../builders';

test.each<[AwaitedInput, string[]]>([
  [{}, []],
  [{ contactId: 'c1' }, ['awaitedContactId']],
  [{ contact: { name: '山田' } }, ['awaitedContactId']],
  [{ contact: { id: 'c1', title: '部長' } }, ['awaitedContactId', 'contacts.c1']],
  // Nothing to wait for is asked for, too; and the status says whether anything is.
  [{ awaitedCondition: null }, ['status', 'awaitedCondition']],
  [{ contactId: 'c1', awaitedCondition: '来期' }, ['awaitedContactId', 'status', 'awaitedCondition']],
])('%j is made on %j', (input, paths) => {
  expect(awaitedPaths(input)).toEqual(paths);
});

test('what rules read are fields of an account, and no contact that was logged meanwhile', () => {
  expect(RULE_FIELDS.filter((field) => !Object.keys(toRecord(anAccount())).includes(field))).toEqual([]);
  expect(RULE_FIELDS).toContain('everMet');
  expect(RULE_FIELDS).not.toContain('activities');
});
