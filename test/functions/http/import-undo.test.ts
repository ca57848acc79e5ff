import { corporateNumberOf } from '../../corporate-numbers';
import { expectConsistentStore } from '../store/expect-consistent-store';
import { csv, usingListSenders } from './send-lists';

const { suite, send, undo, accounts } = usingListSenders();

const HEADER = '会社名,法人番号,ステータス,担当営業,最終連絡日,次回確認日,待っている条件,潜在課題,備考';
const NAMES = [
  '株式会社新規',
  '株式会社接触',
  '株式会社期限切れ',
  '株式会社先の日',
  '株式会社失注',
  '株式会社導入',
];
const listed = (rows: readonly (readonly string[])[]): string =>
  csv(
    HEADER,
    ...rows.map((cells, index) => [NAMES[index], corporateNumberOf(index + 1), ...cells].join(',')),
  );
const BEFORE = listed([
  ['コールド', '', '', '', '', '', ''],
  ['ワーキング', 'is', '2026/6/1', '', '', '', ''],
  ['四半期チェック', 'is', '2026/1/19', '', '予算', '', ''],
  ['四半期チェック', 'is', '2026/5/11', '2026/10/1', '組織変更', '', ''],
  ['失注案件', 'is', '2026/2/2', '', '', '在庫が合わない', ''],
  ['現在の顧客', 'is', '2026/6/1', '', '', '', ''],
]);
const moved = (status: string): string =>
  listed(NAMES.map(() => [status, 'is2', '2026/6/29', '', '', '', status]));

/** Without what counts what was done to them. */
const contents = async () => {
  const all = await accounts();
  return Object.fromEntries(
    Object.keys(all).map((name) => {
      const { version, updatedAt, ...content } = all[name];
      return [name, content];
    }),
  );
};

test.each(['ワーキング', '四半期チェック', '失注案件', '現在の顧客', '不適合', '登録保存'])(
  'an import that applies %s is undone: every account is as it was before, a check that was overdue as well',
  async (status) => {
    await send(BEFORE, { list: '台帳' });
    const before = await contents();
    expect(before.株式会社期限切れ.nextCheck.date).toBe('2026-04-20');
    const { body } = await send(moved(status), { list: `一覧 ${status}`, statuses: 'apply' });
    expect(body.counts.filled).toBeGreaterThan(1);
    expect(await contents()).not.toEqual(before);
    // What is on file comes back by a manager (docs/roles.md).
    expect((await undo(body.batch, status === '登録保存' ? 'manager' : 'is')).body).toMatchObject({
      refused: [],
      finished: true,
    });
    expect(await contents()).toEqual(before);
  },
);

test('behind that, every account is the fold of its history', () => expectConsistentStore(suite().db));

test('a list that is undone and comes again doubles no contact and no meeting', async () => {
  const file = csv('会社名,ステータス,最終連絡日,商談日', '株式会社再来,四半期,2026/6/1,2026/5/11');
  const first = await send(file, { list: '再来' });
  const { activities } = (await accounts('株式会社再来')).株式会社再来;
  expect(Object.keys(activities)).toHaveLength(2);
  await undo(first.body.batch);
  expect((await send(file, { list: '再来' })).body.counts).toMatchObject({ created: 1 });
  expect((await accounts('株式会社再来')).株式会社再来.activities).toEqual(activities);
});
