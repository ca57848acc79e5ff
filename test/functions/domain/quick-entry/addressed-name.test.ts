import { ranksIn, readAddressedName } from '../../../../functions/domain/quick-entry/addressed-name';
import {
  JOB_TITLES,
  NO_NAMES,
  PLACE_TITLES,
  ROLE_WORDS,
} from '../../../../functions/domain/quick-entry/name-words';

test.each<[person: string, names: readonly string[], title: string | null, isSure: boolean]>([
  ['佐藤様', ['佐藤'], null, true],
  ['佐藤 様', ['佐藤'], null, true],
  ['Sato-san', ['Sato'], null, true],
  ['総務の佐藤様', ['佐藤'], null, true],
  ['営業部佐藤様', ['佐藤'], null, true],
  ['Mr. Sato', ['Sato'], null, true],
  ['mr sato', ['sato'], null, true],
  ['Ms Yuki Sato', ['Yuki Sato'], null, true],
  ['Director Sato', ['Sato'], 'Director', true],
  ['佐藤部長', ['佐藤'], '部長', true],
  ['佐藤部長様', ['佐藤'], '部長', true],
  ['人事の佐藤部長', ['佐藤'], '部長', true],
  ['佐藤営業部長', ['佐藤'], '営業部長', true],
  ['佐藤営業本部第一課長', ['佐藤'], '営業本部第一課長', true],
  ['佐藤代表取締役社長', ['佐藤'], '代表取締役社長', true],
  ['佐藤副社長', ['佐藤'], '副社長', true],
  ['服部部長', ['服部'], '部長', true],
  ['佐々木課長', ['佐々木'], '課長', true],
  ['スミス社長', ['スミス'], '社長', true],
  // A 部長 called 山本 or a 本部長 called 山; a 社長 called 秋元 or a former one called 秋.
  ['山本部長', ['山本', '山'], '部長', false],
  ['秋元社長', ['秋元', '秋'], '社長', false],
  // A name, or a place.
  ['横浜支店長', ['横浜'], '支店長', false],
])('%s is called %j, as %j', (person, names, title, isSure) =>
  expect(readAddressedName(person)).toMatchObject({ names, title, isSure }),
);

test.each([
  ...[
    '様',
    '社長さん',
    'ご担当者様',
    '受付さん',
    '新社長',
    '元部長',
    '営業部長',
    '人事部部長',
    'IT部長',
    'システム部長',
  ],
  ...[
    '来週社長',
    '最終決裁社長',
    '決裁者は佐藤様',
    '営業と佐藤部長',
    'この部長',
    '㈱山田様',
    '山田商事様',
    '町内会長',
  ],
  ...['MS Office', 'ms teams', 'miss deadline', 'Director approves', 'CEO', 'Sato', '佐藤'],
])('%s names nobody', (phrase) => expect(readAddressedName(phrase)).toBeNull());

test('no title names anybody alone, nor behind words that are no name', () => {
  for (const title of [...JOB_TITLES, ...PLACE_TITLES])
    for (const word of ['', ...ROLE_WORDS, ...NO_NAMES])
      expect([word, title, readAddressedName(`${word}${title}`)]).toEqual([word, title, null]);
});

test('a text has the titles that stand in it', () => {
  expect(ranksIn('取締役 営業部長')).toEqual(['部長', '取締役']);
  expect(ranksIn('General Manager')).toEqual([]);
});
