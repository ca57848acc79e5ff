import { type RefusalCode, refuse } from '../../../../functions/domain/account/refusals';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { refusalMessage } from '../../../../functions/domain/commands/refusal-message';
import { MEMBERS } from '../../../builders';
import { cold, met, quarterly, refused } from '../account-lives';
import { aConflict, aConflictingEntry, TO_QUARTERLY } from './conflict-scene';

describe('the note on a cell', () => {
  test('every reason, what to fill in, what is legal now', () => {
    const refusal = refused(met(), { type: 'changeStatus', to: 'QUARTERLY_CHECK' });
    expect(refusalMessage(refusal, 'ja').split('\n')).toEqual([
      '課題が「あり」で、予算・決裁者・時期の少なくとも一つが「あり」でないこと、待っている条件、窓口の人が必要です。',
      '補うもの: 課題、待っている条件、窓口の人',
      'いま移せるステータス: アクティブ案件、四半期チェック、失注案件、現在の顧客、不適合、登録保存',
    ]);
    expect(refusalMessage(refusal, 'en').split('\n').slice(1)).toEqual([
      'Fill in: Need, Awaited condition, Contact person',
      'Legal now: Active Opportunity, Check Back Quarterly, Dead Opportunity, Current Client, Bad Fit, Kept on File',
    ]);
  });

  test('where no data can help, that alone', () => {
    const refusal = refused(met(), { type: 'changeStatus', to: 'COLD' });
    expect(refusalMessage(refusal, 'en').split('\n')).toEqual([
      'An account that we have met is never Cold again.',
      expect.stringMatching(/^Legal now: /),
    ]);
  });

  test('nothing to fill in', () => {
    const refusal = refused(cold(), { type: 'changeStatus', to: 'QUARTERLY_CHECK' });
    expect(refusalMessage(refusal, 'ja')).toMatch(
      /^コールドからは移れません。.*\nいま移せるステータス: [^\n]+$/,
    );
    expect(refusalMessage(refuse('UNDO_UNKNOWN', { facts: { version: 1 } }), 'en')).toBe(
      'There is no such change to undo.',
    );
  });

  test('of a day on which nobody works, the next one that would do', () => {
    const saturday = { type: 'setNextCheck', date: '2026-09-05' } as const;
    const refusal = refused(quarterly(), saturday);
    expect(refusalMessage(refusal, 'ja').split('\n')[1]).toBe('2026-09-07 にはできます。');
    expect(refusalMessage(refusal, 'en')).toContain('\n2026-09-07 would do.');
  });

  test.each<[Command, string]>([
    [{ type: 'changeStatus', to: 'COLD' }, 'コールド'],
    [{ type: 'putOnFile', onFile: {} }, '登録保存'],
    [{ type: 'setNextCheck', date: '2026-10-01' }, '2026-10-01'],
    [{ type: 'setAwaited', awaitedCondition: '来期' }, '来期'],
    [{ type: 'setAwaited', contact: { name: '井上' } }, '井上'],
    [{ type: 'handOver', toId: 'is2', note: '担当替え' }, 'is2'],
  ])('a conflict with %j says both values', (yours, value) => {
    const [first, second, third] = refusalMessage(
      aConflict([aConflictingEntry([TO_QUARTERLY])], yours),
      'ja',
      MEMBERS,
    ).split('\n');
    expect(first).toContain('表示後にほかの人が変更しました。');
    expect(second).toMatch(new RegExp(`四半期チェック に変更しました。あなたの値: ${value}$`));
    expect(third).toBe('いま移せるステータス: コールド');
  });

  test('five hundred characters at most, and what to do is not cut off', () => {
    const furtherCodes: RefusalCode[] = [
      'NEED',
      'OPPORTUNITY',
      'FIT',
      'KEEP',
      'EVIDENCE',
      'MET',
      'CHURNED',
      'NONE_OPEN',
      'COORDINATED',
      'BANT_ALL_YES',
    ];
    const words = refusalMessage(
      refuse('LOST', { furtherCodes, legal: ['COLD', 'ON_FILE'], facts: {} }),
      'en',
    );
    expect([...words]).toHaveLength(500);
    expect(words).toMatch(/…\nLegal now: Cold, Kept on File$/);
  });
});
