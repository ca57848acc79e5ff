/** The members whom a line may mean: by the whole name or a part of it, its reading, or their mail address. */
import type { Member } from '../account/team';
import { foldWord } from '../text/fold-word';
import { MEMBER_ENDINGS } from './quick-entry-words';

const TO = /^to /i;

/** `佐藤`, `佐藤さんへ` or `to Sato`. Who has left is meant only where nobody who is there is called so. */
export const membersCalled = (phrase: string, members: readonly Member[]): Member[] => {
  const plain = phrase.replace(TO, '');
  const called = [plain, plain.replace(MEMBER_ENDINGS, '')].map(foldWord).filter((name) => name !== '');
  const meant = members.filter((member) => called.some((name) => namesOf(member).includes(name)));
  const active = meant.filter((member) => member.active);
  return active.length > 0 ? active : meant;
};

/** In Latin letters a Japanese name is mostly known from the address. */
const namesOf = ({ name, kana = '', email }: Member): string[] =>
  [name, ...partsOf(name), kana, ...partsOf(kana), email, email.replace(/@.*/, '')].map(foldWord);

const partsOf = (name: string): string[] => name.split(/\s+/);
