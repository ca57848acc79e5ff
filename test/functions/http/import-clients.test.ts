import { corporateNumberOf } from '../../corporate-numbers';
import { aCommandRequest, aRegisterRequest, rowOf } from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';
import { csv, usingListSenders } from './send-lists';

const { suite, send, undo, accounts } = usingListSenders();
const [N1, N2, N3] = [1, 2, 3].map(corporateNumberOf);
const HEADER = '会社名,法人番号,ID,利用開始日,契約番号,ステータス';

const registered = async (name: string, corporateNumber: string) =>
  rowOf((await suite().submit('is', aRegisterRequest('', { details: { name, corporateNumber } })))[0]);

test('customer lists of two bought companies meet in one account and still know where they came from', async () => {
  await registered('株式会社港', N1 ?? '');
  const first = await send(csv(HEADER, `港(株),${N1},A-1,,,`, `株式会社新,${N2},A-2,2025/4/1,PO-1,`), {
    list: '海運ソフト',
    product: '配船',
  });
  expect(first.body).toMatchObject({ counts: { created: 1, filled: 1, withDebts: 1 }, problemCount: 0 });
  const second = await send(csv(HEADER, `株式会社　港,${N1},B-7,令和7年4月1日,PO-2,`), {
    list: '倉庫ソフト',
    product: '在庫',
  });
  expect(second.body).toMatchObject({ counts: { created: 0, filled: 1, withDebts: 1 } });
  const { 株式会社港: port, 株式会社新: fresh } = await accounts();
  expect(port).toMatchObject({
    status: 'CURRENT_CLIENT',
    sources: { 海運ソフト: 'A-1', 倉庫ソフト: 'B-7' },
    // One of the lists did not say since when.
    debts: ['EVIDENCE'],
  });
  expect(Object.values(port.products)).toMatchObject([
    { product: '配船', state: 'live', since: null, source: 'list:海運ソフト' },
    { product: '在庫', state: 'live', since: '2025-04-01', reference: 'PO-2', source: 'list:倉庫ソフト' },
  ]);
  expect(fresh).toMatchObject({ status: 'CURRENT_CLIENT', debts: [] });

  const again = await send(csv(HEADER, `株式会社　港,${N1},B-7,令和7年4月1日,PO-2,`), {
    list: '倉庫ソフト',
    product: '在庫',
  });
  expect(again.body.counts).toMatchObject({ filled: 0, unchanged: 1 });

  // Taken out again, the other list stays.
  expect((await undo(second.body.batch)).body).toMatchObject({ undone: 1, refused: [] });
  const left = (await accounts()).株式会社港;
  expect(left).toMatchObject({
    status: 'CURRENT_CLIENT',
    debts: ['EVIDENCE'],
    sources: { 海運ソフト: 'A-1' },
  });
  expect((await undo(first.body.batch)).body).toMatchObject({ undone: 2, refused: [] });
  expect((await accounts()).株式会社港).toMatchObject({ status: 'COLD', products: {}, sources: {} });
});

test('what needs a manager is refused by row, and does not happen', async () => {
  const row = await registered('株式会社登録保存', N3 ?? '');
  const kept = aCommandRequest({ type: 'putOnFile', onFile: { reason: 'LEGAL_HOLD' } }, row);
  rowOf((await suite().submit('is', kept))[0]);
  const { body } = await send(csv(HEADER, `登録保存,${N3},,,,`), { list: 'L', product: 'P' });
  expect(body.problems).toMatchObject([{ line: 2, code: 'ROW_REFUSED', detail: 'IMPORT_CLIENT_SHUT' }]);
  expect((await accounts()).株式会社登録保存).toMatchObject({ status: 'ON_FILE', products: {} });
});

test('a row with another status of its own brings no product in use', async () => {
  await send(csv(HEADER, '株式会社解約,,S1,,,失注'), { list: 'S', product: 'P' });
  expect((await accounts()).株式会社解約).toMatchObject({ status: 'DEAD_OPPORTUNITY', products: {} });
});

test('two rows of one company make one account: the second fills in, and a note says so', async () => {
  const { body } = await send(
    csv(
      '会社名,法人番号,ID,製品,利用開始日,カナ,ステータス,最終連絡日',
      '株式会社二重,,D1,Cloud,,,顧客,2026-05-01',
      `株式会社二重,${corporateNumberOf(77)},D1,Desk,R7.4.1,ニジュウ,,2026-06-01`,
      '株式会社二重,,D1,Cloud,2024-04-01,,,',
    ),
    { list: 'D' },
  );
  expect(body).toMatchObject({ total: 1, problemCount: 0, counts: { created: 1 } });
  expect(body.notes).toMatchObject([
    { line: 3, code: 'DUPLICATE_IN_FILE', detail: '3 = 2' },
    { line: 4, code: 'DUPLICATE_IN_FILE', detail: '4 = 2' },
  ]);
  const { 株式会社二重: one } = await accounts();
  expect(one).toMatchObject({
    corporateNumber: corporateNumberOf(77),
    kana: 'ニジュウ',
    status: 'CURRENT_CLIENT',
  });
  expect(Object.values(one.products)).toMatchObject([
    { product: 'Cloud', since: '2024-04-01' },
    { product: 'Desk', since: '2025-04-01' },
  ]);
  expect(Object.values(one.activities)).toMatchObject([{ date: '2026-06-01' }]);
});

test('a name and an address of the register are likely the same company: it waits for a decision; of two such companies no rule decides', async () => {
  const address = '東京都千代田区丸の内1-1';
  const [first] = await suite().submit(
    'is',
    aRegisterRequest('', { details: { name: '株式会社住所', address } }),
  );
  const id = rowOf(first).id;
  const list = csv('会社名,ID,住所', `(株)住所,J1,${address}`);
  const asked = await send(list, { list: 'J' });
  expect(asked.body).toMatchObject({
    counts: { created: 0, filled: 0, undecided: 1 },
    undecided: [{ line: 2, group: 'sameFacts', accounts: [{ accountId: id, why: ['name', 'address'] }] }],
  });
  expect((await accounts()).株式会社住所).toMatchObject({ sources: {} });
  await send(list, { list: 'J', rules: 'sameFacts:same' });
  expect((await accounts()).株式会社住所).toMatchObject({ id, sources: { J: 'J1' } });
  await suite().submit(
    'is',
    aRegisterRequest('', { details: { name: '有限会社住所', address }, notDuplicateOf: [id] }),
  );
  const other = await send(csv('会社名,ID,住所', `(株)住所,K1,${address}`), {
    list: 'K',
    rules: 'sameFacts:same',
    dryRun: true,
  });
  expect(other.body).toMatchObject({
    counts: { created: 0, undecided: 1 },
    undecided: [{ accountCount: 2 }],
  });
});

test('behind all that, every account is the fold of its history', () => expectConsistentStore(suite().db));
