import { TODAY } from '../../../builders';
import { accepted, cold, refused } from '../account-lives';

test('an edit of the name keeps the former one, dated', () => {
  const life = accepted(cold(), { type: 'editDetails', details: { name: '株式会社新社名' } });
  expect(life.account).toMatchObject({
    name: '株式会社新社名',
    formerNames: [{ name: '株式会社サンプル', until: TODAY }],
  });
  expect(refused(life, { type: 'editDetails', details: { name: ' ' } }).code).toBe('NAME_NEEDED');
});
