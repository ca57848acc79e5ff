/** Cells that were sent back, from the sheet to the day of whoever edited them. */
import { aCommandRequest, aRegisterRequest, rowOf, usingSuite, type Who } from '../../suite';

const suite = usingSuite();

const register = async (name: string) => rowOf((await suite().submit('is', aRegisterRequest(name)))[0]);
type Row = Awaited<ReturnType<typeof register>>;

const fromCells = async (who: Who, commands: object[], channel = 'cell') =>
  (await suite().call(who, 'commands', { body: { channel, commands } })).body.outcomes;
const sentBackOf = async (who: Who) => {
  const { body } = await suite().call(who, 'day');
  return body.sections.find(({ part }: { part: string }) => part === 'sentBack')?.items ?? [];
};
const companies = async (who: Who) =>
  (await sentBackOf(who)).map(({ company }: { company: string }) => company);
const toActive = (row: Row) => aCommandRequest({ type: 'changeStatus', to: 'ACTIVE_OPPORTUNITY' }, row);
const nextCheck = (row: Row, date: string) => aCommandRequest({ type: 'setNextCheck', date }, row);
const logged = (row: Row) =>
  aCommandRequest(
    { type: 'logActivity', activity: { kind: 'call', date: '2026-07-01', twoWay: false, with: '受付' } },
    row,
  );

test('a refused cell is in the day of its editor, with its form, until they answer it; a form that is refused is not', async () => {
  const row = await register('株式会社差戻');
  await suite().submit('is', toActive(row));
  expect(await sentBackOf('is')).toEqual([]);
  await fromCells('is', [toActive(row)]);
  expect(await sentBackOf('is2')).toEqual([]);
  const [item] = await sentBackOf('is');
  expect(item).toMatchObject({ company: '株式会社差戻', status: 'COLD', sentBack: { key: 'status' } });
  expect(item.words.ja).toMatch(/^ステータス: \S/);
  // Somebody else has called them: the request is not answered by that.
  const called = rowOf((await suite().submit('is2', logged(row)))[0]);
  expect(await companies('is')).toEqual(['株式会社差戻']);
  await suite().submit('is', logged(called));
  expect(await sentBackOf('is')).toEqual([]);
});

test('a quick entry that lacks data has the form of what it means, in the answer and in the day', async () => {
  const row = await register('株式会社一言');
  const entry = aCommandRequest({ type: 'quickEntry', text: '>3 急ぎの案件' }, row);
  const retry = { form: 'changeStatus', to: 'ACTIVE_OPPORTUNITY', values: { reason: '急ぎの案件' } };
  expect(await fromCells('is', [entry])).toMatchObject([{ status: 422, retry }]);
  const [item] = await sentBackOf('is');
  expect(item.sentBack).toMatchObject({ key: 'quickEntry', retry });
  await suite().call('is', 'sent-back', { body: { done: [item.sentBack.id] } });
  expect(await fromCells('is', [toActive(row)], 'api')).toEqual([
    expect.not.objectContaining({ retry: expect.anything() }),
  ]);
});

test('the answer to a line says in which language it was written, so that the sheet can give it back in it', async () => {
  const row = await register('株式会社言語');
  const languageOf = async (text: string) =>
    (await fromCells('is', [aCommandRequest({ type: 'quickEntry', text }, row)]))[0].language;
  expect([await languageOf('call Ms Sato'), await languageOf('電話 佐藤様'), await languageOf('>9')]).toEqual(
    ['en', 'ja', undefined],
  );
  await suite().submit('is', logged(row));
});

test('it is named above the list of who typed it in the queue, until it is answered', async () => {
  const headOf = async (name: string) => {
    await suite().call('manager', 'queue', { body: {} });
    const { tabs } = suite().workbooks.get(suite().sheets.queueId);
    const tab = tabs.find(({ properties }) => properties.title === name);
    return tab?.rows[0]?.[0]?.userEnteredValue?.stringValue;
  };
  const row = await register('株式会社見出し');
  await fromCells('is', [toActive(row)]);
  expect(await headOf('is')).toContain('差し戻された申請:株式会社見出し(');
  expect(await headOf('is2')).not.toContain('差し戻された申請');
  await suite().submit('is', logged(row));
  expect(await headOf('is')).not.toContain('差し戻された申請');
});

test('a day that nobody can read is among them, in words; asked again it stands there once, and accepted no more', async () => {
  const row = await register('株式会社日付');
  for (const typed of ['4/1', '来週']) await fromCells('is', [nextCheck(row, typed)]);
  const items = await sentBackOf('is');
  expect(items).toHaveLength(1);
  expect(items[0].words.ja).toMatch(/^次回確認日: 日付を一日に決めてください。/);
  await suite().call('is', 'sent-back', { body: { done: [items[0].sentBack.id] } });
  expect(await sentBackOf('is')).toEqual([]);
});

test('what the sheet itself gives back is told, too; nobody ends what is of somebody else', async () => {
  const row = await register('株式会社読めない');
  const words = { ja: 'ステータスとして読めません。', en: 'This is no status.' };
  await suite().call('is', 'sent-back', { body: { cells: [{ accountId: row.id, key: 'status', words }] } });
  const [item] = await sentBackOf('is');
  expect(item.words.ja).toBe('ステータス: ステータスとして読めません。');
  const { id } = item.sentBack;
  expect((await suite().call('is2', 'sent-back', { body: { done: [id] } })).body.forgotten).toBe(0);
  expect(await companies('is')).toEqual(['株式会社読めない']);
  expect((await suite().call('is', 'sent-back', { body: { done: [id] } })).body.forgotten).toBe(1);
  expect(await sentBackOf('is')).toEqual([]);
});

test('sent by the clock they are their editor’s; where nobody knows who typed, nobody’s', async () => {
  const row = await register('株式会社自動');
  const { members } = (await suite().call('is', 'settings')).body;
  expect(members).toBeUndefined();
  const editor = (await suite().call('manager', 'members')).body.members.find(
    ({ name }: { name: string }) => name === 'is2',
  ).email;
  await fromCells('is', [{ ...toActive(row), editor }], 'trigger');
  expect([await companies('is'), await companies('is2')]).toEqual([[], ['株式会社自動']]);
  await fromCells('is', [{ ...nextCheck(row, '4/1'), editor: 'unknown' }], 'trigger');
  expect(await companies('is')).toEqual([]);
});

test('an erased person leaves with the request that named them', async () => {
  const row = await register('株式会社消去');
  const contact = { name: '山田 太郎' };
  const known = rowOf(
    (await suite().submit('is', aCommandRequest({ type: 'saveContact', contact }, row)))[0],
  );
  const words = { ja: '山田 太郎さんは退職しました。', en: 'Taro left.' };
  await suite().call('is', 'sent-back', { body: { cells: [{ accountId: row.id, key: 'contact', words }] } });
  expect(await companies('is')).toEqual(['株式会社消去']);
  const erase = { type: 'eraseContact', contactId: 'c000002', reason: '本人からの依頼' } as const;
  await suite().submit('manager', aCommandRequest(erase, known));
  expect(await sentBackOf('is')).toEqual([]);
});
