import { AS_OF_KEYS, asOfCells, statusCountsText } from '../../../../functions/domain/history/as-of-columns';
import { registerRow } from '../../../../functions/domain/register/row';
import { MEMBERS } from '../../../builders';
import { quarterly } from '../account-lives';

const row = registerRow(quarterly().account);

test('the columns of the register, counted to the day; dates are texts', () => {
  const view = { language: 'en', members: MEMBERS, today: row.nextCheck ?? '' } as const;
  const cells = asOfCells(row, view);
  expect(AS_OF_KEYS.map((key) => [key, cells[key] !== undefined])).toEqual(
    AS_OF_KEYS.map((key) => [key, true]),
  );
  expect(cells).toMatchObject({ nextCheck: row.nextCheck, statusSince: row.statusSince, daysUntilCheck: 0 });
  expect(asOfCells({ ...row, nextCheck: null }, view).nextCheck).toBe('');
});

test('statuses that occur are counted, in their order', () => {
  const rows = (['WORKING', 'COLD', 'WORKING'] as const).map((status) => ({ status }));
  expect(statusCountsText(rows)).toEqual({ ja: 'コールド 1・ワーキング 2', en: 'Cold 1, Working 2' });
  expect(statusCountsText([]).en).toBe('');
});
