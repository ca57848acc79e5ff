import { findMember } from '../../../../functions/domain/account/find-member';
import type { Member } from '../../../../functions/domain/account/team';

const member = (id: string, name: string, over: Partial<Member> = {}): Member => ({
  ...{ id, name, email: `${id}@example.jp`, role: 'is', active: true },
  ...over,
});
const TEAM = [
  member('kato', '加藤 恵'),
  member('sato', '佐藤'),
  member('sato2', '佐 藤'),
  member('suzuki', '鈴木'),
  member('suzuki2', '鈴木'),
  member('smith', 'Ｓｍｉｔｈ'),
  member('left', '田中', { active: false }),
  member('first', 'first@example.jp'),
];

test.each([
  ['加藤 恵', 'kato'],
  ['加藤　恵', 'kato'],
  ['加藤恵', 'kato'],
  ['smith', 'smith'],
  ['佐藤', 'sato'],
  ['佐 藤', 'sato2'],
  [' kato@example.jp ', 'kato'],
  ['KATO@EXAMPLE.JP', 'kato'],
  ['鈴木 <suzuki2@example.jp>', 'suzuki2'],
  ['だれか <Suzuki@Example.jp>', 'suzuki'],
  ['first@example.jp', 'first'],
])('%j is %s', (typed, id) => {
  expect(findMember(typed, TEAM)?.id).toBe(id);
});

test.each([
  ['two of one name', '鈴木'],
  ['somebody who has left', '田中'],
  ['their address', 'left@example.jp'],
  ['the Kelvin sign', '\u212aato@example.jp'],
  ['the long s', '\u017fato@example.jp'],
  ['full width', 'ｋａｔｏ@example.jp'],
  ['a full-width at sign', 'kato＠example.jp'],
  ['full width in brackets', '加藤 <ｋａｔｏ＠example.jp>'],
  ['full width of a member called by their address', 'first＠example.jp'],
  ['nothing', ''],
])('%s: nobody', (_what, typed) => {
  expect(findMember(typed, TEAM)).toBeNull();
});
