import { rowCells } from '../../../../functions/domain/register/cells';
import {
  COLUMN_KEYS,
  columnHolds,
  EDITABLE,
  FREE_TEXTS,
  MIRROR_KEYS,
  SHOWN_KEYS,
} from '../../../../functions/domain/register/column-keys';
import { registerRow } from '../../../../functions/domain/register/row';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { MEMBERS, TODAY } from '../../../builders';
import { quarterly } from '../account-lives';

test('the mirrors stand behind all shown columns, one for each editable one', () => {
  expect(COLUMN_KEYS).toEqual([...SHOWN_KEYS, ...MIRROR_KEYS]);
  expect(MIRROR_KEYS).toEqual([
    'mirror.id',
    'mirror.version',
    'mirror.name',
    ...EDITABLE.filter((key) => key !== 'name').map((key) => `mirror.${key}`),
  ]);
});

test('a column holds what is written in it: dates and counts are numbers, all else is words', () => {
  const cells = rowCells(registerRow(quarterly().account), {
    language: 'ja',
    members: MEMBERS,
    today: TODAY,
  });
  const shown = keysOf(cells).filter((key) => !key.startsWith('mirror.'));
  expect(shown).toHaveLength(SHOWN_KEYS.length - 2);
  for (const key of shown)
    expect([key, columnHolds(key) === 'words']).toEqual([key, typeof cells[key] === 'string']);
  expect(COLUMN_KEYS.filter((key) => columnHolds(key) === 'date')).toEqual([
    'nextCheck',
    'lastContact',
    'statusSince',
  ]);
});

test('what people type freely is a text that they may edit', () => {
  for (const key of FREE_TEXTS)
    expect([columnHolds(key), EDITABLE.some((editable) => editable === key)]).toEqual(['words', true]);
});
