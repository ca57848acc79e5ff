import type { ListMapping } from '../../../functions/company-list/columns';
import type { CompanyList } from '../../../functions/company-list/company-list';
import { readCompanyList } from '../../../functions/company-list/read-list';
import { cp932 } from './cp932';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, headers: ListMapping['headers'] = {}): CompanyList =>
  readCompanyList(utf8(text), { mapping: { headers } });
const names = ({ rows }: CompanyList) => rows.map(({ values }) => values.name);
const found = ({ problems }: CompanyList) => problems.map(({ line, code }) => [line, code]);

test('without a name column, the problem lists the headers', () => {
  const list = read('番号,所在地\n1,東京\n');
  expect(list.problems).toMatchObject([{ line: 1, code: 'LIST_NO_NAME_COLUMN', detail: '番号 / 所在地' }]);
  expect(list.columns).toEqual([
    { header: '番号', samples: ['1'], field: null },
    { header: '所在地', samples: ['東京'], field: 'address' },
  ]);
  expect(list.rows).toEqual([]);
});

describe('shapes of a file', () => {
  test.each([
    ['CRLF', ',', '会社名,備考\r\n"甲,社",一\r\n乙,\r\n'],
    ['LF', ',', '会社名,備考\n"甲,社",一\n乙,\n'],
    ['CR', ',', '会社名,備考\r"甲,社",一\r乙,\r'],
    ['no last line break', ',', '会社名,備考\n"甲,社",一\n乙,'],
    ['TSV', '\t', '会社名\t備考\n甲,社\t一\n乙\t\n'],
    ['semicolons', ';', '会社名;備考\n甲,社;一\n乙;\n'],
    ['a delimiter in a quoted header', '\t', '会社名\t"備考"\t",,,,"\n甲,社\t一\t\n乙\t\t\n'],
    ['an empty first header', '\t', '\t会社名\t備考\n\t甲,社\t一\n\t乙\t\n'],
    ['every value quoted', ',', '"会社名","備考"\r\n"甲,社","一"\r\n"乙",""\r\n'],
  ])('%s', (_, delimiter, text) => {
    const list = read(text);
    expect(list).toMatchObject({ delimiter, problems: [] });
    expect(list.rows).toEqual([
      { line: 2, values: { name: '甲,社', note: '一' } },
      { line: 3, values: { name: '乙' } },
    ]);
  });

  test.each(['\n', '\r\n', '\r'])(
    'quoted line breaks and empty lines count for the line numbers (%j)',
    (br) => {
      const lines = ['', '会社名,備考', '甲,"一', '', '二"', '', ',', '乙,三', '丙'];
      const list = read(lines.join(br) + br);
      expect(list.rows).toEqual([
        { line: 3, values: { name: '甲', note: `一${br}${br}二` } },
        { line: 8, values: { name: '乙', note: '三' } },
      ]);
      expect(found(list)).toEqual([[9, 'ROW_TORN']]);
    },
  );

  test('only outer spaces go', () => {
    const list = read('会社名,備考\n"　 株式会社　サカタ の　タネ　 ","\t １ "\n');
    expect(list.rows[0]?.values).toEqual({ name: '株式会社　サカタ の　タネ', note: '\t １' });
  });

  test.each([
    ['an empty file', ''],
    ['only line breaks', '\r\n\r\n'],
    ['only a header', '会社名,備考'],
    ['only a header, and empty rows', '会社名,備考\n,\n" ","　"\n'],
  ])('%s', (_, text) => {
    expect(found(read(text))).toEqual([[null, 'LIST_EMPTY']]);
  });

  test.each([
    [150_000, []],
    [150_001, [[null, 'LIST_TOO_LONG']]],
    [150_002, [[null, 'LIST_TOO_LONG']]],
  ])('%d rows', (count, problems) => {
    const list = read(`会社名\n${'甲社\n'.repeat(count)}`);
    expect(found(list)).toEqual(problems);
    expect(list.rows).toHaveLength(150_000);
  });
});

describe('broken rows are named, the good ones kept', () => {
  test.each<[string, string, [number, string][], string[]]>([
    ['too few columns', '甲,1\n乙\n丙,3\n', [[3, 'ROW_TORN']], ['甲', '丙']],
    ['too many columns', '甲,1\n乙,2,2\n丙,3\n', [[3, 'ROW_TORN']], ['甲', '丙']],
    ['no name', '甲,1\n　,2\n丙,3\n', [[3, 'ROW_NO_NAME']], ['甲', '丙']],
    [
      'a name that names none',
      '甲,1\n🏢,2\n(株),3\n丙,4\n',
      [
        [3, 'ROW_NAMES_NONE'],
        [4, 'ROW_NAMES_NONE'],
      ],
      ['甲', '丙'],
    ],
    [
      'an open quote, the rest of the file unquoted',
      '甲,1\n"乙,2\n丙,3\n',
      [[3, 'QUOTE_NOT_CLOSED']],
      ['甲', '丙'],
    ],
    [
      'an open quote among quoted rows',
      '"甲","1"\n"乙","2\n"丙","3"\n',
      [[3, 'QUOTE_MISPLACED']],
      ['甲', '丙'],
    ],
    ['a quote that is not opened', '"甲","1"\n"乙",2"\n"丙","3"\n', [[3, 'QUOTE_MISPLACED']], ['甲', '丙']],
    [
      'a quote that is not doubled',
      '"甲","1"\n"乙 "A" 社","2"\n"丙","3"\n',
      [[3, 'QUOTE_MISPLACED']],
      ['甲', '丙'],
    ],
    [
      'two of them',
      '甲,"1\n乙,2\n丙,3"3\n丁,4\n',
      [
        [2, 'QUOTE_MISPLACED'],
        [4, 'QUOTE_MISPLACED'],
      ],
      ['乙', '丁'],
    ],
    ['a NUL', '甲,1\n乙\0社,2\n丙,3\n', [[3, 'CONTROL_CHARACTER']], ['甲', '丙']],
    ['an escape', '甲,1\n乙,\x1b2\n丙,3\n', [[3, 'CONTROL_CHARACTER']], ['甲', '丙']],
    ['a replacement character', '甲,1\n乙\ufffd,2\n丙,3\n', [[3, 'ENCODING_BROKEN']], ['甲', '丙']],
    ['a gaiji', '甲,1\n\ue000社,2\n丙,3\n', [[3, 'PRIVATE_CHARACTER']], ['甲', '丙']],
  ])('%s', (_, rows, problems, good) => {
    const list = read(`会社名,備考\n${rows}`);
    expect(found(list)).toEqual(problems);
    expect(names(list)).toEqual(good);
    for (const { message } of list.problems) {
      expect(message.ja).not.toBe('');
      expect(message.en).not.toBe('');
    }
  });

  test('facts stand in the detail', () => {
    const list = read('会社名,備考,住所\n甲,1\n乙,\0,\x01\n丙,3,東京\n');
    expect(list.problems.map(({ detail }) => detail)).toEqual(['2 / 3', '備考, 住所']);
  });

  test('a header with a broken quote: nothing else is taken for the header', () => {
    const list = read('"会社名,備考\n甲,1\n');
    expect(found(list)).toEqual([[1, 'QUOTE_NOT_CLOSED']]);
    expect(list).toMatchObject({ header: [], rows: [] });
  });

  test('a control character in the header', () => {
    expect(found(read('会社名,備\x00考\n甲,1\n'))).toEqual([[1, 'CONTROL_CHARACTER']]);
  });

  test('the control characters of CP932', () => {
    for (const byte of [0x00, 0x1a, 0x1c, 0x7f]) {
      const bytes = Uint8Array.from([...cp932('会社名\n甲'), byte, ...cp932('\n乙\n')]);
      expect(found(readCompanyList(bytes))).toEqual([[2, 'CONTROL_CHARACTER']]);
    }
  });
});

describe('a file that was cut', () => {
  test.each([
    ['in a row', '甲,1\n乙', [[3, 'CUT']], ['甲']],
    ['in a quoted value', '甲,1\n乙,"2', [[3, 'CUT']], ['甲']],
    ['nowhere: an empty last value', '甲,1\n乙,', [], ['甲', '乙']],
    ['nowhere: the last row is whole', '甲,1\n乙,2', [], ['甲', '乙']],
    ['nowhere: the last line has ended', '甲,1\n乙\n', [[3, 'ROW_TORN']], ['甲']],
    ['nowhere: spaces at the end', '甲,1\n乙,2\n  ', [], ['甲', '乙']],
  ])('%s', (_, rows, problems, good) => {
    const list = read(`会社名,備考\n${rows}`);
    expect(found(list)).toEqual(problems);
    expect(names(list)).toEqual(good);
  });

  test('between the bytes of a character', () => {
    const whole = utf8('会社名,備考\n甲,1\n乙');
    expect(found(readCompanyList(whole.subarray(0, -1)))).toEqual([[3, 'CUT']]);
    const japanese = cp932('会社名,備考\n甲,東京\n');
    const list = readCompanyList(japanese.subarray(0, -2));
    expect(found(list)).toEqual([[2, 'CUT']]);
    expect(list.rows).toEqual([]);
  });
});

describe('a wrong column', () => {
  test.each([
    [
      'names are numbers',
      '会社名,法人番号\n5070001000715,\n6020001008662,\n甲社,\n',
      '会社名: 5070001000715 / 6020001008662',
    ],
    ['numbers are names', '会社名,法人番号\n甲,甲社\n乙,乙社\n丙,5070001000715\n', '法人番号: 甲社 / 乙社'],
  ])('%s', (_, text, detail) => {
    expect(read(text).problems).toMatchObject([{ line: 1, code: 'COLUMN_LOOKS_WRONG', detail }]);
  });

  test.each([
    ['a company named by digits', '会社名\n109\n甲\n'],
    [
      'numbers as people write them',
      '会社名,法人番号\n甲,T5070001000715\n乙,5-0700-0100-0715\n丙,1.23E+12\n丁,５０７０００１０００７１５\n',
    ],
    ['no number at all', '会社名,法人番号\n甲,\n乙,\n'],
    ['half of them', '会社名,法人番号\n甲,なし\n乙,5070001000715\n'],
  ])('%s is not wrong', (_, text) => {
    expect(read(text).problems).toEqual([]);
  });
});

test('a file of two encodings gives its problem and nothing else', () => {
  const list = readCompanyList(Uint8Array.from([...cp932('会社名\n甲社\n'), ...utf8('乙社\n')]));
  expect(list).toMatchObject({ encoding: 'mixed', header: [], columns: [], rows: [] });
  expect(found(list)).toEqual([[3, 'ENCODING_MIXED']]);
});

test('a form whose fields stand below each other is no list; a company that is called as a header is one', () => {
  const codes = (text: string) => readCompanyList(Buffer.from(text)).problems.map(({ code }) => code);
  expect(codes('会社名,株式会社甲\n住所,東京都\n電話,03-1111-2222\n')).toEqual(['LIST_IS_SIDEWAYS']);
  expect(codes('会社名,株式会社甲\n住所,東京都\n代表者,甲山 乙\n電話,03-1111-2222\n')).toEqual([
    'LIST_IS_SIDEWAYS',
  ]);
  expect(codes('会社名,色\n住所,赤\n甲,青\n')).toEqual([]);
});

test('a column of what is to be done is none of days, and is told', () => {
  const list = readCompanyList(Buffer.from('会社名,次のアクション\n甲,4月に電話\n乙,見積を送る\n'));
  expect(list.columns.map(({ field }) => field)).toEqual(['name', null]);
  expect(list.notes.map(({ code, detail }) => [code, detail])).toEqual([
    ['COLUMNS_NOT_READ', '次のアクション'],
  ]);
  const days = readCompanyList(Buffer.from('会社名,次のアクション\n甲,4月末\n乙,2027/1/12\n'));
  expect(days.columns.map(({ field }) => field)).toEqual(['name', 'nextCheck']);
});
