import {
  replaceBehind,
  replaceInFront,
  replaceInTheMiddle,
} from '../../../../../functions/domain/company/name/find-legal-forms';
import {
  FOREIGN_FORMS,
  FOREIGN_FORMS_IN_FRONT,
  JAPANESE_FORMS,
  SHORT_FOREIGN_FORMS,
} from '../../../../../functions/domain/company/name/legal-forms';

/** What is left of the name, and the form that was found. */
const found = (replace: typeof replaceInFront, name: string) => {
  const forms: string[] = [];
  const rest = replace(name, (form) => {
    forms.push(form);
    return '';
  });
  return [rest, ...forms];
};

describe.each(JAPANESE_FORMS)('$form', ({ form, kana = [], short = [], latin = [] }) => {
  test.each([form, [...form].join(' '), ...kana])('as %s, in front and behind', (spelling) => {
    expect(found(replaceInFront, `${spelling}ハチ`)).toEqual(['ハチ', form]);
    expect(found(replaceBehind, `ハチ${spelling}`)).toEqual(['ハチ', form]);
  });

  if (short.length > 0)
    test.each(short)('as (%s), in any brackets, one of which banks leave out', (letters) => {
      for (const written of [`(${letters})`, `[${letters}]`, `【${letters}】`, `( ${letters} )`]) {
        expect(found(replaceInFront, `${written}ハチ`)).toEqual(['ハチ', form]);
        expect(found(replaceBehind, `ハチ${written}`)).toEqual(['ハチ', form]);
        expect(found(replaceInTheMiddle, `ハチ${written}商会`)).toEqual(['ハチ商会', form]);
      }
      expect(found(replaceInFront, `${letters})ハチ`)).toEqual(['ハチ', form]);
      expect(found(replaceBehind, `ハチ(${letters}`)).toEqual(['ハチ', form]);
      for (const replace of [replaceInFront, replaceBehind, replaceInTheMiddle])
        expect(found(replace, `ハチ${letters}商会`)).toEqual([`ハチ${letters}商会`]);
    });

  if (latin.length > 0)
    test.each(latin)('as %s in Latin letters', (spelling) => {
      for (const written of [spelling, spelling.replace(/ /g, '.'), spelling.replace(/ /g, '')]) {
        expect(found(replaceInFront, `${written.toUpperCase()} Hachi`)).toEqual(['Hachi', form]);
        expect(found(replaceBehind, `Hachi, ${written}.`)).toEqual(['Hachi', form]);
      }
    });
});

test.each(FOREIGN_FORMS.flatMap(({ form, latin }) => latin.map((spelling) => [form, spelling])))(
  '%s as %s, behind',
  (form = '', spelling = '') => {
    expect(found(replaceBehind, `Hachi ${spelling}`)).toEqual(['Hachi', form]);
    expect(found(replaceBehind, `Hachi, ${spelling.split(' ').join('. ').toUpperCase()}.`)).toEqual([
      'Hachi',
      form,
    ]);
    if (!standsInFront(spelling))
      expect(found(replaceInFront, `${spelling} Hachi`)).toEqual([`${spelling} Hachi`]);
  },
);

const standsInFront = (spelling: string): boolean =>
  FOREIGN_FORMS_IN_FRONT.some(({ latin }) => latin.some((one) => spelling.startsWith(one)));

test.each(SHORT_FOREIGN_FORMS.flatMap(({ form, latin }) => latin.map((spelling) => [form, spelling])))(
  '%s as %s, behind a Latin word only',
  (form = '', spelling = '') => {
    for (const written of [spelling, spelling.replace(/ /g, '.'), spelling.replace(/ /g, '').toUpperCase()]) {
      expect(found(replaceBehind, `Hachi ${written}`)).toEqual(['Hachi', form]);
      expect(found(replaceBehind, `ハチ${written}`)).toEqual([`ハチ${written}`]);
    }
  },
);

test.each(FOREIGN_FORMS_IN_FRONT.flatMap(({ form, latin }) => latin.map((spelling) => [form, spelling])))(
  '%s as %s, in front of a Latin name only',
  (form = '', spelling = '') => {
    expect(found(replaceInFront, `${spelling.toUpperCase()} Hachi`)).toEqual(['Hachi', form]);
    for (const name of [`${spelling}hachi`, `${spelling} ハチ`])
      expect(found(replaceInFront, name)).toEqual([name]);
  },
);

test('only the outermost one goes, the longest that fits', () => {
  expect(found(replaceInFront, '株式会社有限会社ハチ')).toEqual(['有限会社ハチ', '株式会社']);
  expect(found(replaceInFront, '一般社団法人ハチ')).toEqual(['ハチ', '一般社団法人']);
  expect(found(replaceBehind, 'Hachi Corp. Co., Ltd.')).toEqual(['Hachi Corp', 'Co., Ltd.']);
});

test.each(['Zinc', 'Tesco', 'KKDay', 'U.S.A.', 'ハチ株', 'カハチ'])('%s has none', (name) => {
  for (const replace of [replaceInFront, replaceBehind]) expect(found(replace, name)).toEqual([name]);
});

test('a row of separators costs no more than a name', () => {
  const name = `Hachi${','.repeat(20_000)}x`;
  const started = process.cpuUsage();
  expect(found(replaceBehind, name)).toEqual([name]);
  expect(process.cpuUsage(started).user).toBeLessThan(500_000);
});
