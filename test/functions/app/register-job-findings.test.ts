import { rowLinks } from '../../../functions/app/row-links';
import type { ImportBatch } from '../../../functions/contract/import';
import { FINDING_TEXTS } from '../../../functions/domain/register/findings-text';
import { startImportBatch } from '../../../functions/store/import-batches';
import { LINKS, saveTeam } from './queue-scene';
import {
  aRegisterAccount,
  COLUMNS,
  FINDINGS_TAB_ID,
  NOW,
  REGISTER_TAB_ID,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();
const LABEL = Object.fromEntries(Object.entries(FINDING_TEXTS).map(([kind, { label }]) => [kind, label.ja]));

/** Kind, row, company, account ID, what was found. */
const listed = (): string[][] =>
  scene()
    .lines(FINDINGS_TAB_ID)
    .slice(3)
    .filter(([kind]) => kind !== '')
    .map((line) => line.slice(0, 5));
/** Runs until nothing is to do, which is at once. */
const settled = async () => {
  const run = await scene().run();
  const before = scene().json();
  expect(await scene().run()).toMatchObject({ written: 0, repaired: 0, calls: 0, toCheck: run.toCheck });
  expect(scene().json()).toStrictEqual(before);
  return run;
};
const columnsOf = (row: number) =>
  Array.from(scene().tab().rows[row] ?? [], (cell) => ({
    ...(cell?.userEnteredValue && { userEnteredValue: cell.userEnteredValue }),
  }));
const paste = (row: number, values: ReturnType<typeof columnsOf>) =>
  scene().person({
    updateCells: {
      start: { sheetId: REGISTER_TAB_ID, rowIndex: row },
      rows: [{ values }],
      fields: 'userEnteredValue',
    },
  });

const A_BATCH: ImportBatch = {
  ...{ id: 'b_1', list: '法人番号', mode: 'add', total: 1, done: 1, twice: 0, state: 'done' },
  counts: { created: 0, filled: 0, unchanged: 1, refused: 0, withDebts: 0, undecided: 0 },
  ...{ changes: null, closed: [], toCheck: false },
};
const AUTHOR = { by: 'is', at: '2026-07-01T00:00:00.000Z' };

beforeEach(async () => {
  await scene().save(...TEN_ACCOUNTS);
  await scene().run();
});

test('a company that its list has as closed is to be checked, until somebody has looked at it', async () => {
  const company = { accountId: 'a_3', name: '会社 a_3', closure: '2026-03-31', version: 1 };
  await startImportBatch(scene().db, null, { ...A_BATCH, closed: [company], toCheck: true }, AUTHOR);
  const run = await settled();
  expect(run.toCheck).toBe(1);
  expect(listed()).toEqual([
    [
      LABEL.closed,
      '6 行目',
      '会社 a_3',
      'a_3',
      `リスト「法人番号」によると、閉鎖・解散しています。2026-03-31`,
    ],
  ]);
  await scene().save(aRegisterAccount('a_3', { version: 2 }));
  await settled();
  expect(listed()).toEqual([]);
});

describe('the tab', () => {
  test('says that there is nothing, and when', () => {
    expect(scene().titles()).toEqual(['台帳', '要確認', 'Sheet1', 'ヘルプ']);
    expect(
      scene()
        .lines(FINDINGS_TAB_ID)
        .map(([first]) => first)
        .slice(0, 2),
    ).toEqual(['要確認の行はありません。', '2026-07-01 時点、台帳は 10 行']);
    expect(listed()).toEqual([]);
  });

  test('links to what was found, whatever row it has', async () => {
    scene().typeAt(13, scene().column('name'), '下書き商事');
    await settled();
    const link = () => scene().tab(FINDINGS_TAB_ID).rows[3]?.[1]?.userEnteredFormat?.textFormat?.link?.uri;
    const found = { finding: 'draft', accountId: '', company: '下書き商事' } as const;
    expect(link()).toBe(rowLinks(LINKS)(found));
    scene().person({
      deleteDimension: {
        range: { sheetId: REGISTER_TAB_ID, dimension: 'ROWS', startIndex: 12, endIndex: 13 },
      },
    });
    await settled();
    expect([listed()[0]?.[1], link()]).toEqual(['13 行目', rowLinks(LINKS)(found)]);
  });

  test.each<[string, () => void]>([
    [
      'written over',
      () =>
        scene().person({
          updateCells: {
            start: { sheetId: FINDINGS_TAB_ID, rowIndex: 3 },
            rows: [{ values: [{ userEnteredValue: { stringValue: 'メモ' } }] }],
            fields: 'userEnteredValue',
          },
        }),
    ],
    [
      'emptied',
      () =>
        scene().person({ updateCells: { range: { sheetId: FINDINGS_TAB_ID }, fields: 'userEnteredValue' } }),
    ],
    ['deleted', () => scene().person({ deleteSheet: { sheetId: FINDINGS_TAB_ID } })],
  ])('%s: made again', async (_, meddle) => {
    const before = scene().lines(FINDINGS_TAB_ID);
    meddle();
    await settled();
    expect(scene().lines(FINDINGS_TAB_ID)).toEqual(before);
    expect(scene().titles()).toEqual(['台帳', '要確認', 'Sheet1', 'ヘルプ']);
  });

  test('in English', async () => {
    scene().typeAt(12, scene().column('name'), '下書き商事');
    await saveTeam(scene().db, { language: 'en' });
    await scene().db.doc('team/team').update({ version: 2 });
    await settled();
    expect(
      scene()
        .lines(FINDINGS_TAB_ID)
        .map((line) => line.slice(0, 5)),
    ).toEqual([
      ['1 row to check.', '', '', '', ''],
      ['As of 2026-07-01, 10 rows in the register', '', '', '', ''],
      ['Kind', 'Row', 'Company', 'Account ID', 'What was found'],
      ['Draft', 'Row 13', '下書き商事', '', 'It is not registered yet.'],
    ]);
  });
});

describe('what is listed', () => {
  test('a copied row, below the one that counts', async () => {
    paste(12, columnsOf(4));
    expect(await settled()).toMatchObject({ leftAlone: 1, toCheck: 1 });
    expect(listed()).toEqual([[LABEL.copied, '13 行目', '会社 a_2', 'a_2', '5 行目と同じアカウントです。']]);
    expect([scene().cellAt(4, 'requestState'), scene().cellAt(12, 'requestState')]).toEqual(['', '要確認']);
  });

  test('an ID typed over, and one that was cleared', async () => {
    scene().typeAt(4, 0, 'a_other');
    scene().typeAt(6, 0, '');
    expect(await settled()).toMatchObject({ leftAlone: 2, appended: 0 });
    expect(listed()).toEqual([
      [LABEL.idTypedOver, '5 行目', '会社 a_2', 'a_2', 'ID が a_other に書き換えられています。'],
      [LABEL.idTypedOver, '7 行目', '会社 a_4', 'a_4', 'ID が消されています。'],
    ]);
    scene().typeAt(4, 0, 'a_2');
    scene().typeAt(6, 0, 'a_4');
    expect(await settled()).toMatchObject({ leftAlone: 0, toCheck: 0 });
    expect([scene().cellAt(4, 'requestState'), scene().cellAt(6, 'requestState')]).toEqual(['', '']);
  });

  test('two rows whose names a sort of some columns has exchanged', async () => {
    const [first, second] = [columnsOf(4), columnsOf(5)];
    paste(4, first.with(1, second[1] ?? {}));
    paste(5, second.with(1, first[1] ?? {}));
    expect(await settled()).toMatchObject({ leftAlone: 2, written: 0 });
    expect(listed()).toEqual([
      [
        LABEL.inconsistent,
        '5 行目',
        '会社 a_3',
        'a_2',
        '「会社 a_2」の行として書き込まれましたが、会社名が合いません。',
      ],
      [
        LABEL.inconsistent,
        '6 行目',
        '会社 a_2',
        'a_3',
        '「会社 a_3」の行として書き込まれましたが、会社名が合いません。',
      ],
    ]);
    // As the mark of the rows says: deleted, they are written anew.
    scene().person({
      deleteDimension: {
        range: { sheetId: REGISTER_TAB_ID, dimension: 'ROWS', startIndex: 4, endIndex: 6 },
      },
    });
    expect(await settled()).toMatchObject({ appended: 2, leftAlone: 0, toCheck: 0 });
  });

  describe('rows whose mirrors a sort of some hidden columns has exchanged', () => {
    const NAME = COLUMNS.indexOf('mirror.name');
    /** Rows 5 to 8, whose ID and its mirror, name and cells stay. */
    const exchange = (...from: number[]): void => {
      const rows = [4, 5, 6, 7].map(columnsOf);
      rows.forEach((row, at) => {
        paste(4 + at, [...row.slice(0, NAME), ...(rows[from[at] ?? at]?.slice(NAME) ?? [])]);
      });
    };

    test.each([
      ['all round', [1, 2, 3, 0]],
      ['so that one of them is nowhere', [1, 2, 3, 3]],
    ])('are written anew at once: %s', async (_, from) => {
      const before = scene().lines();
      exchange(...from);
      expect(await settled()).toMatchObject({ leftAlone: 0, toCheck: 0 });
      expect(scene().lines()).toEqual(before);
    });

    test('are left alone where people have typed or cleared something, and nothing of it is sent', async () => {
      exchange(1, 2, 3, 3);
      scene().typeAt(5, scene().column('contact'), '山田様');
      scene().typeAt(6, scene().column('owner'), '');
      expect(await settled()).toMatchObject({ leftAlone: 2, pending: 0, written: 1 });
      expect(listed().map(([kind, row]) => [kind, row])).toEqual([
        [LABEL.inconsistent, '6 行目'],
        [LABEL.inconsistent, '7 行目'],
      ]);
      expect([scene().cellAt(5, 'contact'), scene().cellAt(6, 'owner')]).toEqual(['山田様', '']);
    });
  });

  test.each(['a_nobody', '合計'])(
    '%s as the ID of no account, also when all accounts are read',
    async (id) => {
      scene().typeAt(12, 0, id);
      expect(await settled()).toMatchObject({ leftAlone: 1 });
      expect(listed()).toEqual([[LABEL.unknown, '13 行目', '', id, 'この ID のアカウントはありません。']]);
      await scene().db.doc('team/team').update({ version: 2 });
      expect(await settled()).toMatchObject({ leftAlone: 1, toCheck: 1, read: 10 });
    },
  );

  test('an account that is gone from the store stays listed, whichever accounts are read', async () => {
    await scene().db.doc('accounts/a_7').delete();
    await scene().db.doc('team/team').update({ version: 2 });
    expect(await settled()).toMatchObject({ leftAlone: 1 });
    await scene().save(aRegisterAccount('a_1', { name: '改名' }));
    expect(await settled()).toMatchObject({ leftAlone: 1, written: 1 });
    expect(listed()).toEqual([
      [LABEL.unknown, '10 行目', '会社 a_7', 'a_7', 'この ID のアカウントはありません。'],
    ]);
  });
  test('drafts: marked, and unmarked when their name is gone', async () => {
    const name = scene().column('name');
    scene().typeAt(12, name, '下書き商事');
    scene().typeAt(13, name, '送信待ち工業');
    scene().typeAt(13, scene().column('requestState'), '差し戻し: 法人番号が重複しています。');
    scene().typeAt(14, name, ' ');
    expect(await settled()).toMatchObject({ drafts: 2, toCheck: 2, leftAlone: 0 });
    expect(listed().map((line) => line.slice(0, 3))).toEqual([
      [LABEL.draft, '13 行目', '下書き商事'],
      [LABEL.draft, '14 行目', '送信待ち工業'],
    ]);
    const marks = () => [12, 13, 14].map((row) => scene().cellAt(row, 'requestState'));
    expect(marks()).toEqual(['未登録', '差し戻し: 法人番号が重複しています。', '']);
    scene().typeAt(12, name, '');
    expect(await settled()).toMatchObject({ drafts: 1, toCheck: 1 });
    expect(marks()[0]).toBe('');
  });

  test('a request that contradicts a later change: both values', async () => {
    scene().type('a_5', 'status', '不適合');
    scene().type('a_5', 'nextCheck', 46_300);
    scene().type('a_6', 'owner', 'is2');
    scene().type('a_8', 'contact', '田中');
    await scene().save(
      aRegisterAccount('a_5', {
        version: 2,
        status: 'QUARTERLY_CHECK',
        nextCheck: { date: '2026-10-01', origin: 'cadence', base: '2026-07-01' },
        name: '改名',
      }),
      aRegisterAccount('a_6', { version: 2, status: 'COLD' }),
      aRegisterAccount('a_7', { version: 2, status: 'COLD' }),
    );
    expect(await settled()).toMatchObject({ pending: 3, toCheck: 1 });
    expect(listed()).toEqual([
      [
        LABEL.conflict,
        '8 行目',
        '改名',
        'a_5',
        'ステータス: セルは「不適合」、今の値は「四半期チェック」です。\n次回確認日: セルは「2026-10-05」、今の値は「2026-10-01」です。',
      ],
    ]);
    // The owner of a_6 has not changed since it was typed, nor has it by another language.
    await saveTeam(scene().db, { language: 'en' });
    await scene().db.doc('team/team').update({ version: 2 });
    expect(await settled()).toMatchObject({ pending: 3, toCheck: 1 });
    expect(listed().map(([kind, row]) => [kind, row])).toEqual([['Conflict', 'Row 8']]);
    scene().type('a_5', 'status', 'Check Back Quarterly');
    scene().type('a_5', 'nextCheck', 46_296);
    await settled();
    expect(listed()).toEqual([]);
  });
});

test('the day in the stamp is the team’s', async () => {
  expect(await scene().run(new Date(NOW.getTime() + 86_400_000))).toMatchObject({ calls: 1 });
  expect(scene().lines(FINDINGS_TAB_ID)[1]?.[0]).toBe('2026-07-02 時点、台帳は 10 行');
});
