import type { AccountChange } from '../../../../functions/domain/account/account-change';
import { conflictMessage } from '../../../../functions/domain/commands/conflict-message';
import { MEMBERS, TODAY } from '../../../builders';
import { aChange, aConflict, aConflictingEntry, TO_QUARTERLY } from './conflict-scene';

describe('who changed what', () => {
  test.each<[string, AccountChange[], string, string]>([
    [
      'the status',
      [TO_QUARTERLY, aChange('statusSince', '2026-03-02', TODAY)],
      '鈴木 健一が 2026-07-01 に ステータスを ワーキング → 四半期チェック に変更しました。',
      '鈴木 健一 changed Status from Working to Check Back Quarterly on 2026-07-01.',
    ],
    [
      'a date and an answer',
      [
        aChange('nextCheck', { date: '2026-07-09' }, { date: '2026-10-01' }),
        aChange('bant.need', { value: 'unknown' }, { value: 'yes' }),
      ],
      '鈴木 健一が 2026-07-01 に 次回確認日を 2026-07-09 → 2026-10-01 に、課題を 未確認 → あり に変更しました。',
      '鈴木 健一 changed Next check from 2026-07-09 to 2026-10-01, Need from Unknown to Yes on 2026-07-01.',
    ],
    [
      'something that has no name',
      [aChange('constructor', null, 'x')],
      '鈴木 健一が 2026-07-01 に変更しました。',
      '鈴木 健一 changed the account on 2026-07-01.',
    ],
  ])('%s', (_, changes, ja, en) => {
    expect(conflictMessage(aConflict([aConflictingEntry(changes)]), MEMBERS)).toEqual({ ja, en });
  });

  test('and the value that was not taken', () => {
    const words = conflictMessage(
      aConflict([aConflictingEntry([TO_QUARTERLY])], { type: 'changeStatus', to: 'COLD' }),
    );
    expect(words.ja).toBe(
      '鈴木 健一が 2026-07-01 に ステータスを ワーキング → 四半期チェック に変更しました。あなたの値: コールド',
    );
    expect(words.en).toMatch(/ on 2026-07-01\. Yours: Cold$/);
  });

  test('the status before anything newer; who is in the team no more; versions too far apart', () => {
    const later = aConflictingEntry([aChange('ownerId', 'is', 'fs')], { version: 3, byName: '別人' });
    expect(conflictMessage(aConflict([aConflictingEntry([TO_QUARTERLY]), later])).ja).toContain(
      '四半期チェック',
    );
    expect(conflictMessage(aConflict([aConflictingEntry([TO_QUARTERLY], { byName: null })])).ja).toMatch(
      /^ほかの人が/,
    );
    expect(conflictMessage(aConflict([])).ja).toBe('表示後にほかの人が変更しました。');
    expect(conflictMessage(aConflict([], { type: 'setAwaited', awaitedCondition: 'x' })).en).toBe(
      'Somebody has changed the account since. Yours: x',
    );
  });
});
