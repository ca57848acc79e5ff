import { type DuplicatesJobDeps, runDuplicatesJob } from '../../../functions/app/duplicates-job';
import { rowLinks } from '../../../functions/app/row-links';
import type { Account } from '../../../functions/domain/account/account';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { openSheets } from '../../../functions/sheets/client';
import { anAccount } from '../../builders';
import { countReads } from '../../count-reads';
import { LINKS } from './queue-scene';
import { NOW, REGISTER_BOOK, usingRegisterScene } from './register-scene';

const TAB = 8005;
const scene = usingRegisterScene();

const run = (over: Partial<DuplicatesJobDeps> = {}) =>
  runDuplicatesJob(NOW, {
    db: scene().db,
    sheets: openSheets(scene().api.rootUrl),
    registerSheetId: REGISTER_BOOK,
    links: rowLinks(LINKS),
    wait: async () => {},
    ...over,
  });

const named = (id: string, name: string, over: Partial<AccountRecord> = {}): Account =>
  anAccount({ id, name, ownerId: 'is', ...over });
const phone = { phone: '03-5276-5850' };
/** Without the stamp and the header: group, kind, row, company, status, owner, why, next, ID. */
const rows = () => scene().lines(TAB).slice(3);
const summary = () => scene().lines(TAB)[0]?.[0];
const onFile = (successorId: string | null): Partial<AccountRecord> => ({
  status: 'ON_FILE',
  onFile: { on: '2026-03-02', reason: 'DUPLICATE', reasonText: null, successorId, from: 'COLD' },
});

test('lists groups with both rows, why, and what to do; the surest first', async () => {
  await scene().save(
    named('a', '株式会社甲'),
    named('b', '乙商事', phone),
    named('c', '(株)甲'),
    named('d', '乙商事株式会社', { ...phone, status: 'WORKING', ownerId: 'is2' }),
    named('e', '丙'),
  );
  await scene().run();
  expect(await run()).toEqual({
    date: '2026-07-01',
    read: 5,
    next: null,
    groups: { number: 0, likely: 1, name: 1 },
    many: 0,
    rows: 4,
    calls: 1,
  });
  expect(scene().titles()).toContain('重複候補');
  expect(scene().lines(TAB).slice(0, 3)).toEqual([
    ['重複の候補が 2 組あります。', ...Array(8).fill('')],
    ['2026-07-01 時点、5 社を照合', ...Array(8).fill('')],
    ['組', '種類', '行', '会社名', 'ステータス', '担当', '理由', '次にすること', 'アカウント ID'],
  ]);
  const merge = expect.stringContaining('統合');
  expect(rows()).toEqual([
    ['1', '重複の可能性が高い', '開く', '乙商事', 'コールド', 'is', '名前・電話が同じです。', merge, 'b'],
    [
      '1',
      '重複の可能性が高い',
      '開く',
      '乙商事株式会社',
      'ワーキング',
      'is2',
      '名前・電話が同じです。',
      merge,
      'd',
    ],
    [
      '2',
      '名前だけ同じ',
      '開く',
      '株式会社甲',
      'コールド',
      'is',
      '名前が同じです。',
      expect.any(String),
      'a',
    ],
    ['2', '名前だけ同じ', '開く', '(株)甲', 'コールド', 'is', '名前が同じです。', expect.any(String), 'c'],
  ]);
});

test('a second run writes nothing; a change is written, and a deleted tab made again', async () => {
  await scene().save(named('a', '甲', phone), named('b', '甲', phone));
  await run();
  const before = scene().json();
  expect(await run()).toMatchObject({ calls: 0 });
  expect(scene().json()).toEqual(before);
  await scene().save(named('b', '甲', { ...phone, status: 'WORKING' }));
  expect(await run()).toMatchObject({ calls: 1 });
  scene().person({ deleteSheet: { sheetId: TAB } });
  expect(await run()).toMatchObject({ calls: 1, rows: 2 });
});

test('an empty list says so', async () => {
  await scene().save(named('a', '甲'), named('b', '乙'));
  expect(await run()).toMatchObject({ rows: 0, calls: 1 });
  expect(summary()).toBe('重複の候補はありません。');
  expect(rows()).toEqual([]);
});

test('what was said apart, is linked or was taken back is left out', async () => {
  const MARKED = { on: '2026-03-02', by: 'is' };
  await scene().save(
    named('a', '甲', { ...phone, notDuplicateOf: { b: MARKED } }),
    named('b', '甲', phone),
    named('c', '乙', phone),
    named('d', '乙', { ...phone, ...onFile('c') }),
    named('e', '丙', phone),
    named('f', '丙', { ...phone, withdrawn: true }),
    named('g', '丁', phone),
    named('h', '丁', { ...phone, ...onFile(null) }),
  );
  await run();
  expect(rows().map((cells) => cells.at(-1))).toEqual(['g', 'h']);
});

test('three that hang together are one group, also where two of them only share the third', async () => {
  await scene().save(
    named('a', '甲', { ...phone, domains: ['kou.jp'] }),
    named('b', '甲', { domains: ['kou.jp'] }),
    named('c', '甲', phone),
  );
  expect(await run()).toMatchObject({ groups: { likely: 1 }, rows: expect.any(Number) });
  expect(
    rows()
      .filter(([, kind]) => kind === '重複の可能性が高い')
      .map((cells) => cells.at(-1)),
  ).toEqual(['a', 'b', 'c']);
});

test('a common name is one line, and the likely pair among hundreds of it is found', async () => {
  const many = Array.from({ length: 703 }, (_, n) =>
    named(`m_${String(n).padStart(3, '0')}`, '株式会社アシスト'),
  );
  const likely = [
    { ...many[10], ...phone },
    { ...many[600], ...phone },
  ] as Account[];
  const some = Array.from({ length: 7 }, (_, n) => named(`s_${n}`, '株式会社七社'));
  await scene().save(...many, ...likely, ...some);
  const reads = await countReads(async () => {
    expect(await run()).toMatchObject({ read: 710, groups: { likely: 1, name: 0 }, many: 2, rows: 4 });
  });
  // Each once, and what shares a name once more: a common name is not read again with every page.
  expect(reads).toBeLessThan(2_000);
  expect(rows().map((cells) => [cells[1], cells[3], cells[6], cells.at(-1)])).toEqual([
    ['重複の可能性が高い', '株式会社アシスト', '名前・電話が同じです。', 'm_010'],
    ['重複の可能性が高い', '株式会社アシスト', '名前・電話が同じです。', 'm_600'],
    ['同名が多数', '株式会社アシスト', '703 社が同じ名前です。', ''],
    ['同名が多数', '株式会社七社', '7 社が同じ名前です。', ''],
  ]);
});

test('in several calls it finds the same, and writes when all is compared', async () => {
  const accounts = Array.from({ length: 700 }, (_, n) =>
    named(`a_${String(n).padStart(3, '0')}`, `会社 ${n % 350}`, phone),
  );
  await scene().save(...accounts);
  const first = await run({ isTimeUp: () => true });
  expect(first).toMatchObject({ read: 300, next: 300, calls: 0 });
  expect(scene().titles()).not.toContain('重複候補');
  expect(await run({ resume: true, isTimeUp: () => true })).toMatchObject({ next: 600 });
  const last = await run({ resume: true });
  expect(last).toMatchObject({ read: 700, next: null, groups: { likely: 350 }, calls: 1 });
  expect(summary()).toBe('重複の候補が 350 組あります。上から 500 行を示します。');
  expect(await run()).toEqual({ ...last, calls: 0 });
});

test('each account is read once for its page and once for its name, however many have that name', async () => {
  // A third have a name of their own, a third one of ten, a third one of sixty; all of them on all pages.
  const nameAt = (n: number): string =>
    [`会社 ${n}`, `十社 ${(n - 1) % 90}`, `六十社 ${(n - 2) % 15}`][n % 3] ?? '';
  const accounts = Array.from({ length: 900 }, (_, n) =>
    named(`a_${String(n).padStart(3, '0')}`, nameAt(n), n % 90 < 3 ? phone : {}),
  );
  await scene().save(...accounts);
  const reads = await countReads(async () => {
    const found = await run();
    expect(found).toMatchObject({ read: 900, many: 35, groups: { name: 0 } });
    expect(found.groups.likely).toBeGreaterThan(0);
  });
  expect(reads).toBeLessThan(2 * 900 + 200);
});

test('a run that was killed goes on where it was last saved, and nothing is left for the run after', async () => {
  const accounts = Array.from({ length: 650 }, (_, n) =>
    named(`a_${String(n).padStart(3, '0')}`, `会社 ${n % 325}`, phone),
  );
  await scene().save(...accounts);
  let pages = 0;
  const killed = run({
    pagesPerSave: 1,
    isTimeUp: () => {
      pages += 1;
      if (pages === 2) throw new Error('killed');
      return false;
    },
  });
  await expect(killed).rejects.toThrow('killed');
  const reads = await countReads(async () => {
    expect(await run({ resume: true })).toMatchObject({ read: 650, next: null, groups: { likely: 325 } });
  });
  // Not the first page, nor the names that were on it; at the end the accounts of all groups, as they are by then.
  expect(reads).toBeLessThan(350 + 50 + 650 + 20);
  expect(await run({ resume: true, isTimeUp: () => true })).toMatchObject({ read: 300, next: 300 });
});

test('one that was merged meanwhile is not listed', async () => {
  const accounts = Array.from({ length: 301 }, (_, n) =>
    named(`a_${String(n).padStart(3, '0')}`, `会社 ${n}`),
  );
  await scene().save(...accounts, named('a_000', '甲', phone), named('a_001', '甲', phone));
  await run({ isTimeUp: () => true });
  await scene().save(named('a_001', '甲', { ...phone, ...onFile('a_000') }));
  expect(await run({ resume: true })).toMatchObject({ rows: 0 });
});
