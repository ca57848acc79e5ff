import { basisOf } from '../../../../functions/domain/queue/row-basis';
import { isUnsent, keptCells } from '../../../../functions/domain/queue/typed-cells';
import { TODAY } from '../../../builders';
import { aCheck } from './queue-scene';

const now = basisOf(aCheck({ version: 7 }), { band: 'overdue', due: '2026-06-22' });
const view = { today: TODAY, language: 'ja' } as const;
const kept = (request: string, over: Partial<typeof now> = {}, result = '応答なし') =>
  keptCells({ basis: { ...now, ...over }, result, request, owners: 'is2', due: '2026-08-03' }, now, view);
const NOTHING = { result: '', request: '', owners: null, due: null };

test('what is not sent stays whole, whatever the account has become', () => {
  const all = { result: '応答なし', request: '未送信', owners: 'is2', due: '2026-08-03' };
  for (const over of [{}, { version: 3 }, { due: null, status: 'WORKING' as const }])
    expect(kept('未送信', over)).toEqual(all);
  expect([isUnsent({ request: 'Not sent' }), isUnsent({ request: '差し戻し: x' })]).toEqual([true, false]);
});

test('why it was refused stays with its result until another task stands there', () => {
  const refused = '差し戻し: 応答なし: x';
  expect(kept(refused)).toEqual({ ...NOTHING, result: '応答なし', request: refused });
  expect(kept(refused, { version: 3, band: 'dueIn7' })).toMatchObject({ request: refused });
  for (const over of [{ due: '2026-07-30' }, { status: 'WORKING' as const }, { proposalId: 'r1' }])
    expect(kept(refused, over)).toEqual(NOTHING);
  // Without a result it is about another cell, which shows the account again.
  expect(kept(refused, {}, '')).toEqual({ ...NOTHING, request: refused });
  expect(kept(refused, { version: 3 }, '')).toEqual(NOTHING);
});

test('why another cell was refused is told for the day: whoever typed it has it in their list; a result stays with its reason', () => {
  const refusedOn = (day: string) => `差し戻し: is2 (${day}): x`;
  expect(kept(refusedOn(TODAY), {}, '')).toEqual({ ...NOTHING, request: refusedOn(TODAY) });
  expect(kept(refusedOn('2026-06-30'), {}, '')).toEqual(NOTHING);
  expect(kept(refusedOn('2026-06-30'))).toMatchObject({
    result: '応答なし',
    request: refusedOn('2026-06-30'),
  });
});

test('what was carried out goes when the account shows it; that it was is said for the day', () => {
  const accepted = `受付: 応答なし (${TODAY})`;
  expect(kept(accepted)).toEqual({ ...NOTHING, result: '応答なし', request: accepted });
  expect(kept(accepted, { version: 6 })).toEqual({ ...NOTHING, request: accepted });
  expect(kept('受付: 応答なし (2026-06-30)', { version: 6 })).toEqual(NOTHING);
  // As it was written anew on that day, and once more on the next.
  expect(kept('受付: 応答なし (2026-06-30)', {}, '')).toEqual(NOTHING);
  expect(kept(`受付: ${TODAY} (2026-06-30)`, {}, '')).toEqual(NOTHING);
});

test('a result of nobody knows whom stays, and says so', () => {
  expect(kept('')).toEqual({ ...NOTHING, result: '応答なし', request: expect.stringMatching(/^要確認: /) });
  expect(kept('', {}, '')).toEqual(NOTHING);
  expect(keptCells(undefined, now, view)).toEqual(NOTHING);
});
