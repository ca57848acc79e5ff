/** Cells of the queue as requests: through the whole of the functions. */
import type { QueueEditsAnswer } from '../../../functions/contract/queue-edits';
import { basisOf, basisText } from '../../../functions/domain/queue/row-basis';
import { accountDocument } from '../../../functions/store/account-fields';
import { accountRef } from '../../../functions/store/firestore';
import { emailOf, idOf, TODAY, usingSuite, type Who } from '../../suite';
import { aCheck, aProposal, bantOf } from '../domain/queue/queue-scene';

const suite = usingSuite();

type Edit = Readonly<Record<string, unknown>>;

/** A check of `is` that is overdue, as its row in the queue says. */
const store = async (id: string, over: Parameters<typeof aCheck>[0] = {}) => {
  const contact = {
    ...{ id: 'c000001', name: '田中', department: null, title: null, email: null, phone: null },
    ...{ state: 'present' as const, speaksWith: [] },
  };
  const account = aCheck({
    ...{ id, version: 1, ownerId: idOf('is'), due: '2026-06-22' },
    ...{ contacts: { [contact.id]: contact }, awaitedContactId: contact.id },
    ...over,
  });
  await accountRef(suite().db, id).set(accountDocument(account, []));
  const band = account.proposal === null ? 'overdue' : 'approve';
  return { basis: basisText(basisOf(account, { band })), on: TODAY };
};

const answerTo = async (who: Who, edits: readonly Edit[], channel?: 'cell' | 'trigger') => {
  const { status, body } = await suite().call(who, 'queue-edits', {
    body: { edits, ...(channel === undefined ? {} : { channel }) },
  });
  expect(status).toBe(200);
  return body as QueueEditsAnswer;
};
const send = async (...args: Parameters<typeof answerTo>) => (await answerTo(...args)).outcomes;
const codesOf = (outcomes: QueueEditsAnswer['outcomes']): (string | number)[] =>
  outcomes.map((one) => ('refusal' in one ? one.refusal.code : one.status));
const rowOf = async (id: string) =>
  (await suite().call('manager', 'lookup', { body: { id } })).body.hits[0].row;

beforeAll(async () => {
  const { version } = (await suite().call('manager', 'settings')).body;
  const settings = { expectedVersion: version, settings: { products: ['Cloud', 'Desk'] } };
  expect((await suite().call('manager', 'settings', { body: settings })).status).toBe(200);
});

test('a block of cells: each is decided as its command, refused ones with what to do', async () => {
  const proposal = aProposal({ by: idOf('is') });
  const { bant } = aCheck();
  const rows = {
    check: await store('a_check'),
    approve: await store('a_approve', { proposal, bant: { ...bant, need: bantOf('no') } }),
    reject: await store('a_reject', { proposal }),
    noNote: await store('a_no_note', { proposal }),
    owner: await store('a_owner'),
    due: await store('a_due'),
  };
  const edits = [
    { ...rows.check, column: 'result', value: '条件待ち(次回確認日を設定)' },
    { ...rows.approve, column: 'result', value: '承認', note: '規模を確認' },
    { ...rows.reject, column: 'result', value: '却下', note: '来期に拡大' },
    { ...rows.noNote, column: 'result', value: '承認' },
    { ...rows.owner, column: 'owners', value: 'is2' },
    { ...rows.due, column: 'due', value: '2026-08-03' },
    { ...rows.due, column: 'due', value: '2026-08-02' },
    { ...rows.due, column: 'result', value: 'たぶん' },
    { ...rows.due, column: 'result', value: '応答なし', basis: '=1' },
    { ...rows.due, column: 'result', value: '案件化' },
    { column: 'result' },
  ];
  const { outcomes, retries } = await answerTo('manager', edits);
  expect(codesOf(outcomes)).toEqual([
    ...[200, 200, 200, 'NOTE_NEEDED', 200, 200, 'NEXT_CHECK', 'RESULT_UNKNOWN', 'BASIS_UNREADABLE'],
    ...['OPPORTUNITY', 'REQUEST_INVALID'],
  ]);
  for (const one of outcomes) if ('refusal' in one) expect(one.words.ja).toMatch(/[ぁ-ん]/);
  // Only the deal is refused for what a form asks for.
  expect(retries.flatMap((retry, index) => (retry === null ? [] : [[index, retry]]))).toEqual([
    [9, { form: 'recordCheck', values: { result: 'becameDeal' } }],
  ]);
  expect(await rowOf('a_check')).toMatchObject({ status: 'QUARTERLY_CHECK', lastContact: TODAY });
  expect((await rowOf('a_approve')).status).toBe('BAD_FIT');
  expect(await rowOf('a_reject')).toMatchObject({ status: 'QUARTERLY_CHECK' });
  expect((await rowOf('a_owner')).ownerId).toBe(idOf('is2'));
  expect((await rowOf('a_due')).nextCheck).toBe('2026-08-03');
});

test('where a form goes on with what was refused, the row says the reason alone, and the answer all of it', async () => {
  const row = await store('a_row_words');
  const { outcomes, states } = await answerTo('manager', [{ ...row, column: 'result', value: '案件化' }]);
  const words = outcomes.flatMap((one) => ('refusal' in one ? one.words.ja : []));
  expect(words).toEqual([expect.stringMatching(/補うもの: .*いま移せるステータス: .*「確認を記録…」/s)]);
  expect(states.map(({ ja }) => ja)).toEqual([
    '差し戻し: 案件化 (2026-07-01): 進行中の案件(製品・FS 担当・開始日)と引き継ぎメモ(会った人・BANT・次の一手)が必要です。\nサイドバーに開くフォームか、メニューの「確認を記録…」で入力してください。',
  ]);
});

test('sent again, by whomever, and in another order it has one effect and the same answer', async () => {
  const rows = [await store('a_once'), await store('a_twice')];
  const edits = rows.map((row) => ({ ...row, column: 'result', value: '応答なし' }));
  const email = emailOf('is');
  expect(codesOf(await send('is', edits.slice(0, 1)))).toEqual([200]);
  const again = await send('is', [...edits].reverse());
  expect(again.map((one) => 'replayed' in one && one.replayed)).toEqual([false, true]);
  const byClock = await send(
    'manager',
    edits.map((edit) => ({ ...edit, editor: email })),
    'trigger',
  );
  expect(byClock.map((one) => 'replayed' in one && one.replayed)).toEqual([true, true]);
  for (const id of ['a_once', 'a_twice']) expect((await rowOf(id)).version).toBe(2);
  // Made on what the account is no more.
  const late = await send('manager', [{ ...rows[0], column: 'due', value: '2026-09-01' }]);
  expect(codesOf(late)).toEqual(['CONFLICT']);
});

test('each cell has its editor’s rights, and nobody speaks for another but the clock', async () => {
  const proposal = aProposal({ by: idOf('is') });
  const row = await store('a_rights');
  const waiting = await store('a_rights_2', { proposal });
  const check = { ...row, column: 'result', value: '応答なし' };
  const approve = { ...waiting, column: 'result', value: '承認', note: 'よし' };
  const owner = { ...row, column: 'owners', value: 'is2' };
  expect(codesOf(await send('viewer', [check, owner]))).toEqual(['ROLE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED']);
  expect(codesOf(await send('is', [approve]))).toEqual(['ROLE_NOT_ALLOWED']);
  expect(codesOf(await send('manager', [{ ...owner, editor: 'unknown' }]))).toEqual(['REQUEST_INVALID']);
  const unknown = [check, approve, owner].map((edit) => ({ ...edit, editor: 'unknown' }));
  expect(codesOf(await send('manager', unknown, 'trigger'))).toEqual([
    ...['ROLE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED'],
  ]);
});
