import type { AccountChange } from '../../../../functions/domain/account/account-change';
import { refuse } from '../../../../functions/domain/account/refusals';
import type { ConflictingEntry } from '../../../../functions/domain/commands/command-refusal';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { conflictMessage } from '../../../../functions/domain/commands/conflict-message';
import { MEMBERS, TODAY } from '../../../builders';

/** Only as much of the values as the sentences say. */
const change = (path: string, before: unknown, after: unknown): AccountChange =>
  JSON.parse(JSON.stringify({ path, before, after }));

const anEntry = (changes: AccountChange[], over: Partial<ConflictingEntry> = {}): ConflictingEntry => ({
  version: 2,
  at: '2026-06-30T22:00:00.000Z',
  on: TODAY,
  by: 'is',
  byName: '鈴木 健一',
  command: 'changeStatus',
  changes,
  ...over,
});

const aConflict = (since: ConflictingEntry[], yours?: Command) =>
  refuse('CONFLICT', {
    legal: ['COLD'],
    facts: { version: 3, expectedVersion: 1, since, ...(yours && { yours }) },
  });

const toQuarterly = change('status', 'WORKING', 'QUARTERLY_CHECK');

describe('who changed what', () => {
  test.each<[string, AccountChange[], string, string]>([
    [
      'the status',
      [toQuarterly, change('statusSince', '2026-03-02', TODAY)],
      '鈴木 健一が 2026-07-01 に ステータスを ワーキング → 四半期チェック に変更しました。',
      '鈴木 健一 changed Status from Working to Check Back Quarterly on 2026-07-01.',
    ],
    [
      'through another status',
      [change('status', 'COLD', 'WORKING'), change('status', 'WORKING', 'ACTIVE_OPPORTUNITY')],
      '鈴木 健一が 2026-07-01 に ステータスを コールド → アクティブ案件 に変更しました。',
      '鈴木 健一 changed Status from Cold to Active Opportunity on 2026-07-01.',
    ],
    [
      'the owner',
      [change('ownerId', null, 'is2')],
      '鈴木 健一が 2026-07-01 に 担当を (空) → is2 に変更しました。',
      '鈴木 健一 changed Owner from (empty) to is2 on 2026-07-01.',
    ],
    [
      'a date and an answer',
      [
        change('nextCheck', { date: '2026-07-09' }, { date: '2026-10-01' }),
        change('bant.need', { value: 'unknown' }, { value: 'yes' }),
      ],
      '鈴木 健一が 2026-07-01 に 次回確認日を 2026-07-09 → 2026-10-01 に、課題を 未確認 → あり に変更しました。',
      '鈴木 健一 changed Next check from 2026-07-09 to 2026-10-01, Need from Unknown to Yes on 2026-07-01.',
    ],
    [
      'whom we keep in touch with',
      [change('contacts.c2', null, { id: 'c2', name: '田中' }), change('awaitedContactId', 'c1', 'c2')],
      '鈴木 健一が 2026-07-01 に 窓口を (空) → 田中 に変更しました。',
      '鈴木 健一 changed Contact from (empty) to 田中 on 2026-07-01.',
    ],
    [
      'something without a value of a word or two',
      [change('products.p000001', null, { id: 'p000001' })],
      '鈴木 健一が 2026-07-01 に 製品を変更しました。',
      '鈴木 健一 changed Products on 2026-07-01.',
    ],
    [
      'something that has no name',
      [change('constructor', null, 'x')],
      '鈴木 健一が 2026-07-01 に変更しました。',
      '鈴木 健一 changed the account on 2026-07-01.',
    ],
  ])('%s', (_, changes, ja, en) => {
    expect(conflictMessage(aConflict([anEntry(changes)]), MEMBERS)).toEqual({ ja, en });
  });

  test('and the value that was not taken', () => {
    const words = conflictMessage(aConflict([anEntry([toQuarterly])], { type: 'changeStatus', to: 'COLD' }));
    expect(words.ja).toBe(
      '鈴木 健一が 2026-07-01 に ステータスを ワーキング → 四半期チェック に変更しました。あなたの値: コールド',
    );
    expect(words.en).toMatch(/ on 2026-07-01\. Yours: Cold$/);
  });

  test('the status before anything newer; who is in the team no more; versions too far apart', () => {
    const later = anEntry([change('ownerId', 'is', 'fs')], { version: 3, byName: '別人' });
    expect(conflictMessage(aConflict([anEntry([toQuarterly]), later])).ja).toContain('四半期チェック');
    expect(conflictMessage(aConflict([anEntry([toQuarterly], { byName: null })])).ja).toMatch(/^ほかの人が/);
    expect(conflictMessage(aConflict([])).ja).toBe('表示後にほかの人が変更しました。');
    expect(conflictMessage(aConflict([], { type: 'setAwaited', awaitedCondition: 'x' })).en).toBe(
      'Somebody has changed the account since. Yours: x',
    );
  });
});
