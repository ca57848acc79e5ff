import { schemaNameOf } from '../../../functions/contract/schema-name';

test.each([
  ['ACCOUNT_UNKNOWN', 'AccountUnknown'],
  ['INTERNAL', 'Internal'],
  ['BODY_NOT_UTF8', 'BodyNotUtf8'],
])('%s is published as %s', (code, name) => {
  expect(schemaNameOf(code)).toBe(name);
});
