import type { QueueRow } from '../../../../functions/domain/queue/queue';
import { isCheckResult, parseResult, resultChoices } from '../../../../functions/domain/queue/result-choices';

test.each<[QueueRow['band'], QueueRow['status'], string[]]>([
  ['approve', 'QUARTERLY_CHECK', ['承認', '却下']],
  ['review', 'BAD_FIT', ['続ける', '変える']],
  ['handOver', 'QUARTERLY_CHECK', ['受け取る', '差し戻す']],
  [
    'overdue',
    'QUARTERLY_CHECK',
    ['条件待ち(次回確認日を設定)', '案件化', '課題がなくなった', '応答なし', '不適合'],
  ],
  ['decide', 'CURRENT_CLIENT', ['対応済み']],
])('%s of %s: %j', (band, status, choices) => {
  expect(resultChoices({ band, status }).map(({ ja }) => ja)).toEqual(choices);
});

test('a choice is read in either language, of its own row only', () => {
  const check = { band: 'overdue', status: 'QUARTERLY_CHECK' } as const;
  const [first] = resultChoices(check);
  expect([first?.ja, first?.en, '承認', ''].map((typed) => parseResult(typed ?? '', check))).toEqual([
    ...['stillWaiting', 'stillWaiting', null, null],
  ]);
  expect((['stillWaiting', 'approve', 'done'] as const).map(isCheckResult)).toEqual([true, false, false]);
});
