import { bantInWords, metInWords } from '../../../../functions/domain/account/known-hand-over';
import { aContact, anAccount, anActivity, byId } from '../../../builders';

const answer = (value: 'yes' | 'no' | 'unclear' | 'unknown') => ({ value, on: null, by: null });
const contacts = byId(
  aContact({ id: 'c1', name: '佐藤 花子', department: '総務部', title: '部長' }),
  aContact({ id: 'c2', name: '鈴木', department: null, title: null }),
);
const meeting = (id: string, date: string, over: { contactId?: string; with?: string }) =>
  anActivity({ id, kind: 'meeting', date, contactId: null, with: '', ...over });

test('who was met, the latest first, each once, with where they work', () => {
  const account = anAccount({
    contacts,
    activities: byId(
      meeting('a1', '2026-04-01', { contactId: 'c1' }),
      meeting('a2', '2026-06-01', { with: '情報システム部' }),
      meeting('a3', '2026-05-01', { contactId: 'c2' }),
      meeting('a4', '2026-05-10', { contactId: 'c1' }),
      meeting('a5', '2026-01-01', { with: '受付' }),
      anActivity({ id: 'a6', kind: 'call', date: '2026-06-20', with: '電話の人' }),
    ),
  });
  expect(metInWords(account, 'ja')).toBe('情報システム部、佐藤 花子(総務部 部長)、鈴木');
  expect(metInWords(account, 'en')).toBe('情報システム部, 佐藤 花子 (総務部 部長), 鈴木');
});

test('BANT as far as it was asked', () => {
  const bant = {
    budget: answer('no'),
    authority: answer('unknown'),
    need: answer('yes'),
    timing: answer('unclear'),
  };
  expect(bantInWords(anAccount({ bant }), 'ja')).toBe('予算: なし、課題: あり、時期: 不明確');
  expect(bantInWords(anAccount({ bant }), 'en')).toMatch(/^Budget: no, Need: yes, Timing: /i);
});

test('nothing is made up', () => {
  expect(metInWords(anAccount(), 'ja')).toBeNull();
  expect(bantInWords(anAccount(), 'en')).toBeNull();
});
