import {
  cellOfCommand,
  commandOfCell,
  isOpenSentBack,
  type SentBack,
  sentBackItem,
} from '../../../../functions/domain/digest/sent-back';
import { EDITABLE } from '../../../../functions/domain/register/column-keys';
import { anAccount } from '../../../builders';

const aSentBack = (changes: Partial<SentBack> = {}): SentBack => ({
  id: 'x',
  by: 'is',
  accountId: 'a_1',
  key: 'nextCheck',
  command: 'setNextCheck',
  version: 3,
  status: 'COLD',
  words: { ja: 'もう過ぎた日付です。\n移せるステータス: …', en: 'The day is over.\nPossible: …' },
  retry: null,
  at: '2026-07-01T00:00:00.000Z',
  ...changes,
});

test('what its editor did since answers it, and what anybody did of the same kind; nothing else does', () => {
  const account = anAccount({ id: 'a_1' });
  const isOpen = (...since: [string, string][]): boolean =>
    isOpenSentBack(
      aSentBack(),
      account,
      since.map(([by, command]) => ({ by, command })),
    );
  expect(isOpen()).toBe(true);
  expect(isOpen(['is2', 'logActivity'])).toBe(true);
  expect(isOpen(['is2', 'setNextCheck'])).toBe(false);
  expect(isOpen(['is', 'logActivity'])).toBe(false);
});

test('a status that has changed since, and a company that was taken back, ask for nothing', () => {
  const account = anAccount({ id: 'a_1' });
  const { status } = account.standing;
  const other = status === 'COLD' ? 'WORKING' : 'COLD';
  expect(isOpenSentBack(aSentBack({ key: 'status', status }), account, [])).toBe(true);
  expect(isOpenSentBack(aSentBack({ key: 'status', status: other }), account, [])).toBe(false);
  expect(isOpenSentBack(aSentBack({ status: other }), account, [])).toBe(true);
  expect(isOpenSentBack(aSentBack(), { ...account, withdrawn: true }, [])).toBe(false);
});

test('each cell of the register is known by what it asks for', () => {
  for (const key of EDITABLE)
    expect(cellOfCommand({ type: commandOfCell(key), ...(key === 'contact' && { contact: {} }) })).toBe(key);
  expect(cellOfCommand({ type: 'saveContact' })).toBeNull();
});

test('its line says the column, and the reason without what is possible instead', () => {
  const account = anAccount({ id: 'a_1', name: '株式会社八' });
  const retry = { form: 'changeStatus', to: 'WORKING', values: {} } as const;
  expect(sentBackItem(aSentBack({ retry }), account)).toMatchObject({
    company: '株式会社八',
    words: { ja: '次回確認日: もう過ぎた日付です。', en: 'Next check: The day is over.' },
    form: null,
    sentBack: { id: 'x', key: 'nextCheck', retry },
  });
  for (const [key, ja] of [
    ['result', '結果'],
    ['owners', '担当'],
    ['due', '次回確認日'],
    ['amount', '金額(円)'],
  ] as const)
    expect(sentBackItem(aSentBack({ key }), account).words.ja).toBe(`${ja}: もう過ぎた日付です。`);
});
