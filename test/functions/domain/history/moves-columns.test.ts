import { moveWithin } from '../../../../functions/domain/account/as-of';
import { countMoves, MOVES_COLUMNS, moveRow } from '../../../../functions/domain/history/moves-columns';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { MEMBERS } from '../../../builders';
import { dead } from '../account-lives';

const reader = { language: 'en', members: MEMBERS } as const;

test('from where to where, by which steps, and who made the last one, when and why', () => {
  const { account, history } = dead();
  const move = moveWithin(account.id, history, { from: '2000-01-01', before: '2100-01-01' });
  if (move === null) throw new Error('nothing moved');
  const row = moveRow(move, (at) => `at ${at}`);
  const last = row.steps.at(-1);
  const cells = Object.fromEntries(
    keysOf(MOVES_COLUMNS).map((key) => [key, MOVES_COLUMNS[key](row, reader)]),
  );
  expect(cells).toMatchObject({
    company: account.name,
    from: '(not there)',
    to: 'Dead Opportunity',
    time: `at ${move.steps.at(-1)?.entry.at}`,
    person: last?.by,
    accountId: account.id,
  });
  expect(cells.steps).toMatch(/^\(not there\) → .*→ Dead Opportunity$/);
  expect(MOVES_COLUMNS.to({ ...row, to: null }, reader)).toBe('(withdrawn)');
});

test('each account counts once', () => {
  expect(
    countMoves([
      { from: 'COLD', to: 'WORKING' },
      { from: null, to: 'COLD' },
      { from: 'COLD', to: null },
      { from: null, to: null },
      { from: 'COLD', to: 'COLD' },
    ]),
  ).toEqual({ moved: 1, came: 1, gone: 2, back: 1 });
});
