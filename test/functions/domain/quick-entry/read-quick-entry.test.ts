import * as fc from 'fast-check';
import type { QuickEntry } from '../../../../functions/domain/quick-entry/quick-entry';
import { ANSWER_WORDS, KIND_WORDS } from '../../../../functions/domain/quick-entry/quick-entry-words';
import { quickEntryForm, readQuickEntry } from '../../../../functions/domain/quick-entry/read-quick-entry';
import { STATUS, STATUSES } from '../../../../functions/domain/status/statuses';
import { keysOf } from '../../../../functions/domain/status/table-keys';

/** A Friday. */
const DAY = { today: '2026-10-16', fiscalYearStartMonth: 4 };
const read = (line: string) => readQuickEntry(line, DAY);

const contact = (kind: string, more: object = {}) => ({
  form: 'contact',
  contact: { kind, date: null, answer: null, person: null, note: '', ...more },
});
const move = (to: string, more: object = {}) => ({
  ...{ form: 'move', to, date: null, bant: {}, person: null, contact: null, words: '', ...more },
});
const check = (result: string, more: object = {}) => ({
  ...{ form: 'check', result, date: null, person: null, words: '', ...more },
});

test.each<[line: string, entry: object]>([
  // Changes of status.
  ['>4 2026-11-10 予算待ち', move('QUARTERLY_CHECK', { date: '2026-11-10', words: '予算待ち' })],
  [
    '＞４　２０２６年１１月１０日　予算待ち',
    move('QUARTERLY_CHECK', { date: '2026-11-10', words: '予算待ち' }),
  ],
  ['→ 四半期 予算待ち', move('QUARTERLY_CHECK', { words: '予算待ち' })],
  [
    '->check back quarterly R8.11.10 budget',
    move('QUARTERLY_CHECK', { date: '2026-11-10', words: 'budget' }),
  ],
  ['> 4 Nov 10, 2026 next budget', move('QUARTERLY_CHECK', { date: '2026-11-10', words: 'next budget' })],
  [
    '>4 課題あり 予算:なし 佐藤様 4月の予算編成 時期=△',
    move('QUARTERLY_CHECK', {
      bant: { need: 'yes', budget: 'no', timing: 'unclear' },
      person: '佐藤様',
      words: '4月の予算編成',
    }),
  ],
  [
    '>4 need=yes budget=no with Sato budget in April',
    move('QUARTERLY_CHECK', {
      bant: { need: 'yes', budget: 'no' },
      person: 'Sato',
      words: 'budget in April',
    }),
  ],
  // Behind the words, too.
  [
    '>4 2026-11-10 予算待ち 佐藤様',
    move('QUARTERLY_CHECK', { date: '2026-11-10', person: '佐藤様', words: '予算待ち' }),
  ],
  [
    '＞４　２０２６－１１－１０　予算待ち、佐藤様',
    move('QUARTERLY_CHECK', { date: '2026-11-10', person: '佐藤様', words: '予算待ち' }),
  ],
  [
    '>4 2026-11-10 waiting for budget, Ms Sato',
    move('QUARTERLY_CHECK', { date: '2026-11-10', person: 'Ms Sato', words: 'waiting for budget' }),
  ],
  // No contact is called so.
  ['>4 佐藤様と鈴木様 予算待ち', move('QUARTERLY_CHECK', { words: '佐藤様と鈴木様 予算待ち' })],
  ['>4 新しい仕様', move('QUARTERLY_CHECK', { words: '新しい仕様' })],
  // It asks for no person.
  ['>1 半年応答なし 佐藤様', move('COLD', { words: '半年応答なし 佐藤様' })],
  ['>1 半年 応答なし', move('COLD', { words: '半年 応答なし' })],
  [
    '>5 予算 課題なし 手作業が多い',
    move('DEAD_OPPORTUNITY', { bant: { need: 'no' }, words: '予算 手作業が多い' }),
  ],
  ['>7 課題なし', move('BAD_FIT', { words: '課題なし' })],
  [
    '>2 電話 話せた 佐藤様 再開',
    move('WORKING', {
      contact: { kind: 'call', date: null, answer: 'answered', person: '佐藤様', note: '再開' },
    }),
  ],
  // Contacts.
  [
    '面談 10/3 佐藤様 来週見積',
    contact('meeting', { date: '2026-10-03', person: '佐藤様', note: '来週見積' }),
  ],
  [
    '商談　佐藤さん　10月3日　来週　見積',
    contact('meeting', { date: '2026-10-03', person: '佐藤さん', note: '来週 見積' }),
  ],
  [
    '電話 話せた 来週見積 佐藤様',
    contact('call', { answer: 'answered', person: '佐藤様', note: '来週見積' }),
  ],
  ['電話 話せた 仕様 を相談', contact('call', { answer: 'answered', note: '仕様 を相談' })],
  ['メモ 新しい窓口 佐藤様', contact('note', { note: '新しい窓口 佐藤様' })],
  ['電話 不在', contact('call', { answer: 'unanswered' })],
  ['電話 担当不在 来週火曜 再', contact('call', { answer: 'unanswered', note: '来週火曜 再' })],
  ['ＴＥＬ 話せた', contact('call', { answer: 'answered' })],
  [
    '電話 話せた 2026-10-15 50000 円で再見積',
    contact('call', {
      date: '2026-10-15',
      answer: 'answered',
      note: '50000 円で再見積',
    }),
  ],
  // Nobody answered, in whatever words: none of them is taken for its opposite.
  ['call never answered', contact('call', { answer: 'unanswered' })],
  ['call Ms Sato hasn’t answered', contact('call', { answer: 'unanswered', person: 'Ms Sato' })],
  ['call nobody answered', contact('call', { answer: 'unanswered' })],
  ['call Ms Sato out of office', contact('call', { answer: 'unanswered', person: 'Ms Sato' })],
  ['call went to voicemail', contact('call', { answer: 'unanswered' })],
  ['email not yet replied', contact('mail', { answer: 'unanswered' })],
  // Whole names, and words that are none.
  [
    'meeting with Ms Yuki Sato, head of IT',
    contact('meeting', { person: 'Ms Yuki Sato', note: 'head of IT' }),
  ],
  ['>4 Ms. Yuki Sato, budget', move('QUARTERLY_CHECK', { person: 'Ms. Yuki Sato', words: 'budget' })],
  ['>4 Ms Sato Budget in April', move('QUARTERLY_CHECK', { person: 'Ms Sato', words: 'Budget in April' })],
  ['check unchanged Ms Sato Dec 3, 2026', check('stillWaiting', { person: 'Ms Sato', date: '2026-12-03' })],
  ['>4 Ms Sato and Mr Ito budget', move('QUARTERLY_CHECK', { words: 'Ms Sato and Mr Ito budget' })],
  ['call spoke with her assistant', contact('call', { answer: 'answered', note: 'with her assistant' })],
  ['meeting with the CFO', contact('meeting', { note: 'with the CFO' })],
  ['visit w/ Mr van Dyke', contact('visit', { person: 'Mr van Dyke' })],
  ['email to Ms Sato with a quote', contact('mail', { person: 'Ms Sato', note: 'with a quote' })],
  // The day of a contact behind “on”.
  ['visited on 10/3 with Mr Sato', contact('visit', { date: '2026-10-03', person: 'Mr Sato' })],
  ['next check on Jan 15, 2027 asked', { form: 'nextCheck', date: '2027-01-15', words: 'asked' }],
  [
    'met Ms Sato on 10/3, next week demo',
    contact('meeting', { date: '2026-10-03', person: 'Ms Sato', note: 'next week demo' }),
  ],
  ['next Jan 15, 2027, asked', { form: 'nextCheck', date: '2027-01-15', words: 'asked' }],
  // It has taken place, and a coming day or an appointment is what was said.
  ['met Ms Sato next week demo', contact('meeting', { person: 'Ms Sato', note: 'next week demo' })],
  [
    'meeting with Ms Sato: next week quote',
    contact('meeting', { person: 'Ms Sato', note: 'next week quote' }),
  ],
  [
    'meeting 10/3 with Ms Sato booked a demo',
    contact('meeting', { date: '2026-10-03', person: 'Ms Sato', note: 'booked a demo' }),
  ],
  [
    'meeting with the CFO wants a quote by Friday',
    contact('meeting', { note: 'with the CFO wants a quote by Friday' }),
  ],
  ['note meeting next week', contact('note', { note: 'meeting next week' })],
  ['call no answer try on Monday', contact('call', { answer: 'unanswered', note: 'try on Monday' })],
  ['Called Mr. Sato spoke', contact('call', { answer: 'answered', person: 'Mr. Sato' })],
  ['メール 返信あり', contact('mail', { answer: 'answered' })],
  ['メール 資料を送付', contact('mail', { note: '資料を送付' })],
  ['訪問 9/30 with Sato', contact('visit', { date: '2026-09-30', person: 'Sato' })],
  ['メモ 組織変更の噂', contact('note', { note: '組織変更の噂' })],
  // As people write who type no spaces, or more than spaces.
  ['電話不在', contact('call', { answer: 'unanswered' })],
  ['電話：不在', contact('call', { answer: 'unanswered' })],
  ['電話、不在、来週再', contact('call', { answer: 'unanswered', note: '来週再' })],
  ['メール返信あり 検討中', contact('mail', { answer: 'answered', note: '検討中' })],
  [
    '訪問10/3 佐藤様、見積を持参',
    contact('visit', { date: '2026-10-03', person: '佐藤様', note: '見積を持参' }),
  ],
  ['>4予算待ち', move('QUARTERLY_CHECK', { words: '予算待ち' })],
  ['→４予算待ち 佐藤様', move('QUARTERLY_CHECK', { person: '佐藤様', words: '予算待ち' })],
  ['called, no answer', contact('call', { answer: 'unanswered' })],
  [
    'meeting 10/3 with Tanaka: demo',
    contact('meeting', { date: '2026-10-03', person: 'Tanaka', note: 'demo' }),
  ],
  [
    'call spoke with Mr Sato, wants a quote',
    contact('call', { answer: 'answered', person: 'Mr Sato', note: 'wants a quote' }),
  ],
  // Of a call whether they spoke stands behind whom was asked for, too.
  [
    '電話 田中部長 話せた 4月の予算',
    contact('call', { answer: 'answered', person: '田中部長', note: '4月の予算' }),
  ],
  ['電話 部長 話せた', contact('call', { answer: 'answered', note: '部長' })],
  [
    '面談 10/3 佐藤課長 来週見積',
    contact('meeting', { date: '2026-10-03', person: '佐藤課長', note: '来週見積' }),
  ],
  ['訪問 鈴木社長', contact('visit', { person: '鈴木社長' })],
  ['>5 予算 田中部長 退職', move('DEAD_OPPORTUNITY', { words: '予算 田中部長 退職' })],
  ['>5 田中部長 退職', move('DEAD_OPPORTUNITY', { words: '田中部長 退職' })],
  ['called Sato - left voicemail', contact('call', { answer: 'unanswered', note: 'Sato -' })],
  ['visit Sep 27 Ms Brown', contact('visit', { date: '2026-09-27', person: 'Ms Brown' })],
  // A day that is not over is a part of what was said.
  ['電話 不在 来週 再度', contact('call', { answer: 'unanswered', note: '来週 再度' })],
  // Checks.
  ['確認 継続', check('stillWaiting')],
  [
    'チェック まだ 2027-02-10 佐藤様 補助金の採択',
    check('stillWaiting', {
      date: '2027-02-10',
      person: '佐藤様',
      words: '補助金の採択',
    }),
  ],
  [
    'check still waiting budget in April, Sato-san',
    check('stillWaiting', { person: 'Sato-san', words: 'budget in April' }),
  ],
  ['check no answer', check('noAnswer')],
  // The day of the next check.
  ['次 2027-02-10 先方の希望', { form: 'nextCheck', date: '2027-02-10', words: '先方の希望' }],
  ['next check 2027/2/10', { form: 'nextCheck', date: '2027-02-10', words: '' }],
])('%j is understood', (line, entry) => {
  expect(read(line)).toEqual(entry);
  expect(quickEntryForm(line)).toBe((entry as QuickEntry).form);
});

const date = (understood: string, problem: string, ...suggestions: string[]) => ({
  problem: 'QUICK_ENTRY_DATE',
  understood,
  date: { problem, suggestions },
});

test.each<[line: string, problem: object]>([
  ['来週見積', { problem: 'QUICK_ENTRY_FORM' }],
  ['4 2026-11-10', { problem: 'QUICK_ENTRY_FORM' }],
  ['電話番号 03-0000-0000', { problem: 'QUICK_ENTRY_FORM' }],
  ['=IMPORTXML("http://x")', { problem: 'QUICK_ENTRY_FORM' }],
  ['>9 予算', { problem: 'QUICK_ENTRY_STATUS' }],
  ['>', { problem: 'QUICK_ENTRY_STATUS' }],
  ['電話', { problem: 'QUICK_ENTRY_ANSWER', understood: '電話' }],
  ['電話 佐藤様 来週見積', { problem: 'QUICK_ENTRY_ANSWER', understood: '電話 佐藤様' }],
  ['>2 電話 佐藤様', { problem: 'QUICK_ENTRY_ANSWER', understood: '2 電話 佐藤様' }],
  ['確認', { problem: 'QUICK_ENTRY_RESULT', understood: '確認' }],
  ['確認 案件化', { problem: 'QUICK_ENTRY_RESULT', understood: '確認' }],
  ['次', date('次', 'DATE_EMPTY')],
  ['次 来期の予算', date('次', 'DATE_EMPTY')],
  ['>4 2026-02-30 予算', date('4', 'DATE_DOES_NOT_EXIST', '2026-02-28')],
  ['>4 来週月曜 予算', date('4', 'DATE_TO_CONFIRM', '2026-10-19')],
  ['次 2026-10-01', date('次', 'DATE_IN_PAST', '2027-10-01')],
  ['次 11/10', date('次', 'DATE_AMBIGUOUS', '2026-11-10', '2027-11-10')],
  ['面談 2026-02-30 佐藤様', date('面談', 'DATE_DOES_NOT_EXIST', '2026-02-28')],
  // Yesterday of which day? The line may have waited.
  ['電話 昨日 不在', date('電話', 'DATE_TO_CONFIRM', '2026-10-15')],
  // The latest one is meant, or a coming one that was spoken of.
  ['打ち合わせ 水曜 佐藤様', date('打ち合わせ', 'DATE_TO_CONFIRM', '2026-10-14')],
  ['meeting Friday Mr Brown', date('meeting', 'DATE_TO_CONFIRM', '2026-10-16')],
  // What touches the form has to be understood itself.
  ['電話番号', { problem: 'QUICK_ENTRY_FORM' }],
  ['メールアドレス変更', { problem: 'QUICK_ENTRY_FORM' }],
  ['面談10/3佐藤様来週見積', { problem: 'QUICK_ENTRY_FORM' }],
  ['>4月の予算', { problem: 'QUICK_ENTRY_STATUS' }],
  ['>40件', { problem: 'QUICK_ENTRY_STATUS' }],
  // Two answers, or a word that answers only where it stands first.
  ['電話 佐藤様 不在のち折返し 不在 話せた', { problem: 'QUICK_ENTRY_ANSWER', understood: '電話 佐藤様' }],
  ['call Sato checked out', { problem: 'QUICK_ENTRY_ANSWER', understood: 'call' }],
  // Whether it was answered is denied in words that are not known.
  ['call Ms Sato nor her boss not connected', { problem: 'QUICK_ENTRY_ANSWER', understood: 'call Ms Sato' }],
  // A meeting or visit that has not taken place makes no company one that we have met.
  ...[
    ...['meeting tomorrow', 'meeting next Fri', 'visit in 2 weeks', 'meeting with Ms Sato tomorrow'],
    ...[
      'meeting booked',
      'visit planned',
      'meeting cancelled',
      'meeting with Ms Sato, postponed',
      'visit no show',
    ],
    ...[
      'meeting 10/3 cancelled',
      '面談 来週',
      '商談 佐藤様 延期',
      '訪問 明日',
      '面談 予定',
      '>2 meeting tomorrow',
    ],
  ].map((line): [string, object] => [
    `${line} demo`,
    { problem: 'QUICK_ENTRY_NOT_HELD', understood: line.replace('>', '') },
  ]),
  ['meeting with the CFO next Tue', { problem: 'QUICK_ENTRY_NOT_HELD', understood: 'meeting next Tue' }],
  ['visit at their office tomorrow', { problem: 'QUICK_ENTRY_NOT_HELD', understood: 'visit tomorrow' }],
  ['meeting on Thursday Mr Brown', date('meeting', 'DATE_TO_CONFIRM', '2026-10-15')],
  ['meeting 9-10 with Mr Brown', date('meeting', 'DATE_AMBIGUOUS', '2025-09-10', '2026-09-10')],
  // More than half a year back.
  ['面談 3/1 佐藤様', date('面談', 'DATE_AMBIGUOUS', '2026-03-01')],
])('%j is not understood, and says why', (line, problem) => expect(read(line)).toEqual(problem));

test('each status is named by its number and by its labels', () => {
  for (const status of STATUSES)
    for (const name of [STATUS[status].number, STATUS[status].label.ja, STATUS[status].label.en])
      expect(read(`>${name} 理由`)).toMatchObject({ form: 'move', to: status });
});

/** No number, no date in words, no person and nothing that answers. */
const plainWord = fc.constantFrom('資料', '見積を送付', 'budget', '組織変更', '=1+1', "'", '「来期」', '🏢');
const spaces = fc.constantFrom(' ', '　', '  ', '\n', '\t');

test('no word of a line is lost, whatever stands between the words', () => {
  void fc.assert(
    fc.property(
      fc.constantFrom(
        ...keysOf(KIND_WORDS).flatMap((kind) => KIND_WORDS[kind].map((word) => ({ kind, word }))),
      ),
      fc.constantFrom(...Object.values(ANSWER_WORDS).flat()),
      fc.array(plainWord, { minLength: 1, maxLength: 5 }),
      spaces,
      ({ kind, word }, answer, words, space) => {
        const entry = read([word, answer, ...words].join(space));
        expect(entry).toMatchObject({ form: 'contact', contact: { kind, note: words.join(' ') } });
      },
    ),
  );
});

test('what stands before the words may come in any order', () => {
  void fc.assert(
    fc.property(fc.shuffledSubarray(['不在', '10/3', '佐藤様'], { minLength: 3 }), (parts) => {
      expect(read(`電話 ${parts.join(' ')} 再度`)).toEqual(
        contact('call', { date: '2026-10-03', answer: 'unanswered', person: '佐藤様', note: '再度' }),
      );
    }),
  );
});

test('any text at all is understood or refused, the same each time, and its form is that of what was understood', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.oneof(
          plainWord,
          fc.constantFrom('>4', '電話', '次', '確認', '不在', '10/3', '2027-02-10', '佐藤様'),
        ),
      )
      .map((words) => words.join(' ')),
  );
  void fc.assert(
    fc.property(anything, (line) => {
      const entry = read(line);
      expect(read(line)).toEqual(entry);
      if ('form' in entry) expect(quickEntryForm(line)).toBe(entry.form);
    }),
  );
});

test.each([
  '受領 見積書',
  'accept the quote by Friday',
  'promise kept not yet',
  '約束 済 ではない',
  'accepted terms',
])('%s may say something else than that it is accepted or kept', (line) =>
  expect(read(line)).toMatchObject({ problem: 'QUICK_ENTRY_ALONE' }),
);
test.each(['約束', 'promise', '引継ぎ書を送付', '約束 未済', 'promise to call'])('%s is no form', (line) =>
  expect(read(line)).toEqual({ problem: 'QUICK_ENTRY_FORM' }),
);
