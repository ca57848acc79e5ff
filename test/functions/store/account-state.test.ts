import { blankAccount } from '../../../functions/domain/account/account';
import { toRecord } from '../../../functions/domain/account/account-record';
import { storedState, wholeState } from '../../../functions/store/account-state';
import { aContact, anAccount, byId } from '../../builders';

const record = toRecord(anAccount({ id: 'a_1', version: 3, name: '株式会社春', contacts: byId(aContact()) }));

test('what nobody has said is left out, and read again as a blank account has it', () => {
  const state = storedState(record);
  expect(Object.keys(state).length).toBeLessThan(Object.keys(record).length / 2);
  expect(wholeState(state)).toEqual(record);
});

test('without what makes it an account, a state is none', () => {
  const always = ['id', 'version', 'name', 'status', 'statusSince', 'everMet', 'withdrawn'] as const;
  for (const field of always) {
    expect(storedState(toRecord(blankAccount('')))).toHaveProperty(field);
    expect(wholeState({})).not.toHaveProperty(field);
  }
});
