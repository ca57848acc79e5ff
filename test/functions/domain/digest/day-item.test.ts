import { accountItem } from '../../../../functions/domain/digest/day-item';
import { text } from '../../../../functions/domain/text/text';
import { anAccount, TODAY } from '../../../builders';

test('a line names the account and its status beside what waits there', () => {
  const facts = { words: text('電話する', 'Call'), due: TODAY, daysOver: 0, form: 'logContact' } as const;
  const account = anAccount({ id: 'a_1', name: '株式会社一日', status: 'WORKING' });
  expect(accountItem(account, facts)).toEqual({
    ...facts,
    accountId: 'a_1',
    company: '株式会社一日',
    status: 'WORKING',
  });
});
