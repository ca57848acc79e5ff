/** Who can be at the page: a member of the demonstration team, somebody from outside, or any e-mail address. */
import { asciiLowerCase } from '../../functions/domain/text/ascii-lower-case';
import { DEMO_TEAM } from '../demo/team';
import type { PersonView } from './protocol';

const STRANGER: PersonView = {
  key: 'stranger',
  name: '部外者',
  email: 'stranger@elsewhere.example',
  role: 'stranger',
};

/** The five people of most stories come first. */
const FIRST_KEYS = ['sato', 'yamamoto', 'suzuki', 'watanabe', 'kato'];

const TEAM_PEOPLE = Object.entries(DEMO_TEAM).map(
  ([key, { name, email, role }]): PersonView => ({ key, name, email, role }),
);

export const SELECTABLE_PEOPLE: readonly PersonView[] = [
  ...FIRST_KEYS.flatMap((key) => TEAM_PEOPLE.find((person) => person.key === key) ?? []),
  STRANGER,
  ...TEAM_PEOPLE.filter(({ key }) => !FIRST_KEYS.includes(key)),
];

/** By key or e-mail address; null when it is neither. */
export function findPerson(as: string): PersonView | null {
  const selectable = SELECTABLE_PEOPLE.find(({ key, email }) => key === as || email === asciiLowerCase(as));
  if (selectable) return selectable;
  const email = asciiLowerCase(as);
  return /^[^\s@]+@[^\s@]+$/.test(email) ? { key: email, name: email, email, role: 'other' } : null;
}
