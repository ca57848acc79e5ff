import type { QueueRow } from '../../../../functions/domain/queue/queue';
import {
  isCheckResult,
  isNextStatus,
  parseResult,
  resultChoices,
} from '../../../../functions/domain/queue/result-choices';

test.each<[QueueRow['band'], QueueRow['status'], string[]]>([
  ['approve', 'QUARTERLY_CHECK', ['承認', '却下']],
  ['review', 'BAD_FIT', ['続ける', '→ コールド', '→ ワーキング', '→ 失注案件', '→ 現在の顧客', '→ 登録保存']],
  ['handOver', 'QUARTERLY_CHECK', ['受け取る', '差し戻す']],
  [
    'overdue',
    'QUARTERLY_CHECK',
    ['条件待ち(次回確認日を設定)', '案件化', '課題がなくなった', '応答なし', '不適合'],
  ],
  [
    'decide',
    'CURRENT_CLIENT',
    [
      ...['→ ワーキング', '→ アクティブ案件', '→ 四半期チェック', '→ 失注案件'],
      ...['→ 不適合', '→ 登録保存'],
    ],
  ],
  ['leaver', 'WORKING', []],
  ['debt', 'CURRENT_CLIENT', []],
])('%s of %s: %j', (band, status, choices) => {
  expect(resultChoices({ band, status }).map(({ ja }) => ja)).toEqual(choices);
});

test('a choice is read in either language, of its own row only', () => {
  const check = { band: 'overdue', status: 'QUARTERLY_CHECK' } as const;
  const [first] = resultChoices(check);
  expect([first?.ja, first?.en, '承認', ''].map((typed) => parseResult(typed ?? '', check))).toEqual([
    ...['stillWaiting', 'stillWaiting', null, null],
  ]);
  const codes = ['stillWaiting', 'approve', 'BAD_FIT'] as const;
  expect(codes.map(isCheckResult)).toEqual([true, false, false]);
  expect(codes.map(isNextStatus)).toEqual([false, false, true]);
});

test('a status is read in any spelling, where it is offered; a check’s result goes before a status of its name', () => {
  const box = { band: 'timeBox', status: 'WORKING' } as const;
  expect(['→ 不適合', '失注', ' →  COLD', 'ワーキング'].map((typed) => parseResult(typed, box))).toEqual([
    ...['BAD_FIT', 'DEAD_OPPORTUNITY', 'COLD', null],
  ]);
  expect(parseResult('不適合', { band: 'overdue', status: 'QUARTERLY_CHECK' })).toBe('badFit');
});
