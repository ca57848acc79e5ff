import fc from 'fast-check';
import { companyRowsOf } from '../../../functions/company-list/company-rows';
import { readCompanyList } from '../../../functions/company-list/read-list';
import { listTerms } from '../../builders';
import { corporateNumberOf } from '../../corporate-numbers';

const HEADER = '会社名,法人番号,ID,住所';
const rowsOf = (...rows: string[]) =>
  companyRowsOf(readCompanyList(Buffer.from([HEADER, ...rows].join('\n'))), listTerms(), () => 'ask');
const [N1, N2] = [1, 2].map(corporateNumberOf);

describe('rows of one company', () => {
  test.each<[string, string[], number[]]>([
    ['one number', [`甲,${N1},,`, `乙,${N1},,`], [2]],
    ['one number under two IDs', [`甲,${N1},A,`, `乙,${N1},B,`], [2]],
    ['one ID', ['甲,,A,', `甲,${N1},A,`], [2]],
    ['one name and address', ['甲,,,東京', `株式会社甲,${N1},,東 京`], [2]],
    ['one name, and nothing else', ['株式会社甲,,,', '㈱甲,,,'], [2]],
    ['the same place, and two IDs', ['甲,,A,東京', '甲,,B,東京'], [2, 3]],
    ['the same place, and two numbers', [`甲,${N1},,東京`, `甲,${N2},,東京`], [2, 3]],
  ])('%s', async (_, rows, lines) => {
    const list = await rowsOf(...rows);
    expect(list.companies.map(({ line }) => line)).toEqual(lines);
    expect(list.problems).toEqual([]);
    expect(list.notes).toHaveLength(rows.length - lines.length);
  });

  test.each<[string, string[]]>([
    ['a form left out', ['株式会社甲,,,', '甲,,,']],
    ['a number of one alone', ['甲,,,', `甲,${N1},,`]],
    ['an ID of one alone', ['甲,,A,', '甲,,,']],
    ['letters spelled in kana', ['JPX甲,,,', 'ジェイピーエックス甲株式会社,,,']],
    ['words of trade in kana', ['竹内製作所,,,', '竹内せいさくしょ,,,']],
    ['the name of a bank', ['アシスト株式会社,,,', 'ｱｼｽﾄ(ｶ)ﾄｳｷﾖｳｼﾃﾝ,,,']],
    ['a name in brackets', ['NTTデータ,,,', '日本電信電話(NTTデータ),,,']],
    ['two addresses', ['甲,,,東京都港区1-1', '甲,,,大阪市北区2-2']],
  ])('nobody is guessed: %s', async (_, rows) => {
    const list = await rowsOf(...rows);
    expect(list.companies.map(({ line }) => line)).toEqual([2]);
    expect(list.undecided).toMatchObject([{ company: { line: 3 }, earlier: { line: 2 } }]);
  });

  test.each<[string, string[], string]>([
    ['one ID with two numbers', [`甲,${N1},A,`, `乙,${N2},A,`], 'LIST_ID_REUSED'],
    ['the number of one and the ID of another', [`甲,${N1},,`, '乙,,A,', `丙,${N1},A,`], 'COMPANY_AMBIGUOUS'],
  ])('%s: nobody is guessed', async (_, rows, code) => {
    const list = await rowsOf(...rows);
    expect(list.problems).toMatchObject([{ line: rows.length + 1, code }]);
    expect(list.companies).toHaveLength(rows.length - 1);
  });
});

describe('further rows of a company that do not name it', () => {
  const read = (...rows: string[]) =>
    companyRowsOf(
      readCompanyList(Buffer.from(['会社名,住所,次回確認日,氏名', ...rows].join('\n'))),
      listTerms(),
      () => 'ask',
    );

  test('are one company with all of its contacts', async () => {
    const { companies, problems, notes } = await read('甲,東京,,山田', ',,,佐藤', ',,,鈴木', '乙,大阪,,高橋');
    expect(companies.map(({ row }) => row.data?.contacts?.map(({ name }) => name))).toEqual([
      ['山田', '佐藤', '鈴木'],
      ['高橋'],
    ]);
    expect(problems).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['COMPANY_FROM_ABOVE']);
  });

  test('stay out with its first row, and go with it where somebody has to decide', async () => {
    const faulty = await read('甲,東京,いつか,山田', ',,,佐藤', ',,,鈴木');
    expect([faulty.companies, faulty.problems.map(({ code }) => code)]).toEqual([
      [],
      ['DATE_UNREADABLE', 'FIRST_ROW_LEFT_OUT', 'FIRST_ROW_LEFT_OUT'],
    ]);
    const twins = await read('甲,東京都港区1-1,,山田', '甲,大阪市北区2-2,,田中', ',,,佐藤', ',,,鈴木');
    expect([twins.companies.length, twins.undecided.length, twins.problems]).toEqual([1, 1, []]);
  });
});

test('another name with the web site of an earlier row is told, but for one with a number or an ID of its own', async () => {
  const list = [
    'ID,会社名,URL',
    ',甲食品,https://www.kou-hachi.co.jp/',
    ',KOU FOODS,kou-hachi.co.jp',
    ',喫茶乙,https://www.facebook.com/otsu',
    ',花屋丙,https://www.facebook.com/hei',
    '1,丁運輸,https://tei-hachi.co.jp',
    '2,丁倉庫,https://tei-hachi.co.jp',
  ];
  const { companies, notes } = await companyRowsOf(
    readCompanyList(Buffer.from(list.join('\n'))),
    listTerms(),
    () => 'ask',
  );
  expect(companies).toHaveLength(6);
  expect(notes.map(({ code, detail }) => [code, detail])).toEqual([
    ['SAME_DOMAIN_IN_FILE', '3 = 2; KOU FOODS / 甲食品'],
  ]);
});

test('whatever the rows: each is a company, noted or a problem, and no identity comes twice', async () => {
  const cell = (...values: string[]) => fc.constantFrom('', ...values);
  const row = fc
    .tuple(
      fc.constantFrom('甲', '乙', '(株)甲'),
      cell(N1 ?? '', N2 ?? ''),
      cell('A', 'B'),
      cell('東京', '大阪'),
    )
    .map((cells) => cells.join(','));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const list = await rowsOf(...rows);
      expect(list.companies.length + list.notes.length + list.problems.length + list.undecided.length).toBe(
        rows.length,
      );
      const identities = list.companies.map(({ identity }) => identity);
      expect(new Set(identities).size).toBe(identities.length);
    }),
  );
});

test('others get their turns while a long list is read', async () => {
  let turns = 0;
  let isReading = true;
  const count = (): void => {
    turns += 1;
    if (isReading) setImmediate(count);
  };
  setImmediate(count);
  const { companies } = await rowsOf(...Array.from({ length: 3000 }, (_, index) => `会社 ${index},,,`));
  isReading = false;
  expect(companies).toHaveLength(3000);
  expect(turns).toBeGreaterThanOrEqual(5);
});
