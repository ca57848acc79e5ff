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

test('other names are kept once each, may be undone, and a legal form is none', () => {
  const otherNames = ['ハチカフェ', ' HACHI ', 'HACHI'];
  const life = accepted(cold(), { type: 'editDetails', details: { otherNames } });
  expect(life.account.otherNames).toEqual(['ハチカフェ', 'HACHI']);
  expect(accepted(life, { type: 'undo', version: life.account.version }).account.otherNames).toEqual([]);
  expect(refused(life, { type: 'editDetails', details: { otherNames: ['株式会社'] } }).code).toBe(
    'NAME_IS_LEGAL_FORM',
  );
});
