import { BAND_ORDER } from '../../../../functions/domain/queue/queue';
import { type QueueEdit, readQueueEdit } from '../../../../functions/domain/queue/queue-edit';
import { resultChoices } from '../../../../functions/domain/queue/result-choices';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { MEMBERS } from '../../../builders';

const ON = '2026-07-01';
const context = {
  ...{ members: MEMBERS, fiscalYearStartMonth: 4, products: ['Cloud', 'Desk'] },
  language: 'ja',
} as const;

const anEdit = ({
  basis = {},
  ...over
}: Partial<Omit<QueueEdit, 'basis'>> & { basis?: Partial<QueueEdit['basis']> }): QueueEdit => ({
  ...{ column: 'result', value: '', note: '', on: ON },
  ...over,
  basis: {
    ...{
      id: 'a_1',
      name: '株式会社八',
      version: 3,
      band: 'overdue',
      status: 'QUARTERLY_CHECK',
      proposalId: null,
      contactId: 'c1',
      opportunityId: null,
      isInsideSales: false,
      due: null,
    },
    ...basis,
  },
});

const call = { kind: 'call', date: ON, contactId: 'c1' };
const working = { band: 'timeBox', status: 'WORKING' } as const;
const review = { band: 'review', status: 'BAD_FIT' } as const;
const NO_NEED = { fit: { explicitNeed: 'none', latentNeed: 'none', products: context.products } };
const answer = { band: 'approve', proposalId: 'r1' } as const;

test.each<[what: string, edit: Parameters<typeof anEdit>[0], command: object]>([
  [
    'a result of a check',
    { value: '条件待ち(次回確認日を設定)' },
    { type: 'recordCheck', result: 'stillWaiting', activity: call },
  ],
  [
    'the same in English, with blanks around it',
    { value: ' No answer ' },
    { type: 'recordCheck', result: 'noAnswer', activity: call },
  ],
  [
    'a check without a contact',
    { value: '不適合', basis: { contactId: null } },
    { type: 'recordCheck', result: 'badFit', activity: { kind: 'call', date: ON } },
  ],
  [
    'approved',
    { value: '承認', note: '確認済み', basis: answer },
    { type: 'approve', proposalId: 'r1', note: '確認済み' },
  ],
  [
    'rejected without a note, which the command asks for',
    { value: 'Reject', basis: answer },
    { type: 'reject', proposalId: 'r1', note: '' },
  ],
  [
    'a bad fit kept',
    { value: '続ける', note: '同じ', basis: review },
    { type: 'reviewBadFit', to: 'BAD_FIT', note: '同じ', data: NO_NEED },
  ],
  [
    'a bad fit to be contacted after all, which a manager approves',
    { value: '→ コールド', note: '新しい事業を始めた', basis: review },
    { type: 'reviewBadFit', to: 'COLD', note: '新しい事業を始めた', data: { reason: '新しい事業を始めた' } },
  ],
  [
    'a bad fit to be kept on file',
    { value: '登録保存', note: '廃業', basis: review },
    { type: 'reviewBadFit', to: 'ON_FILE', note: '廃業' },
  ],
  [
    'a time box that ends with nobody reached',
    { value: '→ コールド', note: '三か月応答なし', basis: working },
    { type: 'changeStatus', to: 'COLD', data: { reason: '三か月応答なし' } },
  ],
  [
    'a status in a usual spelling, the note being what is waited for',
    { value: '四半期', note: '来期の予算', basis: working },
    { type: 'changeStatus', to: 'QUARTERLY_CHECK', data: { awaitedCondition: '来期の予算' } },
  ],
  [
    'a client without products that is no fit, which a manager approves',
    { value: '→ Bad Fit', basis: { band: 'decide', status: 'CURRENT_CLIENT' } },
    { type: 'propose', to: 'BAD_FIT', note: '', data: {} },
  ],
  [
    'a lost account that is a client now',
    { value: '現在の顧客', basis: { band: 'revisit', status: 'DEAD_OPPORTUNITY' } },
    { type: 'changeStatus', to: 'CURRENT_CLIENT', data: {} },
  ],
  [
    'a hand-over acknowledged',
    { value: '受け取る', basis: { band: 'handOver' } },
    { type: 'acknowledgeHandOver', accept: true },
  ],
  [
    'a hand-over returned',
    { value: '差し戻す', note: '担当外', basis: { band: 'handOver' } },
    { type: 'acknowledgeHandOver', accept: false, note: '担当外' },
  ],
  [
    'a lost account spoken with',
    { value: '対応済み', basis: { band: 'revisit', status: 'DEAD_OPPORTUNITY' } },
    { type: 'logActivity', activity: { ...call, twoWay: true } },
  ],
  [
    'a met account spoken with',
    { value: '対応済み', basis: { band: 'decide', status: 'WORKING' } },
    { type: 'logActivity', activity: { ...call, twoWay: true } },
  ],
  [
    'an owner',
    { column: 'owners', value: 'fs@example.jp' },
    { type: 'handOver', toId: 'fs', note: 'キューの担当セルで変更' },
  ],
  [
    'an owner with a note',
    { column: 'owners', value: 'is2', note: '地域替え' },
    { type: 'handOver', toId: 'is2', note: '地域替え' },
  ],
  [
    'an owner of a leaver’s opportunity',
    { column: 'owners', value: 'fs', basis: { band: 'leaver', opportunityId: 'o1' } },
    { type: 'handOverOpportunity', opportunityId: 'o1', toId: 'fs', note: 'キューの担当セルで変更' },
  ],
  [
    'an inside sales rep in the place of a leaver',
    { column: 'owners', value: 'is2', note: '担当替え', basis: { band: 'leaver', isInsideSales: true } },
    { type: 'handOverInsideSales', toId: 'is2', note: '担当替え' },
  ],
  [
    'another day to speak with a lost account again',
    {
      column: 'due',
      value: '2026/9/1',
      note: '決算の後',
      basis: { band: 'revisit', status: 'DEAD_OPPORTUNITY' },
    },
    { type: 'setRevisit', date: '2026-09-01', reason: '決算の後' },
  ],
  ['a day', { column: 'due', value: '令和8年8月3日' }, { type: 'setNextCheck', date: '2026-08-03' }],
  [
    'a day that counts from the day of the edit',
    { column: 'due', value: '明日', note: '出張中' },
    { type: 'setNextCheck', date: '2026-07-02', reason: '出張中' },
  ],
])('%s', (_, edit, command) => expect(readQueueEdit(anEdit(edit), context)).toEqual({ command }));

test.each<[what: string, edit: Parameters<typeof anEdit>[0], problem: string]>([
  ['no choice', { value: 'たぶん' }, 'RESULT_UNKNOWN'],
  ['nothing', { value: '' }, 'RESULT_UNKNOWN'],
  ['a choice of another row', { value: '承認' }, 'RESULT_UNKNOWN'],
  ['an answer to nothing', { value: '承認', basis: { band: 'approve' } }, 'BASIS_UNREADABLE'],
  ['another status', { value: '変える', basis: review }, 'STATUS_NEEDED'],
  ['a status that the matrix does not have', { value: '→ 四半期チェック', basis: review }, 'RESULT_UNKNOWN'],
  ['the status of a check, which has results', { value: '→ 失注案件' }, 'RESULT_UNKNOWN'],
  ['a time box that is done', { value: '対応済み', basis: working }, 'STATUS_NEEDED'],
  [
    'a client that is done',
    { value: '対応済み', basis: { band: 'decide', status: 'CURRENT_CLIENT' } },
    'STATUS_NEEDED',
  ],
  [
    'a leaver that is done',
    { value: '対応済み', basis: { band: 'leaver', status: 'WORKING' } },
    'OWNER_NEEDED',
  ],
  ['debts that are done', { value: '対応済み', basis: { band: 'debt', status: 'WORKING' } }, 'DATA_NEEDED'],
  ['no owner', { column: 'owners', value: '' }, 'OWNER_UNKNOWN'],
  ['a leaver as owner', { column: 'owners', value: 'left' }, 'OWNER_UNKNOWN'],
  ['two owners', { column: 'owners', value: 'is, fs' }, 'OWNER_UNKNOWN'],
  ['a day of no check', { column: 'due', value: '2026-08-03', basis: working }, 'NO_CHECK_DATE'],
])('%s is no request', (_, edit, problem) =>
  expect(readQueueEdit(anEdit(edit), context)).toEqual({ problem }),
);

test('of every row each choice that it offers is a request, and "done" is one or says what the row asks for', () => {
  const proposalId = 'r1';
  const doneOf: Partial<Record<string, string>> = {};
  for (const band of BAND_ORDER)
    for (const status of STATUSES) {
      const basis = { band, status, proposalId };
      const read = (value: string) => readQueueEdit(anEdit({ value, basis }), context);
      for (const choice of resultChoices({ band, status }))
        for (const value of Object.values(choice))
          expect([band, read(value)]).toEqual([band, { command: expect.anything() }]);
      const done = read('Done');
      const said = 'problem' in done ? done.problem : done.command.type;
      const isOffered = resultChoices({ band, status }).some(({ en }) => en === 'Done');
      expect('command' in done).toBe(isOffered);
      doneOf[band] = [...new Set([...(doneOf[band]?.split(' ') ?? []), said])].join(' ');
    }
  expect(doneOf).toEqual({
    decide: 'STATUS_NEEDED logActivity RESULT_UNKNOWN',
    ...{ approve: 'RESULT_UNKNOWN', review: 'RESULT_UNKNOWN', handOver: 'RESULT_UNKNOWN' },
    ...{
      overdue: 'RESULT_UNKNOWN',
      dueIn7: 'RESULT_UNKNOWN',
      dueIn30: 'RESULT_UNKNOWN',
      later: 'RESULT_UNKNOWN',
    },
    ...{ revisit: 'logActivity', timeBox: 'STATUS_NEEDED', leaver: 'OWNER_NEEDED', debt: 'DATA_NEEDED' },
  });
});

test.each<[string, string, string, string[]]>([
  ['そのうち', 'DATE_UNREADABLE', 'DATE_UNKNOWN', []],
  ['', 'DATE_UNREADABLE', 'DATE_EMPTY', []],
  ['2026-02-30', 'DATE_UNREADABLE', 'DATE_DOES_NOT_EXIST', ['2026-02-28']],
  ['8/3', 'DATE_UNCLEAR', 'DATE_AMBIGUOUS', ['2026-08-03', '2027-08-03']],
  ['8月末', 'DATE_UNCLEAR', 'DATE_TO_CONFIRM', ['2026-08-31', '2027-08-31']],
  ['2026-01-15', 'DATE_UNCLEAR', 'DATE_IN_PAST', ['2027-01-15']],
])(
  'the day %j is no request, and those that it may mean are offered',
  (value, code, problem, suggestions) => {
    expect(readQueueEdit(anEdit({ column: 'due', value }), context)).toEqual({
      problem: code,
      date: { problem, suggestions },
    });
  },
);
