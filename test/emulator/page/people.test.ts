import { DEMO_TEAM } from '../../../emulator/demo/team';
import { findPerson, SELECTABLE_PEOPLE } from '../../../emulator/page/people';

const { email } = DEMO_TEAM.sato;

test.each<[string, string | null, string | null]>([
  ['sato', email, DEMO_TEAM.sato.role],
  [email.toUpperCase(), email, DEMO_TEAM.sato.role],
  ['stranger', 'stranger@elsewhere.example', 'stranger'],
  ['Anybody@Example.JP', 'anybody@example.jp', 'other'],
  // The Kelvin sign is no K: another address.
  ['sa\u212ao@example.jp', 'sa\u212ao@example.jp', 'other'],
  ['SATO', null, null],
  ['constructor', null, null],
  ['a b@example.jp', null, null],
  ['', null, null],
])('%s is %p, as %p', (as, address, role) => {
  const person = findPerson(as);
  expect([person?.email ?? null, person?.role ?? null]).toEqual([address, role]);
});

test('everybody of the team can be chosen once, and somebody from outside', () => {
  const keys = SELECTABLE_PEOPLE.map(({ key }) => key);
  expect([...keys].sort()).toEqual([...Object.keys(DEMO_TEAM), 'stranger'].sort());
});
