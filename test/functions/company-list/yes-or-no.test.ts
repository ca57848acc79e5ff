import { saysForbidden, saysYes } from '../../../functions/company-list/yes-or-no';

test.each<[value: string | undefined, yes: boolean, forbidden: boolean]>([
  [undefined, false, false],
  ['', false, false],
  ['-', false, false],
  ['ー', false, false],
  ['いいえ', false, false],
  ['FALSE', false, false],
  ['0', false, false],
  ['なし', false, false],
  ['はい', true, true],
  ['○', true, true],
  ['1', true, true],
  ['TRUE', true, true],
  ['2026-04-01', true, true],
  // A cross is a no where a tick is a yes; where contact is forbidden, it forbids.
  ['×', false, true],
  ['不可', true, true],
  ['NG', true, true],
  ['先方より営業お断り', true, true],
  ['可', true, false],
  ['OK', true, false],
])('%j: yes %j, forbidden %j', (value, yes, forbidden) => {
  expect([saysYes(value), saysForbidden(value)]).toEqual([yes, forbidden]);
});
