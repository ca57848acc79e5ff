import { staysOf } from '../../../../functions/domain/statistics/stays';
import {
  accepted,
  active,
  cold,
  dataFor,
  imported,
  type Life,
  met,
  quarterly,
  THEN,
  unregistered,
  working,
} from '../account-lives';
import { factsOf } from './facts-of';

const stays = ({ history }: Life) =>
  staysOf(factsOf(history)).map(({ status, since, until }) => [status, since, until]);

test('one behind the other, the last one lasts', () => {
  expect(stays(quarterly())).toEqual([
    ['WORKING', THEN, THEN],
    ['QUARTERLY_CHECK', THEN, null],
  ]);
  expect(stays(active())).toEqual([
    ['COLD', THEN, THEN],
    ['ACTIVE_OPPORTUNITY', THEN, null],
  ]);
});

test('what was undone has never been; what was undone by mistake has', () => {
  const moved = accepted(
    met(),
    {
      type: 'changeStatus',
      to: 'QUARTERLY_CHECK',
      data: dataFor(['NEED', 'NEXT_CHECK'], met().account, '2026-03-03'),
    },
    { today: '2026-03-03' },
  );
  const version = moved.account.version;
  const undone = accepted(moved, { type: 'undo', version }, { today: '2026-03-04', by: 'manager' });
  expect(stays(undone)).toEqual([['WORKING', THEN, null]]);
  const redone = accepted(
    undone,
    { type: 'undo', version: version + 1 },
    { today: '2026-03-05', by: 'manager' },
  );
  expect(stays(redone)).toEqual([
    ['WORKING', THEN, '2026-03-03'],
    ['QUARTERLY_CHECK', '2026-03-03', null],
  ]);
});

test('an account that was taken back has been nowhere', () => {
  expect(stays(accepted(cold(), { type: 'undo', version: 1 }, { by: 'manager' }))).toEqual([]);
  expect(stays(unregistered())).toEqual([]);
});

test('a list dates the beginning back', () => {
  expect(stays(imported('WORKING', { statusSince: '2024-05-01' }))).toEqual([
    ['WORKING', '2024-05-01', null],
  ]);
});

test('where the entries in effect do not say where it is, it is where it is', () => {
  const facts = factsOf(working().history);
  const [first] = facts.statuses;
  const gone = new Set(first === undefined ? [] : [first.version]);
  expect(staysOf(facts, gone).map(({ status }) => status)).toEqual(['WORKING']);
});
