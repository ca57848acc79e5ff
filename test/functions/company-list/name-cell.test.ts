import { isRemarkAlone, readNameCell } from '../../../functions/company-list/name-cell';

test.each([
  ['株式会社アシスト ※取引停止', '株式会社アシスト', '※取引停止'],
  ['株式会社アシスト\n※取引停止', '株式会社アシスト', '※取引停止'],
  ['株式会社アシスト（廃業）', '株式会社アシスト', '廃業'],
  ['株式会社アシスト (2024年3月廃業)', '株式会社アシスト', '2024年3月廃業'],
  ['株式会社アシスト（DM不可）', '株式会社アシスト', 'DM不可'],
  ['【休眠】株式会社アシスト', '株式会社アシスト', '休眠'],
  ['アシスト【公式】', 'アシスト', '公式'],
  ['株式会社アシスト<休眠>', '株式会社アシスト', '休眠'],
  ['株式会社アシスト／廃業', '株式会社アシスト', '廃業'],
  ['株式会社アシスト→移転', '株式会社アシスト', '→移転'],
  ['★㈱アシスト', '㈱アシスト', '★'],
  ['㈱アシスト🔥', '㈱アシスト', '🔥'],
  ['*株式会社アシスト', '株式会社アシスト', '*'],
  ['1. 株式会社アシスト', '株式会社アシスト', '1.'],
  ['①株式会社アシスト', '株式会社アシスト', '①'],
  ['・アシスト株式会社', 'アシスト株式会社', '・'],
  ['Assist Inc. - closed', 'Assist Inc.', 'closed'],
  ['Assist Inc. *do not call', 'Assist Inc.', '*do not call'],
  ['Assist Inc. - on hold', 'Assist Inc.', 'on hold'],
  ['DO NOT USE - Assist Inc.', 'Assist Inc.', 'DO NOT USE'],
  ['*要確認* 株式会社アシスト', '株式会社アシスト', '要確認'],
  ['休眠：株式会社アシスト', '株式会社アシスト', '休眠'],
])('%j: the remark is no part of the name', (cell, name, remark) => {
  expect(readNameCell(cell)).toMatchObject({ name, remarks: [remark], otherNames: [] });
});

test.each([
  ['㈱山田商事（旧：山田商店）', '㈱山田商事', ['山田商店']],
  ['㈱山田商事（旧山田商店）', '㈱山田商事', ['山田商店']],
  ['(株)甲（旧：(株)乙、旧：(株)丙）', '(株)甲', ['(株)乙', '(株)丙']],
  ['株式会社アシスト 旧社名：株式会社補佐', '株式会社アシスト', ['株式会社補佐']],
  ['株式会社アシスト（現：株式会社補佐）', '株式会社アシスト', ['株式会社補佐']],
  ['㈱アシスト（通称アシスト君）', '㈱アシスト', ['アシスト君']],
  ['Acme Inc. (formerly Beta LLC)', 'Acme Inc.', ['Beta LLC']],
  ['Acme, Inc. d/b/a Beta Foods', 'Acme, Inc.', ['Beta Foods']],
  ['Acme GmbH (ex Beta GmbH)', 'Acme GmbH', ['Beta GmbH']],
])('%j: a former or trade name is another name', (cell, name, otherNames) => {
  expect(readNameCell(cell)).toMatchObject({ name, otherNames, remarks: [] });
});

test.each([
  '株式会社ジェイ・エム・エス（称号　株式会社　ＪＭＳ）',
  'パーク二四株式会社（定款上の商号　パーク２４株式会社）',
  'ＹＣＰホールディングス（グローバル）リミテッド',
  '株式会社Ｄｅｆ　ｃｏｎｓｕｌｔｉｎｇ',
  ...[
    '(株)アシスト',
    'アシスト【株】',
    'アシスト（一社）',
    'Hachi (Thailand) Co., Ltd.',
    'Sumitomo (SHI) Demag',
  ],
  ...[
    'E*TRADE',
    'Coca-Cola - Japan',
    '株式会社24-7',
    '株式会社A★LIFE',
    'モーニング娘。株式会社',
    '株式会社顧客時間',
    '株式会社 取引',
    '株式会社解約',
  ],
  ...['有限会社三和 企画室', '株式会社旧館', 'Moved by Music LLC', '（廃業）', '【休眠】', '   ', '様'],
])('%j stays as it is', (cell) => {
  expect(readNameCell(cell)).toMatchObject({
    name: cell,
    otherNames: [],
    remarks: [],
    facts: {},
    unclear: [],
  });
});

test.each([
  'アシスト（大阪）',
  '株式会社アシスト（大阪支店）',
  'トヨタ自動車 調達部',
  '株式会社甲 → 株式会社乙',
  '株式会社アシスト ほか2社',
  'アシスト 5010001000000',
  'アシスト(株) / 東京支店',
])('%j is told', (cell) => {
  expect(readNameCell(cell)).toMatchObject({ name: cell, unclear: [expect.anything()] });
});

test('a remark alone names no company', () => {
  expect(['（廃業）', '【休眠】', '※取引停止', '(株)', '株式会社廃業'].map(isRemarkAlone)).toEqual([
    ...[true, true, true, false, false],
  ]);
});
