/** Who can sit before the page: the demonstration team, somebody from outside, or any address. */
import { TEAM } from '../demo/team';
import type { PersonView } from './protocol';

const STRANGER: PersonView = {
  key: 'stranger',
  name: '部外者',
  email: 'stranger@elsewhere.example',
  role: 'stranger',
};

/** The five whom most stories are about come first. */
const FIRST = ['sato', 'yamamoto', 'suzuki', 'watanabe', 'kato'];

const ofTeam = Object.entries(TEAM).map(
  ([key, { name, email, role }]): PersonView => ({ key, name, email, role }),
);

export const PEOPLE: readonly PersonView[] = [
  ...FIRST.flatMap((key) => ofTeam.find((person) => person.key === key) ?? []),
  STRANGER,
  ...ofTeam.filter(({ key }) => !FIRST.includes(key)),
];

/** By key or by address; null when it is neither. */
export function personOf(as: string): PersonView | null {
  const known = PEOPLE.find(({ key, email }) => key === as || email === as.toLowerCase());
  if (known) return known;
  const email = as.toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(email) ? { key: email, name: email, email, role: 'other' } : null;
}
