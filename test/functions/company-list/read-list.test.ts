import { isAscii, isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import type { ListMapping } from '../../../functions/company-list/columns';
import type { ListField } from '../../../functions/company-list/list-headers';
import { type CompanyList, readCompanyList } from '../../../functions/company-list/read-list';
import { CP932_CHARACTERS, cp932 } from './cp932';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, headers: ListMapping['headers'] = {}): CompanyList =>
  readCompanyList(utf8(text), { mapping: { headers } });
const names = ({ rows }: CompanyList) => rows.map(({ values }) => values.name);
const found = ({ problems }: CompanyList) => problems.map(({ line, code }) => [line, code]);

describe('headers', () => {
  const fields: [ListField, string[]][] = [
    [
      'name',
      [
        '提出者名',
        '会社名',
        '企業名',
        '社名',
        '取引先名',
        '名称',
        'Company',
        'Account Name',
        'ＣＯＭＰＡＮＹ',
      ],
    ],
    ['kana', ['提出者名（ヨミ）', '提出者名(ヨミ)', 'カナ', 'フリガナ', 'ﾌﾘｶﾞﾅ', 'ヨミ']],
    ['englishName', ['提出者名（英字）', '英語名', 'English Name']],
    ['corporateNumber', ['提出者法人番号', '法人番号', ' 法人　番号 ', 'corporate_number']],
    ['securitiesCode', ['証券コード', '証券ｺｰﾄﾞ']],
    ['listId', ['ＥＤＩＮＥＴコード', 'EDINETコード', 'ID', 'id']],
    ['address', ['所在地', '住所', 'Address']],
    ['phone', ['電話', '電話番号', 'TEL', 'ＴＥＬ']],
    ['industry', ['提出者業種', '業種']],
    ['domain', ['ドメイン', 'URL', 'Website']],
    ['email', ['メール', 'E-mail', 'email', 'メールアドレス']],
    ['status', ['ステータス', 'アカウントステータス', '状態', 'Status']],
    ['owner', ['担当', '担当者', 'Owner', '営業担当']],
    ['met', ['商談済', '商談済み', 'Met']],
    ['lastContact', ['最終接触日', '最終連絡日', 'Last Contact']],
    ['nextCheck', ['次回確認日', '次回チェック', 'Next Check']],
    ['product', ['製品', 'Product']],
    ['reference', ['契約番号', 'Order No']],
    ['productSince', ['導入日', '契約日']],
    ['note', ['備考', 'メモ', 'Note']],
  ];
  test.each(fields.flatMap(([field, headers]) => headers.map((header) => [header, field] as const)))(
    '%s is %s',
    (header, field) => {
      expect(read(`あれこれ,"${header}"\n`).columns).toEqual([
        { header: 'あれこれ', samples: [], field: null },
        { header: header.replace(/^ | $/g, ''), samples: [], field },
      ]);
    },
  );

  test('of two headers for one field the first is read, the second only listed', () => {
    const list = read('社名,会社名,法人番号\n甲社,乙社,1\n');
    expect(list.columns.map(({ field }) => field)).toEqual(['name', null, 'corporateNumber']);
    expect(list.rows).toEqual([{ line: 2, values: { name: '甲社', corporateNumber: '1' } }]);
    expect(list.problems).toEqual([]);
  });

  test('a mapping wins over the table', () => {
    const list = read('会社名,正式名称,住所\n甲,株式会社甲,東京\n', {
      name: '正式名称',
      note: ' 会社名',
    });
    expect(list.columns.map(({ field }) => field)).toEqual(['note', 'name', 'address']);
    expect(list.rows[0]?.values).toEqual({ note: '甲', name: '株式会社甲', address: '東京' });
    expect(list.problems).toEqual([]);
  });

  test.each<[string, ListMapping['headers'], string]>([
    ['a header that is not there', { note: 'ない列' }, 'note: ない列'],
    ['one header for two fields', { name: '会社名', note: '会社名' }, 'note: 会社名'],
  ])('%s', (_, mapping, detail) => {
    expect(read('会社名,住所\n甲,東京\n', mapping).problems).toMatchObject([
      { line: 1, code: 'MAPPING_WRONG', detail },
    ]);
  });

  test('the same header twice', () => {
    const list = read('会社名,会社 名,住所\n甲,乙,東京\n');
    expect(list.problems).toMatchObject([{ line: 1, code: 'HEADER_DUPLICATE', detail: '会社名' }]);
  });

  test('columns without a header are no duplicates', () => {
    expect(found(read('会社名,,\n甲,乙,丙\n'))).toEqual([]);
  });

  test('no name column: the headers seen are told', () => {
    const list = read('番号,所在地\n1,東京\n');
    expect(list.problems).toMatchObject([{ line: 1, code: 'LIST_NO_NAME_COLUMN', detail: '番号 / 所在地' }]);
    expect(list.columns).toEqual([
      { header: '番号', samples: ['1'], field: null },
      { header: '所在地', samples: ['東京'], field: 'address' },
    ]);
    expect(list.rows).toEqual([]);
  });
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
    [20_000, []],
    [20_001, [[null, 'LIST_TOO_LONG']]],
    [20_002, [[null, 'LIST_TOO_LONG']]],
  ])('%d rows', (count, problems) => {
    const list = read(`会社名\n${'甲社\n'.repeat(count)}`);
    expect(found(list)).toEqual(problems);
    expect(list.rows).toHaveLength(20_000);
  });
});

describe('broken rows are named, the good ones kept', () => {
  test.each<[string, string, [number, string][], string[]]>([
    ['too few columns', '甲,1\n乙\n丙,3\n', [[3, 'ROW_TORN']], ['甲', '丙']],
    ['too many columns', '甲,1\n乙,2,2\n丙,3\n', [[3, 'ROW_TORN']], ['甲', '丙']],
    ['no name', '甲,1\n　,2\n丙,3\n', [[3, 'ROW_NO_NAME']], ['甲', '丙']],
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

describe('what was written is what is read', () => {
  const FIELDS = { 会社名: 'name', 所在地: 'address', 備考: 'note' } as const;
  const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const written = (rows: string[][], delimiter: string, br: string): string =>
    [Object.keys(FIELDS), ...rows].map((row) => row.map(quote).join(delimiter) + br).join('');
  const expected = (rows: string[][]) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.values(FIELDS)
          .map((field, index) => [field, row[index]?.replace(/^[ 　]+|[ 　]+$/g, '') ?? ''])
          .filter(([, value]) => value !== ''),
      ),
    );

  const isAlsoUtf8 = (line: string): boolean => {
    const bytes = Buffer.from(line, 'latin1');
    return !isAscii(bytes) && isUtf8(bytes);
  };

  const plain = fc.constantFrom(
    ' ',
    '　',
    '"',
    ',',
    '\t',
    ';',
    '\n',
    '\r\n',
    'a',
    '株',
    '1',
    '\\',
    '~',
    'ｱ',
    'ﾃｽ',
  );
  const rowsOf = (character: fc.Arbitrary<string>) => {
    const value = fc.array(fc.oneof(plain, character), { maxLength: 12 }).map((parts) => parts.join(''));
    return fc.array(
      fc.tuple(value, value, value).map(([name, address, note]) => [`社${name}`, address, note]),
      { minLength: 1, maxLength: 8 },
    );
  };
  const anyCharacter = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
    .filter((character) => !/[\p{Cc}\p{Co}\p{Cs}\ufffd]/u.test(character));
  const file = <T>(rows: fc.Arbitrary<T>) =>
    fc.tuple(rows, fc.constantFrom(',', '\t', ';'), fc.constantFrom('\n', '\r\n', '\r'));

  test('UTF-8, with and without its mark', () => {
    fc.assert(
      fc.property(file(rowsOf(anyCharacter)), fc.boolean(), ([rows, delimiter, br], bom) => {
        const list = read((bom ? '\ufeff' : '') + written(rows, delimiter, br));
        expect(list).toMatchObject({ encoding: bom ? 'utf-8-bom' : 'utf-8', delimiter, problems: [] });
        expect(list.rows.map(({ values }) => values)).toEqual(expected(rows));
      }),
    );
  });

  test('CP932', () => {
    fc.assert(
      fc.property(file(rowsOf(fc.constantFrom(...CP932_CHARACTERS))), ([rows, delimiter, br]) => {
        const bytes = cp932(written(rows, delimiter, br));
        // A line that is UTF-8 too, such as 筥９ alone, is refused rather than guessed.
        fc.pre(
          !Buffer.from(bytes)
            .toString('latin1')
            .split(/[\r\n]/)
            .some(isAlsoUtf8),
        );
        const list = readCompanyList(bytes);
        expect(list).toMatchObject({ encoding: 'cp932', delimiter, problems: [] });
        expect(list.rows.map(({ values }) => values)).toEqual(expected(rows));
      }),
    );
  });

  test('whatever the bytes are, there is an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const list = readCompanyList(Uint8Array.from([...utf8('name,id\n'), ...bytes]));
        expect(list.rows.length + list.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
