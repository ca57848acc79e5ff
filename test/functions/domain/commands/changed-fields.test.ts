import type { AccountChange } from '../../../../functions/domain/account/account-change';
import { changedFields } from '../../../../functions/domain/commands/changed-fields';
import { MEMBERS, TODAY } from '../../../builders';
import { aChange, TO_QUARTERLY } from './conflict-scene';

const NEED = aChange('bant.need', { value: 'unknown' }, { value: 'yes' });
const KANA = aChange('kana', null, 'カナ');

test.each<[string, AccountChange[], string[], string[]]>([
  [
    'the status, and nothing that follows from it',
    [TO_QUARTERLY, aChange('statusSince', '2026-03-02', TODAY)],
    ['ステータスを ワーキング → 四半期チェック に'],
    ['Status from Working to Check Back Quarterly'],
  ],
  [
    'a field that changed twice: from the first to the last',
    [aChange('status', 'COLD', 'WORKING'), aChange('status', 'WORKING', 'ACTIVE_OPPORTUNITY')],
    ['ステータスを コールド → アクティブ案件 に'],
    ['Status from Cold to Active Opportunity'],
  ],
  [
    'the owner by name, and nobody as empty',
    [aChange('ownerId', null, 'is2')],
    ['担当を (空) → is2 に'],
    ['Owner from (empty) to is2'],
  ],
  [
    'the status before anything else',
    [NEED, TO_QUARTERLY],
    ['ステータスを ワーキング → 四半期チェック に', '課題を 未確認 → あり に'],
    ['Status from Working to Check Back Quarterly', 'Need from Unknown to Yes'],
  ],
  [
    'the day of a check',
    [aChange('nextCheck', { date: '2026-07-09', origin: 'cadence' }, { date: '2026-10-01' })],
    ['次回確認日を 2026-07-09 → 2026-10-01 に'],
    ['Next check from 2026-07-09 to 2026-10-01'],
  ],
  [
    'the contact rather than its ID',
    [aChange('contacts.c2', null, { id: 'c2', name: '田中' }), aChange('awaitedContactId', 'c1', 'c2')],
    ['窓口を (空) → 田中 に'],
    ['Contact from (empty) to 田中'],
  ],
  ['the ID of a contact as the contact', [aChange('awaitedContactId', 'c1', 'c2')], ['窓口を'], ['Contact']],
  [
    'what is more than a word or two without its value',
    [aChange('products.p000001', null, { id: 'p000001' })],
    ['製品を'],
    ['Products'],
  ],
  ['what has no name not at all', [KANA, aChange('constructor', null, 'x')], [], []],
])('tells %s', (_, changes, ja, en) => {
  const fields = changedFields(changes, MEMBERS);
  expect(fields.map((field) => field.ja)).toEqual(ja);
  expect(fields.map((field) => field.en)).toEqual(en);
});

test('three fields at most, and long values in short', () => {
  const fields = changedFields(
    [
      NEED,
      aChange('name', 'あ', 'い'),
      aChange('ownerId', 'is', 'fs'),
      aChange('latentNeed', 'x'.repeat(70), 'y'),
    ],
    MEMBERS,
  );
  expect(fields.map(({ en }) => en.split(' ')[0])).toEqual(['Need', 'Company', 'Owner']);
  const [long] = changedFields([aChange('awaitedCondition', 'x'.repeat(70), '来期')], MEMBERS);
  expect(long?.en).toBe(`Awaited condition from ${'x'.repeat(59)}… to 来期`);
});
