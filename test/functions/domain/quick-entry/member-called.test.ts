import { membersCalled } from '../../../../functions/domain/quick-entry/member-called';
import { aMember } from '../../../builders';

const TEAM = [
  aMember({ id: 'sato', name: '佐藤 葵', kana: 'さとう あおい', email: 'sato@hachi.example' }),
  aMember({ id: 'ito1', name: '伊藤 さくら', email: 'sakura@hachi.example' }),
  aMember({ id: 'ito2', name: '伊藤 健', email: 'ito@hachi.example' }),
  aMember({ id: 'sato2', name: '佐藤 隆', email: 't.sato@hachi.example', active: false }),
  aMember({ id: 'brown', name: 'Yuki Brown', email: 'yb@hachi.example' }),
];

test.each<[phrase: string, members: string[]]>([
  ['佐藤', ['sato']],
  ['佐藤 葵', ['sato']],
  ['佐藤葵さんへ', ['sato']],
  ['さとう', ['sato']],
  ['to Sato', ['sato']],
  ['ＳＡＴＯ', ['sato']],
  ['sato@hachi.example', ['sato']],
  ['Brown', ['brown']],
  ['伊藤', ['ito1', 'ito2']],
  ['佐藤 隆', ['sato2']],
  ['佐藤様', []],
  ['to', []],
  ['さん', []],
])('%s is meant by %j', (phrase, members) =>
  expect(membersCalled(phrase, TEAM).map(({ id }) => id)).toEqual(members),
);
