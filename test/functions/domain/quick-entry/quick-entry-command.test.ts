import { quickEntryCommand } from '../../../../functions/domain/quick-entry/quick-entry-command';
import { readQuickEntry } from '../../../../functions/domain/quick-entry/read-quick-entry';
import { aContact, aMember, anAccount, aSettings, byId, TODAY } from '../../../builders';
import { active, badFit, dead, met, quarterly } from '../account-lives';

const SETTINGS = aSettings({ lostReasons: { REORG: { ja: '組織再編', en: 'Reorganised' } } });

const TEAM = byId(
  aMember({ id: 'sato', name: '佐藤 葵', kana: 'さとう あおい', email: 'sato@hachi.example' }),
  aMember({ id: 'ito1', name: '伊藤 さくら', email: 'sakura@hachi.example' }),
  aMember({ id: 'ito2', name: '伊藤 健', email: 'ito@hachi.example' }),
  aMember({ id: 'yoshida', name: '吉田 隆', email: 'yoshida@hachi.example', active: false }),
);

const commandOf = (line: string, account = met().account) => {
  const entry = readQuickEntry(line, { today: TODAY, fiscalYearStartMonth: 4 });
  if ('problem' in entry) throw new Error(entry.problem);
  return quickEntryCommand(entry, account, { today: TODAY, settings: SETTINGS, members: TEAM });
};

test.each<[line: string, data: object]>([
  [
    '>4 2026-11-10 課題あり 佐藤様 来期の予算',
    {
      nextCheckDate: '2026-11-10',
      bant: { need: 'yes' },
      contact: { name: '佐藤' },
      awaitedCondition: '来期の予算',
    },
  ],
  [
    '>5 2026-12-01 予算 手作業が多い 課題なし',
    {
      bant: { need: 'no' },
      lost: { on: TODAY, reason: 'BUDGET', revisitOn: '2026-12-01' },
      latentNeed: '手作業が多い',
    },
  ],
  // A reason that the team has added.
  ['>5 組織再編', { lost: { on: TODAY, reason: 'REORG' } }],
  ['>7 課題なし 自社で開発', { fit: { reason: 'NO_NEED', reasonText: '自社で開発' } }],
  ['>8 法的保存', { onFile: { reason: 'LEGAL_HOLD' } }],
  ['>8 2026-12-01 法的保存', { nextCheckDate: '2026-12-01', onFile: { reason: 'LEGAL_HOLD' } }],
  ['>1 半年間応答なし', { reason: '半年間応答なし' }],
  ['>2 メール 佐藤様', { action: { kind: 'mail', date: TODAY, with: '佐藤様' } }],
])('%s carries what it says, and nothing else', (line, data) =>
  expect(commandOf(line)).toEqual({ type: 'changeStatus', to: expect.any(String), data }),
);

test.each([
  ['>7 業種対象外', quarterly(), 'propose'],
  ['>7 業種対象外', active(), 'propose'],
  ['>7 業種対象外', met(), 'changeStatus'],
  ['>2 電話 話せた 佐藤様', badFit(), 'propose'],
  ['>2 電話 話せた 佐藤様', dead(), 'changeStatus'],
])('%s is proposed where the matrix asks for a manager', (line, { account }, type) =>
  expect(commandOf(line, account)).toMatchObject({ type }),
);

const people = anAccount({
  contacts: byId(
    aContact({ id: 'c1', name: '佐藤 花子' }),
    aContact({ id: 'c2', name: '鈴木' }),
    aContact({ id: 'c3', name: '鈴木一郎' }),
    aContact({ id: 'c4', name: '高橋一' }),
    aContact({ id: 'c5', name: '高橋二' }),
    aContact({ id: 'c6', name: '田中', state: 'left' }),
    aContact({ id: 'c7', name: 'John Smith' }),
  ),
  awaitedContactId: 'c2',
});

test.each([
  ['佐藤様', { contactId: 'c1' }],
  ['佐藤花子様', { contactId: 'c1' }],
  ['鈴木様', { contactId: 'c2' }],
  ['鈴木一郎様', { contactId: 'c3' }],
  // Two of the name, one who has left, and nobody: as it was typed.
  ['高橋様', { with: '高橋様' }],
  ['田中様', { with: '田中様' }],
  ['木村様', { with: '木村様' }],
  ['Mr. Smith', { contactId: 'c7' }],
])('%s is a contact of the account, or a name in words', (person, who) =>
  expect(commandOf(`メール ${person} 資料`, people)).toEqual({
    type: 'logActivity',
    activity: { kind: 'mail', date: TODAY, note: '資料', ...who },
  }),
);

test.each([
  ['>4 予算待ち 高橋様', { problem: 'QUICK_ENTRY_PERSON', understood: '高橋様' }],
  ['>4 予算待ち 佐藤部長', { data: { contactId: 'c1', awaitedCondition: '予算待ち' } }],
  ['>4 予算待ち 木村部長', { data: { contact: { name: '木村', title: '部長' } } }],
  ['>4 予算待ち 横浜支店長', { problem: 'QUICK_ENTRY_PERSON', understood: '横浜支店長' }],
])('whoever is asked at each check is a contact, a new one, or in doubt: %s', (line, meant) =>
  expect(commandOf(line, people)).toMatchObject(meant),
);

test('a check is a call with whom the account keeps in touch, unless another is named', () => {
  const call = { kind: 'call', date: TODAY };
  expect(commandOf('確認 継続 2026-12-01 補助金待ち', people)).toEqual({
    type: 'recordCheck',
    result: 'stillWaiting',
    activity: { ...call, contactId: 'c2', note: '補助金待ち' },
    data: { nextCheckDate: '2026-12-01' },
  });
  const { activity } = commandOf('確認 不在', { ...people, awaitedContactId: 'c6' }) as { activity: object };
  expect(activity).toEqual(call);
  expect(commandOf('確認 不在 佐藤様', people)).toMatchObject({
    activity: { ...call, contactId: 'c1' },
    data: {},
  });
});

test('the day of the next check, with its reason', () =>
  expect(commandOf('次 2026-12-01 先方の希望')).toEqual({
    type: 'setNextCheck',
    date: '2026-12-01',
    reason: '先方の希望',
  }));

test.each([
  ['引継ぎ 佐藤 見積は今週中', { type: 'handOver', toId: 'sato', note: '見積は今週中' }],
  ['引き継ぎ：佐藤 葵さんへ 見積', { type: 'handOver', toId: 'sato', note: '見積' }],
  ['引継ぎ さとう', { type: 'handOver', toId: 'sato', note: '' }],
  ['hand over to Sato: quote by Friday', { type: 'handOver', toId: 'sato', note: 'quote by Friday' }],
  ['Handover sato@hachi.example quote', { type: 'handOver', toId: 'sato', note: 'quote' }],
  ['hand over to ito quote', { type: 'handOver', toId: 'ito2', note: 'quote' }],
  ['引継ぎ 伊藤 健 見積', { type: 'handOver', toId: 'ito2', note: '見積' }],
  // Who has left is refused by the command, in words of its own.
  ['引継ぎ 吉田 見積', { type: 'handOver', toId: 'yoshida', note: '見積' }],
  ['受領', { type: 'acknowledgeHandOver', accept: true }],
  ['受け取った', { type: 'acknowledgeHandOver', accept: true }],
  ['受取済', { type: 'acknowledgeHandOver', accept: true }],
  ['受領、来週訪問', { type: 'acknowledgeHandOver', accept: true, note: '来週訪問' }],
  ['Accept: visit next week', { type: 'acknowledgeHandOver', accept: true, note: 'visit next week' }],
  ['約束 済', { type: 'keepPromises' }],
  ['promise kept, sent by mail', { type: 'keepPromises', note: 'sent by mail' }],
])('%s is given or answered between colleagues', (line, command) => expect(commandOf(line)).toEqual(command));

test.each([
  ['several are called so', '引継ぎ 伊藤 見積', '伊藤'],
  ['nobody is', 'hand over to Brown quote', ''],
  ['a customer is called by it', '引継ぎ 佐藤様 ご挨拶', ''],
  ['nobody is named', '引継ぎ', ''],
])('nothing is handed over where %s', (_, line, understood) =>
  expect(commandOf(line)).toEqual({ problem: 'QUICK_ENTRY_MEMBER', understood }),
);
