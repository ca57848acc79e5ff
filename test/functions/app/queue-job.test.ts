import { tabAsCsv } from '../../../emulator/tab-csv';
import { rowLinks } from '../../../functions/app/row-links';
import { countByBand } from '../../../functions/domain/queue/queue';
import { accountTarget } from '../../../functions/domain/register/row-target';
import { APPROVALS_TAB, DASHBOARD_TAB, OPPORTUNITIES_TAB } from '../../../functions/domain/register/tabs';
import { anActivity, anOpportunity, byId } from '../../builders';
import { eachFirestore } from '../../firestores';
import { aProposal } from '../domain/queue/queue-scene';
import {
  aCheck,
  LINKS,
  leftQueue,
  NOW,
  ONE_EACH,
  openQueueScene,
  QUEUE_BOOK,
  QUEUE_TAB_ID,
  saveTeam,
  usingQueueScene,
} from './queue-scene';

const scene = usingQueueScene();
const NO_ROWS = countByBand([]);
const TEAM_TITLES = ['今日', '承認', '案件', '担当者', '活動'];
const titles = () =>
  scene()
    .workbooks.get(QUEUE_BOOK)
    .tabs.map(({ properties }) => properties.title);

eachFirestore('the queue job', (db) => {
  test('lists what is due and keeps a note', async () => {
    await saveTeam(db());
    const here = await openQueueScene(db());
    await here.save(...ONE_EACH, leftQueue('a_working'));
    expect(await here.run()).toEqual({
      date: '2026-07-01',
      counts: { ...NO_ROWS, overdue: 1, dueIn7: 1, dueIn30: 1, later: 1 },
      listed: 4,
      total: 4,
      unlisted: 0,
    });
    here.note('a_week', '電話する');
    for (const account of [aCheck('a_month'), leftQueue('a_week'), aCheck('a_week')]) {
      await here.save(account);
      await here.run();
    }
    expect(here.notes()).toEqual({ a_late: '', a_month: '', a_week: '電話する', a_later: '' });
    await here.stop();
  });
});

describe('the sheet', () => {
  test('in Japanese: stamp, hidden keys, labels, rows, as a CSV that can be read', async () => {
    await scene().save(...ONE_EACH, aCheck('a_far', { due: '2027-03-01' }));
    const [stamp, tiles, , keys, labels, late, ...others] = await scene()
      .run()
      .then(() => scene().lines());
    expect(stamp?.[0]).toBe('作成 2026-07-01 07:00(Asia/Tokyo)/四半期チェック 5 社のうち 4 社を表示');
    expect(tiles?.filter((cell) => cell !== '')).toEqual([
      '期限超過 1',
      '7日以内 1',
      '30日以内 1',
      'それ以降 1',
    ]);
    expect(keys).toEqual(
      'band name status owners next why due daysOver missed lastContact note result request id basis'.split(
        ' ',
      ),
    );
    expect(labels).toEqual([
      '区分',
      '会社名',
      'ステータス',
      '担当',
      '次にすること',
      '条件・理由',
      '期日',
      '超過日数',
      '見送り',
      '最終連絡(いつ・手段・相手・自社)',
      'マネージャーのメモ(次回も残ります)',
      '結果',
      '申請の状態',
      'アカウント ID',
      '行の基準',
    ]);
    expect(late).toEqual([
      '期限超過',
      '株式会社遅延',
      '四半期チェック',
      'left(退職), is2',
      '在籍者へ引き継ぐ(それまではマネージャーが代わりに対応)',
      '予算,\n来期\n不足: 予算(未確認)、決裁者(未確認)、課題(未確認)、時期(未確認)\nほか: 退職者(担当者: left(退職))',
      '2026-06-19',
      '12',
      '2',
      '2026-03-19 電話 総務部 "山田", 部長\n(is)',
      '',
      '',
      '',
      'a_late',
      expect.stringMatching(/^v\d+ QUARTERLY_CHECK a_late overdue d=2026-06-19 r=\d+ m=\w+ n=株式会社遅延$/),
    ]);
    expect(others.map(([band]) => band)).toEqual(['7日以内', '30日以内', 'それ以降']);
    expect(titles()).toEqual([...TEAM_TITLES, 'fs', 'fs2', 'is', 'is2', '設定', 'メンバー', 'Sheet1']);
    expect(
      scene()
        .tab()
        .rowProperties.map((row) => row?.hiddenByUser ?? false),
    ).toEqual([false, false, false, true]);
    expect(scene().tab().properties.gridProperties).toMatchObject({ frozenRowCount: 5, rowCount: 9 });
  });

  test('in English', async () => {
    await saveTeam(scene().db, { language: 'en', zone: 'Europe/Berlin' });
    await scene().save(...ONE_EACH);
    await scene().run();
    const [stamp, tiles, , , labels, late] = scene().lines();
    expect(stamp?.[0]).toBe('Made 2026-07-01 00:00 (Europe/Berlin) / 4 of 4 quarterly-check accounts listed');
    expect(tiles?.slice(1, 3)).toEqual(['Overdue 1', 'Due in 7 days 1']);
    expect(labels?.slice(0, 4)).toEqual(['Band', 'Company', 'Status', 'Owner(s)']);
    expect(late).toContain('Hand it over to an active member (until then a manager stands in)');
    expect(titles().slice(0, 2)).toEqual(['Today', 'Approvals']);
  });

  test('zeros are not shown, and what is late is coloured in three strengths', async () => {
    const due = ['2026-06-30', '2026-06-20', '2026-05-20', '2026-07-01'];
    await scene().save(...due.map((day, n) => aCheck(`a_${n}`, { due: day })));
    await scene().run();
    const rows = scene().tab().rows.slice(5);
    const colours = rows.map((row) =>
      JSON.stringify(row[7]?.userEnteredFormat?.backgroundColorStyle ?? null),
    );
    expect(new Set(colours).size).toBe(4);
    expect(colours.at(-1)).toBe('null');
    expect(scene().rows().at(-1)).toMatchObject({ daysOver: '', missed: '' });
  });

  test('of two checks that are too late the row names who would take over: the member with the least to do', async () => {
    await scene().keepLoads({ id: 'fs2', accounts: 3, open: 3 }, { id: 'admin', accounts: 1, open: 1 });
    await scene().save(
      aCheck('a_1', { due: '2026-06-09', ownerId: 'fs' }),
      aCheck('a_2', { due: '2026-06-10', ownerId: 'manager' }),
    );
    await scene().run();
    const next = scene()
      .lines()
      .flatMap(([band, , , , step]) => (band === '期限超過' ? [step] : []));
    expect(next).toEqual([
      'fs2 さんへの担当替えをマネージャーが決める(期限から15営業日以上)\n担当のセルに在籍者の名前を入力',
      'manager2 さんへの担当替えをマネージャーが決める(期限から15営業日以上)\n担当のセルに在籍者の名前を入力',
    ]);
  });

  test('one tab a rep, with the rows of their own; that of one who leaves goes', async () => {
    await scene().save(...ONE_EACH, aCheck('a_fs', { ownerId: 'fs', name: '株式会社外勤' }));
    await scene().run();
    const csvOf = (title: string) => {
      const book = scene().workbooks.get(QUEUE_BOOK);
      const tab = book.tabs.find(({ properties }) => properties.title === title);
      return tab === undefined ? null : tabAsCsv(book, tab);
    };
    expect(csvOf('fs')).toContain('株式会社外勤');
    expect(csvOf('fs')).not.toContain('会社 a_week');
    expect(csvOf('is')).toContain('is さん:3 件');
    expect(csvOf('fs2')).toContain('fs2 さん:今日、対応が必要なものはありません。');
    await saveTeam(scene().db, {}, { fs2: { active: false } });
    await scene().run();
    expect(titles()).toEqual([...TEAM_TITLES, 'fs', 'is', 'is2', '設定', 'メンバー', 'Sheet1']);
  });

  test('what waits for an answer stands on a tab of its own, with the facts', async () => {
    await scene().save(
      aCheck('a_1', { proposal: aProposal(), activities: byId(anActivity({ note: '体制を確認' })) }),
    );
    await scene().run();
    const book = scene().workbooks.get(QUEUE_BOOK);
    const csv = tabAsCsv(
      book,
      book.tabs.find(({ properties }) => properties.title === '承認') ?? scene().tab(),
    );
    for (const words of [
      '会社 a_1',
      '四半期チェック → 不適合',
      '規模対象外\n従業員5名',
      '✓ Cloud\n✓ Desk',
      ': 体制を確認',
    ])
      expect(csv).toContain(words);
    expect(scene().rows()).toMatchObject([{ band: '承認待ち', next: '承認または却下する' }]);
  });

  test('a result stays as long as what it is about is due', async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    scene().note('a_week', '応答なし', 'result');
    scene().note('a_month', '案件化', 'result');
    await scene().save(aCheck('a_month', { due: '2026-07-30' }));
    await scene().run();
    expect(scene().rows()).toMatchObject([
      { id: 'a_late', result: '' },
      { id: 'a_week', result: '応答なし' },
      { id: 'a_month', result: '' },
      { id: 'a_later' },
    ]);
  });

  test.each([
    ['ja', '今日、対応が必要なものはありません。', '0 社のうち 0 社'],
    ['en', 'Nothing needs anybody today.', '0 of 0'],
  ] as const)('an empty queue says so (%s)', async (language, sentence, counts) => {
    await saveTeam(scene().db, { language });
    await scene().save(leftQueue('a_working'));
    expect(await scene().run()).toMatchObject({ listed: 0, total: 0 });
    const lines = scene().lines();
    expect(lines).toHaveLength(6);
    expect(lines[0]?.[0]).toContain(counts);
    expect(lines[5]?.filter((cell) => cell !== '')).toEqual([sentence]);
  });

  test('dates are dates, counts are numbers, names are text whatever they begin with', async () => {
    await scene().save(aCheck('a_1', { name: '=IMPORTXML("https://example.com","//a")', due: '2026-06-30' }));
    await scene().run();
    const [name, due, days] = [1, 6, 7].map((column) => scene().tab().rows[5]?.[column]);
    expect(name?.userEnteredValue).toEqual({ stringValue: '=IMPORTXML("https://example.com","//a")' });
    // 2026-07-01 is 46204 in every spreadsheet program.
    expect(due?.userEnteredValue).toEqual({ numberValue: 46203 });
    expect(due?.userEnteredFormat?.numberFormat).toEqual({ type: 'DATE', pattern: 'yyyy-mm-dd' });
    expect(days?.userEnteredValue).toEqual({ numberValue: 1 });
    // So that a date or a formula that a person types into the note stays as typed.
    expect(scene().tab().rows[5]?.[10]?.userEnteredFormat?.numberFormat).toEqual({ type: 'TEXT' });
    expect(scene().csv()).toContain(`"'=IMPORTXML(""https://example.com"",""//a"")"`);
  });

  test('each company links to its account, whatever row it has; without an address there are no links', async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    const uris = () =>
      scene()
        .tab()
        .rows.slice(5)
        .map((row) => row[1]?.userEnteredFormat?.textFormat?.link?.uri);
    expect(uris()).toEqual(
      scene()
        .rows()
        .map(({ id = '' }) => rowLinks(LINKS)(accountTarget(id))),
    );
    await scene().run(NOW, { links: rowLinks(null) });
    expect(new Set(uris())).toEqual(new Set([undefined]));
  });

  test('a renamed tab is found by its ID, and keeps its name', async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    scene().person({
      updateSheetProperties: { properties: { sheetId: QUEUE_TAB_ID, title: "Bob's 一覧" }, fields: 'title' },
    });
    scene().note('a_week', 'kept');
    await scene().save(leftQueue('a_late'));
    await scene().run();
    expect(titles()[0]).toBe("Bob's 一覧");
    expect(scene().notes()).toEqual({ a_week: 'kept', a_month: '', a_later: '' });
  });

  test.each([
    ['四半期チェック', '今日'],
    ['Quarterly checks', '今日'],
    ['わたしの一覧', 'わたしの一覧'],
  ])('a tab that an earlier version called %s is called %s then', async (former, title) => {
    scene().person({ addSheet: { properties: { sheetId: QUEUE_TAB_ID, title: former } } });
    await scene().save(...ONE_EACH);
    await scene().run();
    expect(scene().tab().properties.title).toBe(title);
  });

  test('opportunities stay as somebody has sorted them, and the view of each owner is there once', async () => {
    const of = (id: string, fsOwnerId: string, amount: number) =>
      aCheck(id, {
        ...{ status: 'ACTIVE_OPPORTUNITY', nextCheck: null },
        opportunities: byId(anOpportunity({ fsOwnerId, amount })),
      });
    await scene().save(of('a_1', 'fs', 2), of('a_2', 'fs2', 3), of('a_3', 'fs2', 1), leftQueue('a_4'));
    await scene().run();
    const opportunities = () => {
      const tab = scene()
        .workbooks.get(QUEUE_BOOK)
        .tabs.find(({ properties }) => properties.sheetId === OPPORTUNITIES_TAB);
      if (tab === undefined) throw new Error('There is no tab of opportunities.');
      return tab;
    };
    const amounts = () =>
      opportunities()
        .rows.slice(4)
        .map((row) => row[7]?.userEnteredValue?.numberValue);
    expect(amounts()).toEqual([2, 3, 1]);
    const range = { sheetId: OPPORTUNITIES_TAB, startRowIndex: 4 };
    scene().person({ sortRange: { range, sortSpecs: [{ dimensionIndex: 7, sortOrder: 'ASCENDING' }] } });
    await scene().save(of('a_5', 'fs', 2.5));
    await scene().run();
    expect(amounts()).toEqual([1, 2, 2.5, 3]);
    expect(
      opportunities()
        .filterViews?.map(({ title }) => title)
        .sort(),
    ).toEqual(['fs2: 案件', 'fs: 案件']);
  });

  test('the dashboard that was there first stands behind those of the team; where somebody has moved it, it stays', async () => {
    const dashboard = { sheetId: DASHBOARD_TAB, title: 'ダッシュボード' };
    scene().person({ addSheet: { properties: { ...dashboard, index: 0 } } });
    await scene().run();
    const reps = ['fs', 'fs2', 'is', 'is2'];
    expect(titles()).toEqual([...TEAM_TITLES, 'ダッシュボード', ...reps, '設定', 'メンバー', 'Sheet1']);
    scene().person({
      updateSheetProperties: { properties: { sheetId: DASHBOARD_TAB, index: 12 }, fields: 'index' },
    });
    scene().person({ deleteSheet: { sheetId: APPROVALS_TAB } });
    await scene().run();
    expect(titles()).toEqual([...TEAM_TITLES, ...reps, '設定', 'メンバー', 'ダッシュボード', 'Sheet1']);
  });

  test("another's tab of the wanted name is left alone, whatever its case", async () => {
    await saveTeam(scene().db, { language: 'en' });
    scene().person({ addSheet: { properties: { sheetId: 5, title: 'TODAY' } } });
    await scene().save(...ONE_EACH);
    await scene().run();
    expect(titles()[0]).toBe('Today (Hachi)');
    expect(scene().workbooks.get(QUEUE_BOOK).tabs.at(-1)?.rows).toEqual([]);
  });

  test('stays in the order that people have sorted it in, until they sort it by its band', async () => {
    await scene().save(...ONE_EACH, aCheck('a_new', { due: '2026-07-02', ownerId: 'is2' }));
    await scene().run();
    const ids = () =>
      scene()
        .rows()
        .map(({ id }) => id);
    const columnOf = (key: string) => scene().lines()[3]?.indexOf(key) ?? -1;
    const sortBy = (key: string, sortOrder: string) => {
      const range = { sheetId: QUEUE_TAB_ID, startRowIndex: 5, startColumnIndex: 0 };
      const sortSpecs = [{ dimensionIndex: columnOf(key), sortOrder }];
      scene().person({ sortRange: { range, sortSpecs } });
    };
    sortBy('name', 'DESCENDING');
    await scene().run();
    expect(ids()).toEqual(['a_late', 'a_week', 'a_new', 'a_month', 'a_later']);
    // Whoever comes in takes the place that is theirs; who has gone and come back, too.
    await scene().save(aCheck('a_other', { name: '会社 a_a' }), leftQueue('a_week'));
    await scene().run();
    await scene().run();
    expect(ids()).toEqual(['a_late', 'a_new', 'a_month', 'a_later', 'a_other']);
    sortBy('band', 'ASCENDING');
    await scene().run();
    expect(ids()).toEqual(['a_late', 'a_other', 'a_new', 'a_month', 'a_later']);
    // A filter stays, sorts as it did, and hides no row of the new ones.
    const range = { sheetId: QUEUE_TAB_ID, startRowIndex: 4 };
    const sortSpecs = [{ dimensionIndex: columnOf('name'), sortOrder: 'ASCENDING' }];
    const criteria = { [columnOf('name')]: { hiddenValues: ['会社 a_new'] } };
    scene().person({ setBasicFilter: { filter: { range, sortSpecs, criteria } } });
    await scene().run();
    expect(ids()).toEqual(['a_other', 'a_later', 'a_month', 'a_new', 'a_late']);
    expect(scene().tab().basicFilter).toMatchObject({ range, sortSpecs });
    expect(scene().tab().basicFilter?.criteria).toBeUndefined();
  });

  test('one write a run, and no more calls for many rows than for few', async () => {
    const calls = async () => {
      const before = scene().api.counts();
      await scene().run();
      const after = scene().api.counts();
      return { reads: after.reads - before.reads, writes: after.writes - before.writes };
    };
    expect(await calls()).toMatchObject({ writes: 1 });
    const few = await calls();
    expect(few.writes).toBe(1);
    await scene().save(...Array.from({ length: 60 }, (_, n) => aCheck(`a_${n}`)));
    expect(await calls()).toEqual(few);
  });
});
