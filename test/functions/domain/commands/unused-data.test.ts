/** Rule 12: a command never drops what it was given: each optional field, there or not, makes a difference, or is refused. */
import { isDeepStrictEqual } from 'node:util';
import { openOpportunities } from '../../../../functions/domain/account/account';
import { productsInUse } from '../../../../functions/domain/account/product-use';
import { TODAY } from '../../../builders';
import type { Life } from '../account-lives';
import { EXAMPLES, type Example, outcomeOf } from './command-examples';
import { isJson, NO_DATA, PATHS, samplesFor, valueAt, withPath } from './optional-fields';

const named = EXAMPLES.map((example): [string, Example] => {
  const [{ account }, command] = example;
  const to = 'to' in command ? ` to ${command.to}` : '';
  return [`${command.type}${to} on ${account.version === 0 ? 'nothing' : account.standing.status}`, example];
});

const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) || (isJson(value) && Object.keys(value).length === 0);

/** What is to go along, where nothing is there to go. */
const isVacuous = (path: string, { account }: Life): boolean =>
  (path.endsWith('onFile.opportunities') && openOpportunities(account).length === 0) ||
  (path === 'withOpportunities' && openOpportunities(account).length === 0) ||
  (path.endsWith('onFile.products') && productsInUse(account, TODAY).length === 0);

test.each(named)('%s: each optional field is used, or refused', (_, example) => {
  const [life, command, by] = example;
  const base = outcomeOf(example);
  if ('refusal' in base) throw new Error(`${base.refusal.code} ${JSON.stringify(base.refusal.facts)}`);
  const dropped = (PATHS.get(command.type) ?? []).filter((path) => {
    if (NO_DATA.includes(path.split('.').at(-1) ?? '')) return false;
    const value = valueAt(command, path);
    if (isEmpty(value) || isVacuous(path, life)) return false;
    return (value === undefined ? samplesFor(path) : [undefined]).every((other) => {
      const changed = withPath(command, path, other);
      const outcome = outcomeOf(by === undefined ? [life, changed] : [life, changed, by]);
      return !('refusal' in outcome) && isDeepStrictEqual(outcome, base);
    });
  });
  expect(dropped).toEqual([]);
});

test('every command that a caller may give, and has optional fields, is among them', () => {
  const types = new Set(EXAMPLES.map(([, { type }]) => type));
  const without = [...PATHS]
    .filter(([type, paths]) => paths.length > 0 && !types.has(type))
    .map(([type]) => type);
  // Their notes and reasons stand in the history: rights and merges have tests of their own.
  expect(without.sort()).toEqual(['acknowledgeHandOver', 'merge']);
});
