import { hasFacts, problemsBesideWords, remarkFacts } from '../../../../apps-script/windows/lists/remarks';
import { text } from '../../../../functions/domain/text/text';
import { aViewer } from '../window-scene';

const FIELDS = [
  { field: 'status', label: text('ステータス', 'Status') },
  { field: 'nextCheck', label: text('次回確認日', 'Next check') },
];

test.each([
  ['status: 休眠', [], 'ステータス: 休眠', 'Status: 休眠'],
  ['status: 要: 確認 (×2)', [], 'ステータス: 要: 確認 (×2)', 'Status: 要: 確認 (×2)'],
  ['nextCheck: 4/1', ['2027-04-01'], '次回確認日: 4/1 → 2027-04-01', 'Next check: 4/1 → 2027-04-01'],
  // None of it is a field.
  ['3 / 4', [], '3 / 4', '3 / 4'],
  ['status', [], 'status', 'status'],
  ['UTF-8: 1–5', [], 'UTF-8: 1–5', 'UTF-8: 1–5'],
])('%s is told in words', (detail, days, ja, en) => {
  const told = (language: 'ja' | 'en') => remarkFacts(aViewer({ language }), { detail, days }, FIELDS);
  expect([told('ja'), told('en')]).toEqual([ja, en]);
});

test('the code of a refusal, which the message says in words, is for programs', () => {
  const detailed = ['ROW_REFUSED', 'STATUS_UNKNOWN'].map((code) =>
    hasFacts({ code, detail: 'status: 休眠' }),
  );
  expect([...detailed, hasFacts({ code: 'LIST_EMPTY' })]).toEqual([false, true, false]);
});

test('an unknown word, which is asked about by itself, is no problem beside that', () => {
  const [status, owner, date] = ['STATUS_UNKNOWN', 'OWNER_UNKNOWN', 'DATE_AMBIGUOUS'].map((code, index) => ({
    line: index + 2,
    code,
    message: text('', ''),
  }));
  const problems = [status, owner, date].flatMap((problem) => problem ?? []);
  // Others stand behind those that are listed.
  expect(problemsBesideWords({ problems, problemCount: 203 })).toEqual({ remarks: [date], count: 201 });
});
