import type { Command } from '../../../../functions/domain/commands/command-table';
import { duplicateKeys } from '../../../../functions/domain/company/duplicates';
import { matchKeys } from '../../../../functions/domain/company/match-keys';
import { TODAY } from '../../../builders';
import { accepted, attempt, cold, refused } from '../account-lives';

const add = (name: string, until?: string): Command => ({
  type: 'addFormerName',
  name,
  ...(until === undefined ? {} : { until }),
});

test('a former name is kept with its last day, in the order in which the names are learned', () => {
  const once = accepted(cold(), add(' 株式会社ムカシ ', '1998-03-31'));
  const twice = accepted(once, add('昔商会'));
  expect(twice.account.formerNames).toEqual([
    { name: '株式会社ムカシ', until: '1998-03-31' },
    { name: '昔商会', until: TODAY },
  ]);
  expect(twice.account.name).toBe('株式会社サンプル');
  expect(twice.history.at(-1)?.events.map(({ type }) => type)).toEqual(['detailsEdited']);
});

test('the company is found under it, and likely duplicates meet under it', () => {
  const { account } = accepted(cold(), add('株式会社ムカシ'));
  const without = cold().account;
  for (const keysOf of [matchKeys, duplicateKeys])
    expect(keysOf(account).filter((key) => !keysOf(without).includes(key))).not.toEqual([]);
});

test.each(['株式会社サンプル', '㈱ｻﾝﾌﾟﾙ', '㈱ムカシ'])('%s, which it has already, changes nothing', (name) => {
  const life = accepted(cold(), add('株式会社ムカシ', '1998-03-31'));
  expect(attempt(life, add(name))).toBe(life);
});

test('a blank name, a day to come and too many names are refused', () => {
  expect(refused(cold(), add(' \n')).code).toBe('NAME_NEEDED');
  expect(refused(cold(), add('株式会社ムカシ', '2999-01-01')).code).toBe('DATE_IN_FUTURE');
  const formerNames = Array.from({ length: 200 }, (_, n) => ({ name: `旧社名${n}`, until: TODAY }));
  const full = { ...cold(), account: { ...cold().account, formerNames } };
  expect(refused(full, add('株式会社ムカシ')).code).toBe('LIMIT_REACHED');
});

test('a viewer adds none; an undo takes it back', () => {
  expect(refused(cold(), add('株式会社ムカシ'), { by: 'viewer' }).code).toBe('ROLE_NOT_ALLOWED');
  const life = accepted(cold(), add('株式会社ムカシ'));
  const back = accepted(life, { type: 'undo', version: life.account.version });
  expect(back.account.formerNames).toEqual([]);
});
