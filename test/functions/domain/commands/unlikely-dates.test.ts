/** A date decades away is rather a slip of the keys: no command takes one, in whatever field, before it is confirmed. */
import { EXAMPLES, type Example, outcomeOf } from './command-examples';
import { DATE_PATHS, valueAt, withPath } from './optional-fields';

const SLIPS = ['1990-01-04', '2190-01-04'];

/** A company may have had its former name until any day that has passed. */
const UNBOUNDED = ['addFormerName until 1990-01-04'];

/** `lost.on`, of whatever command. */
const fieldOf = (name: string): string => (name.split(' ').at(-1) ?? '').split('.').slice(-2).join('.');

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');

/** Of each date that the command has, or has room for: what becomes of it with a slip in its place, and once confirmed. */
const answersOf = ([life, command, ...by]: Example) =>
  (DATE_PATHS.get(command.type) ?? [])
    .filter((path) => parentOf(path) === '' || valueAt(command, parentOf(path)) !== undefined)
    .flatMap((path) =>
      SLIPS.map((slip) => {
        const slipped = withPath(command, path, slip);
        const confirmed = withPath(slipped, [parentOf(path), 'confirmed'].filter(Boolean).join('.'), true);
        const [first, second] = [slipped, confirmed].map((one) => outcomeOf([life, one, ...by]));
        return { name: `${command.type} ${path}`, slip, first, second };
      }),
    );

const ANSWERS = EXAMPLES.flatMap(answersOf);

test('without a confirmation none is taken', () => {
  const taken = ANSWERS.filter(({ first }) => first !== undefined && !('refusal' in first));
  expect([...new Set(taken.map(({ name, slip }) => `${name} ${slip}`))]).toEqual(UNBOUNDED);
});

const asksAboutDate = (outcome: (typeof ANSWERS)[number]['first']): boolean =>
  outcome !== undefined &&
  'refusal' in outcome &&
  outcome.refusal.reasons.some(({ code }) => code === 'DATE_UNLIKELY');

test('confirmed it is not asked about again, and taken where nothing else is wrong', () => {
  const asked = ANSWERS.filter(({ first }) => asksAboutDate(first));
  expect(asked.filter(({ second }) => asksAboutDate(second)).map(({ name }) => name)).toEqual([]);
  const taken = asked.filter(({ second }) => second !== undefined && !('refusal' in second));
  const fields = new Set(taken.map(({ name, slip }) => `${fieldOf(name)} ${slip}`));
  expect([...fields].sort()).toEqual([
    'action.date 1990-01-04',
    'activity.date 1990-01-04',
    'lost.on 1990-01-04',
    'lost.revisitOn 1990-01-04',
    'lost.revisitOn 2190-01-04',
    'meeting.date 1990-01-04',
    'opportunity.since 1990-01-04',
    'product.endsOn 1990-01-04',
    'product.endsOn 2190-01-04',
    'product.since 1990-01-04',
    'product.since 2190-01-04',
  ]);
});

test('every kind of date that a command may bring is among them', () => {
  const tried = new Set(ANSWERS.map(({ name }) => fieldOf(name)));
  const all = new Set([...DATE_PATHS.values()].flat().map(fieldOf));
  expect([...all].filter((field) => !tried.has(field))).toEqual([]);
});
