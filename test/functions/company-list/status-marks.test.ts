import { readCompanyList } from '../../../functions/company-list/read-list';

const read = (...lines: string[]) => readCompanyList(Buffer.from(`${lines.join('\n')}\n`));
const marksOf = (...lines: string[]) =>
  read(...lines).columns.flatMap(({ header, field }) => (field === 'statusMark' ? [header] : []));
const statusesOf = (...lines: string[]) => read(...lines).rows.map(({ values }) => values.status);
const problemsOf = (...lines: string[]) =>
  read(...lines).problems.map(({ line, code, detail }) => [line, code, detail]);
const toldOf = (...lines: string[]) =>
  read(...lines).notes.flatMap(({ code, detail }) => (code === 'COLUMN_TELLS_STATUS' ? [detail] : []));

test.each(['○', '◯', '●', '◎', 'レ', '✓', 'x', 'Ｘ', '1', 'TRUE', 'はい', 'あり'])(
  'a %s below a status is that status',
  (mark) => {
    expect(statusesOf('会社名,コールド,現在の顧客', `甲,${mark},`, `乙,,${mark}`, '丙,,')).toEqual([
      'コールド',
      '現在の顧客',
      undefined,
    ]);
  },
);

test('what stands for nothing in the other columns', () => {
  expect(statusesOf('Company,Cold,Bad Fit', 'Kou,1,0', 'Otsu,FALSE,TRUE', 'Hei,×,-')).toEqual([
    'Cold',
    'Bad Fit',
    undefined,
  ]);
});

test.each<[string, string[], string[]]>([
  [
    'words of the team between statuses',
    ['会社名,コールド,追客中,失注,備考', '甲,○,,,', '乙,,○,,'],
    ['コールド', '追客中', '失注'],
  ],
  [
    'no words beside statuses that rows have with them',
    ['会社名,コールド,失注,メルマガ', '甲,○,,○', '乙,,○,'],
    ['コールド', '失注'],
  ],
  [
    'a column in which something else stands, too',
    ['会社名,コールド,失注,顧客', '甲,○,,', '乙,,○,', '丙,,,4月'],
    ['コールド', '失注', '顧客'],
  ],
  ['none where one header alone is a status', ['Company,Active,VIP', 'Kou,TRUE,x', 'Otsu,FALSE,'], []],
  ['none where a column has the statuses', ['会社名,ステータス,コールド,失注', '甲,失注,○,'], []],
  ['none of numbers', ['会社名,1,2', '甲,○,', '乙,,○'], []],
])('%s', (_, lines, marked) => expect(marksOf(...lines)).toEqual(marked));

test('two marks in a row, or a word among them, are a problem of that row', () => {
  const lines = ['会社名,コールド,商談中,失注', '甲,○,○,', '乙,,2026/4/1,', '丙,,,○'];
  expect(problemsOf(...lines)).toEqual([
    [2, 'STATUS_MARKS_UNCLEAR', 'コールド / 商談中'],
    [3, 'STATUS_MARKS_UNCLEAR', '商談中: 2026/4/1'],
  ]);
  expect(statusesOf(...lines)).toEqual(['失注']);
});

test('a person says of several columns that they are marks', () => {
  const bytes = Buffer.from('会社名,既存,休眠\n甲,○,\n乙,,○\n');
  const columns = { 0: 'name', 1: 'statusMark', 2: 'statusMark' } as const;
  const { problems, rows } = readCompanyList(bytes, { mapping: { columns } });
  expect(problems).toEqual([]);
  expect(rows.map(({ values }) => values.status)).toEqual(['既存', '休眠']);
});

test.each<[string, string[], string[]]>([
  ['words of statuses', ['会社名,種別', '甲,既存顧客', '乙,新規', '丙,仕入先'], ['種別: 既存顧客 / 新規']],
  ['a mark below one status', ['会社名,既存', '甲,○', '乙,'], ['既存: ○']],
  ['beside a column that is read', ['会社名,ステータス,区分', '甲,,顧客', '乙,失注,顧客'], ['区分: 顧客']],
  ['not a single word', ['会社名,種別', '甲,新規', '乙,紹介', '丙,紹介'], []],
  ['not numbers', ['会社名,No.', '甲,1', '乙,2'], []],
])('a column that is not read and seems to tell statuses is named: %s', (_, lines, told) =>
  expect(toldOf(...lines)).toEqual(told),
);

test('nothing is said of a column that a person has left out', () => {
  const bytes = Buffer.from('会社名,種別\n甲,顧客\n乙,顧客\n');
  expect(readCompanyList(bytes, { mapping: { columns: { 1: null } } }).notes).toEqual([]);
});
