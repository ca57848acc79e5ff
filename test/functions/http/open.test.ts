import { QUEUE_ID, REGISTER_ID } from '../../../emulator/suite';
import { usingSuite } from '../../suite';

const suite = usingSuite();
const follow = (link: string, init: RequestInit = {}) => fetch(link, { redirect: 'manual', ...init });

/** Links of a spreadsheet's tabs, by what their cells say. */
const linksIn = (spreadsheetId: string): Record<string, string> =>
  Object.fromEntries(
    suite()
      .workbooks.get(spreadsheetId)
      .tabs.flatMap(({ rows }) => rows.flat())
      .flatMap((cell) => {
        const uri = cell?.userEnteredFormat?.textFormat?.link?.uri;
        return uri == null ? [] : [[cell?.userEnteredValue?.stringValue ?? '', uri]];
      }),
  );
const register = () => {
  const tab = suite()
    .workbooks.get(REGISTER_ID)
    .tabs.find(({ properties }) => properties.sheetId === 8001);
  if (tab === undefined) throw new Error('There is no register.');
  return tab;
};
const person = (...requests: Parameters<ReturnType<typeof suite>['workbooks']['batchUpdate']>[1]) =>
  void suite().workbooks.batchUpdate(REGISTER_ID, requests, 'user');
/** The company in the row that the link leads to. */
const companyAt = async (link: string): Promise<unknown> => {
  const { status, headers } = await follow(link);
  expect(status).toBe(302);
  const [, row] = /#gid=8001&range=(\d+):\1$/.exec(headers.get('location') ?? '') ?? [];
  return register().rows[Number(row) - 1]?.[1]?.userEnteredValue?.stringValue;
};

beforeAll(async () => {
  const names = ['株式会社いろは', '株式会社ほへと', '株式会社ちりぬ'];
  const rows = names.map((name) => `${name},四半期チェック,2026-04-02,is\n`).join('');
  const file = `会社名,ステータス,最終連絡日,担当者\n${rows}`;
  expect((await suite().call('is', 'import', { file, query: { list: 'L' } })).status).toBe(200);
  for (const job of ['layout', 'queue'] as const)
    expect((await suite().call('manager', job, { body: {} })).status).toBe(200);
});

test('each company of the queue leads to its own row, before and after a sort, without anybody signed in', async () => {
  const links = linksIn(QUEUE_ID);
  expect(Object.keys(links).sort()).toEqual(['株式会社いろは', '株式会社ちりぬ', '株式会社ほへと']);
  for (const [company, link] of Object.entries(links)) expect(await companyAt(link)).toBe(company);
  for (const sortOrder of ['ASCENDING', 'DESCENDING']) {
    const range = { sheetId: 8001, startRowIndex: 2 };
    person({ sortRange: { range, sortSpecs: [{ dimensionIndex: 1, sortOrder }] } });
    for (const [company, link] of Object.entries(links)) expect(await companyAt(link)).toBe(company);
  }
});

test('a draft of the findings leads to its row, wherever it was moved', async () => {
  const typed = { values: [{}, { userEnteredValue: { stringValue: '下書き商事' } }] };
  const fields = 'userEnteredValue';
  person({ updateCells: { start: { sheetId: 8001, rowIndex: 7 }, rows: [typed], fields } });
  await suite().call('manager', 'layout', { body: {} });
  const link = linksIn(REGISTER_ID)['8 行目'] ?? '';
  person({
    insertDimension: {
      range: { sheetId: 8001, dimension: 'ROWS', startIndex: 3, endIndex: 5 },
      inheritFromBefore: false,
    },
  });
  expect(await companyAt(link)).toBe('下書き商事');
});

test('where the row is gone, it says so in both languages, and opens no other company', async () => {
  const company = '株式会社ほへと';
  const at = register().rows.findIndex((row) => row[1]?.userEnteredValue?.stringValue === company);
  person({
    deleteDimension: { range: { sheetId: 8001, dimension: 'ROWS', startIndex: at, endIndex: at + 1 } },
  });
  const answer = await follow(linksIn(QUEUE_ID)[company] ?? '');
  expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
  const page = await answer.text();
  expect(page).toContain('台帳にこの会社の行がありません');
  expect(page).toContain('The register has no row of this company');
});

test('where a filter hides the row, it says so, instead of showing the rows around it', async () => {
  const { basicFilter } = register();
  const link = linksIn(QUEUE_ID).株式会社いろは ?? '';
  const filter = {
    range: { sheetId: 8001, startRowIndex: 1 },
    criteria: { 1: { hiddenValues: ['株式会社いろは'] } },
  };
  person({ setBasicFilter: { filter } });
  const answer = await follow(link);
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('隠れています')]);
  person({ setBasicFilter: { filter: basicFilter ?? filter } });
  expect(await companyAt(link)).toBe('株式会社いろは');
});

test('a link that was made up, or is no link, leads nowhere and reads nothing', async () => {
  const link = new URL(linksIn(QUEUE_ID).株式会社いろは ?? '');
  const { origin } = link;
  link.searchParams.set('account', 'a_0000000000000000');
  const bad = [
    String(link),
    `${origin}/open`,
    `${origin}/open?account=a_1`,
    `${origin}/open?signature=<script>`,
  ];
  for (const one of bad) {
    const answer = await follow(one);
    expect([one, answer.status, await answer.text()]).toEqual([
      one,
      404,
      expect.stringContaining('This link cannot be used'),
    ]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});

test('it answers GET and HEAD only', async () => {
  const link = linksIn(QUEUE_ID).株式会社いろは ?? '';
  const posted = await follow(link, { method: 'POST', body: '{}' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect((await follow(link, { method: 'HEAD' })).status).toBe(302);
});
