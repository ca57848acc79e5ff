import { REGISTER_ID } from '../../../emulator/suite';
import { FIELD_LABELS } from '../../../functions/company-list/list-headers';
import { corporateNumberOf } from '../../corporate-numbers';
import { cp932 } from '../company-list/cp932';
import { eucJp } from '../company-list/encoders';
import { csv, usingListSenders } from './send-lists';

const { suite, send, accounts } = usingListSenders();
const N1 = corporateNumberOf(1);

describe('columns', () => {
  const odd = csv('呼び名,番号,どこ,空', `株式会社甲,${N1},東京都,`, '株式会社乙,,大阪府,');

  test("the dry run has each column's header, first values and field, and the fields to choose from", async () => {
    const { body } = await send(odd, { list: 'M', dryRun: true });
    expect(body.columns).toEqual([
      { header: '呼び名', samples: ['株式会社甲', '株式会社乙'], field: null },
      { header: '番号', samples: [N1], field: null },
      { header: 'どこ', samples: ['東京都', '大阪府'], field: null },
      { header: '空', samples: [], field: null },
    ]);
    expect(body.fields).toContainEqual({
      ...{ field: 'name', label: FIELD_LABELS.name, ofSeveralColumns: false },
    });
    expect(body.problems).toMatchObject([{ line: 1, code: 'LIST_NO_NAME_COLUMN' }]);
    expect((await send(odd, { list: 'M' })).body.error.code).toBe('LIST_HAS_PROBLEMS');
  });

  test('the headers are found behind a title, and the encoding may be named', async () => {
    const titled = csv('顧客一覧,', '', '会社名,代表TEL', 'ﾃｽ,03', '合計,1');
    const { body } = await send(titled, { list: 'M', dryRun: true });
    expect(body).toMatchObject({ headerLine: 3, writtenBy: null, total: 1, problemCount: 0 });
    expect(body.notes).toMatchObject([
      { line: 1, code: 'LINES_LEFT_OUT', detail: '1: 顧客一覧 / 5: 合計 1' },
    ]);
    const odd = Buffer.from([0xc3, 0xbd, 0x0a]);
    expect((await send(odd, { list: 'M', dryRun: true })).body.problems).toMatchObject([
      { code: 'ENCODING_AMBIGUOUS' },
    ]);
    const named = await send(odd, {
      list: 'M',
      dryRun: true,
      encoding: 'cp932',
      noHeader: true,
      mapping: '0:name',
    });
    expect(named.body).toMatchObject({ encoding: 'cp932', headerLine: null, columns: [{ samples: ['ﾃｽ'] }] });
  });

  test('what a person corrects counts', async () => {
    const { body } = await send(odd, { list: 'M', mapping: '0:name,1:corporateNumber,2:address' });
    expect(body).toMatchObject({ counts: { created: 2 }, problemCount: 0 });
    expect((await accounts()).株式会社甲).toMatchObject({ corporateNumber: N1, address: '東京都' });
  });

  test('a column can be left out, and a field mapped to another one', async () => {
    const list = csv('会社名,正式名称,電話', '丙,株式会社丙,03');
    const { body } = await send(list, { list: 'M', mapping: '0:,1:name,2:', dryRun: true });
    expect(body.columns.map(({ field }: { field: string }) => field)).toEqual([null, 'name', null]);
  });

  test('a list without a header is read by position, as the mapping says', async () => {
    const bare = `株式会社無見出し,2026,${corporateNumberOf(5)},\r\n株式会社二行目,2026,A1,\r\n株式会社三行目,2026,A2,\r\n`;
    const { body } = await send(bare, { list: 'M', dryRun: true });
    expect(body.notes).toMatchObject([
      { line: 1, code: 'HEADER_BY_SHAPE' },
      { line: 1, code: 'COLUMNS_NOT_READ', detail: '#2 / #3' },
    ]);
    expect(body.columns.map(({ field }: { field: string }) => field)).toEqual(['name', null, null, null]);
    const unknown = await send('甲,2026-01-01,5070001000715\n乙,,\n', { list: 'M', dryRun: true });
    expect(unknown.body.problems).toMatchObject([{ line: 1, code: 'LIST_HEADER_MISSING' }]);
    const read = await send(bare, {
      list: 'M',
      noHeader: true,
      mapping: '0:name,2:corporateNumber',
      skipProblems: true,
    });
    expect(read.body).toMatchObject({ counts: { created: 1 } });
    expect((await accounts()).株式会社無見出し).toMatchObject({ corporateNumber: corporateNumberOf(5) });
  });

  test.each([
    ['no field of ours', '0:nonsense', 400],
    ['no mapping at all', 'name', 400],
    ['one column twice', '0:name,0:kana', 400],
    ['a column that is not there', '0:name,9:kana', 200],
    ['two columns for one field', '0:name,1:name', 200],
  ])('%s: the whole call, or the list, is refused', async (_, mapping, status) => {
    const answer = await send(odd, { list: 'M', mapping, dryRun: true });
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body.problems).toMatchObject([{ line: 1, code: 'MAPPING_WRONG' }]);
    else expect(answer.body.error).toMatchObject({ code: 'REQUEST_INVALID', issues: [{ path: 'mapping' }] });
  });
});

test.each([
  ['L\t', 'control_character'],
  ['\u0000\t', 'control_character'],
  ['__L__', 'reserved_name'],
])('of a list by the name %j, one thing is said', async (list, code) => {
  const { body } = await send('会社名\n会社\n', { list, dryRun: true });
  expect(body.error).toMatchObject({ code: 'REQUEST_INVALID', issues: [{ path: 'list', code }] });
});

describe('a tab of the register', () => {
  const stringValue = (value: string) => ({ userEnteredValue: { stringValue: value } });
  const numberValue = (value: number) => ({ userEnteredValue: { numberValue: value } });
  const paste = (title: string, sheetId: number, rows: object[][]) =>
    suite().workbooks.batchUpdate(
      REGISTER_ID,
      [
        { addSheet: { properties: { title, sheetId } } },
        {
          updateCells: {
            start: { sheetId, rowIndex: 0, columnIndex: 0 },
            rows: rows.map((values) => ({ values })),
            fields: 'userEnteredValue',
          },
        },
      ],
      'user',
    );

  test('is read as it stands: numbers whole, empty rows passed over, errors named by their row', async () => {
    paste("買った'リスト", 4711, [
      ['会社名', '法人番号', 'ID'].map(stringValue),
      [stringValue('株式会社タブ'), numberValue(Number(corporateNumberOf(21))), stringValue('T1')],
      [],
      [stringValue('#REF!')],
      [stringValue('=1+1')],
    ]);
    const query = { list: 'TAB', tab: "買った'リスト", skipProblems: true };
    const { body } = await send('', query);
    expect(body).toMatchObject({
      encoding: 'sheet',
      counts: { created: 2 },
      problems: [{ line: 4, code: 'SHEET_ERROR', detail: '#REF!' }],
    });
    const found = await accounts();
    expect(found.株式会社タブ).toMatchObject({
      corporateNumber: corporateNumberOf(21),
      sources: { TAB: 'T1' },
    });
    expect(found['=1+1']).toBeDefined();
    expect((await send('', query)).body.counts).toMatchObject({ created: 0, unchanged: 2 });
  });

  test('with merged cells: each row is of the company that stands merged beside it', async () => {
    paste('結合', 4712, [
      ['会社名', '先方担当者'].map(stringValue),
      ['株式会社結合', '山田'].map(stringValue),
      ['', '佐藤'].map(stringValue),
    ]);
    const range = { sheetId: 4712, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
    suite().workbooks.batchUpdate(REGISTER_ID, [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }], 'user');
    const { body } = await send('', { list: 'TAB', tab: '結合' });
    expect(body).toMatchObject({ counts: { created: 1 }, problemCount: 0 });
    expect(body.notes).toMatchObject([{ line: 3, code: 'COMPANY_FROM_ABOVE' }]);
    const people = Object.values((await accounts()).株式会社結合.contacts);
    expect(people).toMatchObject([{ name: '山田' }, { name: '佐藤' }]);
  });

  test('that does not exist: the answer names the others; one of ours: refused', async () => {
    const { status, body } = await send('', { list: 'TAB', tab: 'ない' });
    expect([status, body.error.code, body.error.titles]).toEqual([
      404,
      'TAB_UNKNOWN',
      expect.arrayContaining(["買った'リスト"]),
    ]);
    await suite().call('is', 'layout', { body: {} });
    const ours = await send('', { list: 'TAB', tab: '台帳' });
    expect([ours.status, ours.body.error.code]).toEqual([422, 'TAB_IS_OURS']);
    expect((await send('', { list: 'TAB', tab: 'ない' })).body.error.titles).not.toContain('台帳');
  });
});

describe('bad input', () => {
  const utf16 = (text: string, bigEndian = false): Buffer => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };
  const body = '会社名,住所\r\n株式会社髙田①,東京都\r\n';
  test.each([
    ['utf-8', Buffer.from(body)],
    ['utf-8-bom', Buffer.from(`\ufeff${body}`)],
    ['utf-16le', utf16(body)],
    ['utf-16be', utf16(body, true)],
    ['cp932', cp932(body)],
    ['euc-jp', eucJp(body)],
    ['utf-16le', Buffer.from(body, 'utf16le')],
    ['utf-8', Buffer.from(body.replaceAll('\r\n', '\r'))],
    ['utf-8', Buffer.from(body.replaceAll(',', '\t'))],
  ])('%s', async (encoding, file) => {
    const answer = await send(file, { list: 'ENC', dryRun: true });
    expect(answer.body).toMatchObject({ encoding, total: 1, problemCount: 0 });
    expect(answer.body.columns[0].samples).toEqual(['株式会社髙田①']);
  });

  test.each<[string, string, number | null, string]>([
    ['an empty file', '', null, 'LIST_EMPTY'],
    ['only a header', '会社名,住所\r\n', null, 'LIST_EMPTY'],
    [
      'a quotation mark that is not closed',
      '会社名,住所\n甲,東京\n"乙,大阪\n丙,京都\n',
      3,
      'QUOTE_NOT_CLOSED',
    ],
    ['50,000 characters in a cell', `会社名,住所\n甲,${'東'.repeat(50_000)}\n`, 2, 'VALUE_TOO_LONG'],
  ])('%s is named by its line', async (_, file, line, code) => {
    const { body: answer } = await send(file, { list: 'BAD', dryRun: true });
    expect(answer.problems).toContainEqual(expect.objectContaining({ line, code }));
  });

  test('a formula as a name is a text, and a cell of 50,000 characters that is not read harms nothing', async () => {
    const formula = '=HYPERLINK("http://example.jp","株式会社式")';
    const quoted = `"${formula.replaceAll('"', '""')}"`;
    const { body: answer } = await send(`会社名,長い\n${quoted},${'長'.repeat(50_000)}\n`, { list: 'BAD' });
    expect(answer).toMatchObject({ counts: { created: 1 }, problemCount: 0 });
    expect((await accounts())[formula]).toMatchObject({ name: formula });
  });

  test('a list of more than 30 MB is refused with what to do', async () => {
    const { status, body: answer } = await send(Buffer.alloc(30 * 1024 * 1024 + 1, 'a'), { list: 'BIG' });
    expect([status, answer.error.code, answer.error.maxBytes]).toEqual([
      413,
      'BODY_TOO_LARGE',
      30 * 1024 * 1024,
    ]);
    expect(answer.error.message.ja).toContain('行を分けて');
  });
});

describe('dates', () => {
  const list = (...dates: string[]) =>
    csv('会社名,最終連絡日', ...dates.map((date, index) => `株式会社日付${index},${date}`));
  const rehearse = async (text: string, query: object = {}) =>
    (await send(text, { list: 'D', dryRun: true, ...query })).body;
  const asked = ({ problems }: { problems: { line: number; code: string; days?: string[] }[] }) =>
    problems.map(({ line, code, days }) => [line, code, days]);

  test('are read in the order that the column proves, which is noted', async () => {
    const body = await rehearse(list('4/1/2026', '4/30/2026', '4/2/26'));
    expect(asked(body)).toEqual([]);
    expect(body.notes).toMatchObject([{ line: 3, code: 'DATE_ORDER_READ' }]);
  });

  test('are asked about where nothing proves it, until somebody says it of the whole list', async () => {
    const unclear = list('4/1/2026', '5/2/2026');
    expect(asked(await rehearse(unclear))).toEqual([
      [2, 'DATE_AMBIGUOUS', ['2026-04-01', '2026-01-04']],
      [3, 'DATE_AMBIGUOUS', ['2026-05-02', '2026-02-05']],
    ]);
    const { body } = await send(unclear, { list: 'D', dateOrder: 'dmy' });
    expect(body).toMatchObject({ problemCount: 0, counts: { created: 2 } });
    expect((await accounts()).株式会社日付0).toMatchObject({
      activities: { a000001: { date: '2026-01-04' } },
    });
  });

  test('as numbers that would lie years back are asked about: they may count from 1904', async () => {
    const numbers = list('44700');
    expect(asked(await rehearse(numbers))).toEqual([
      [2, 'DATE_SYSTEM_UNCLEAR', ['2022-05-19', '2026-05-20']],
    ]);
    for (const dateSystem of ['1900', '1904'])
      expect((await rehearse(numbers, { dateSystem })).problemCount).toBe(0);
  });
});

test('a second and a third contact of a row are contacts of the account', async () => {
  const header = '会社名,先方担当者,メール,先方担当者2,先方担当者2役職,メール2,先方担当者3';
  const file = csv(header, '株式会社三人,山田,y@san.jp,鈴木,課長,s@san.jp,佐藤');
  const { body } = await send(file, { list: '三人' });
  expect(body.columns.map(({ field }: { field: string | null }) => field).slice(3)).toEqual(
    Array(4).fill('furtherContact'),
  );
  const people = Object.values((await accounts()).株式会社三人.contacts);
  expect(people).toMatchObject([
    { name: '山田', email: 'y@san.jp' },
    { name: '鈴木', title: '課長', email: 's@san.jp' },
    { name: '佐藤' },
  ]);
});
