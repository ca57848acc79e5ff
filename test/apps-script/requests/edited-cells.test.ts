/** No edited cell is lost: each is accepted as it was meant, or goes back with the reason at the cell, or waits on. */
import * as fc from 'fast-check';
import { sheetSerial } from '../../../functions/domain/calendar/sheet-date';
import type { EditableKey } from '../../../functions/domain/register/column-keys';
import { keysOf } from '../../../functions/domain/status/table-keys';
import { aCommandRequest, idOf, rowOf } from '../../suite';
import { registerClients, type Seat, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet();

/** What is typed, and what the cell holds once it is accepted; null for what cannot be meant. */
const TYPED = {
  status: [
    ['6', '現在の顧客'],
    ['ワーキング', 'ワーキング'],
    ['四半期', '四半期チェック'],
    ['5', '失注案件'],
    ['コールド', 'コールド'],
    ['', null],
    ['商談中かも', null],
  ],
  owner: [
    ['fs', 'fs'],
    ['織田 信長', null],
    ['', null],
  ],
  nextCheck: [
    ['2026/10/1', sheetSerial('2026-10-01')],
    ['2026-09-24', sheetSerial('2026-09-24')],
    ['令和八年十月二日', sheetSerial('2026-10-02')],
    ['Oct 5, 2026 10:00 AM', sheetSerial('2026-10-05')],
    ['10月末', null],
    ['2026-09-26', null],
    ['そのうち', null],
  ],
  awaitedCondition: [
    ['次の予算', '次の予算'],
    ['', ''],
  ],
  contact: [
    ['鈴木様', '鈴木様'],
    ['', null],
  ],
  quickEntry: [
    ['電話 不在', ''],
    ['面談 佐藤様 来週見積', ''],
    ['来週見積', null],
    ['=1+1', null],
  ],
} as const satisfies Record<
  Exclude<EditableKey, 'name'>,
  readonly (readonly [typed: string, accepted: string | number | null])[]
>;

type Edits = { readonly [Key in keyof typeof TYPED]?: readonly [string, string | number | null] };
const edits: fc.Arbitrary<Edits> = fc.record(
  {
    status: fc.constantFrom(...TYPED.status),
    owner: fc.constantFrom(...TYPED.owner),
    nextCheck: fc.constantFrom(...TYPED.nextCheck),
    awaitedCondition: fc.constantFrom(...TYPED.awaitedCondition),
    contact: fc.constantFrom(...TYPED.contact),
    quickEntry: fc.constantFrom(...TYPED.quickEntry),
  },
  { requiredKeys: [] },
);

/** Met, with an agreed need; every other one is checked quarterly. */
const companies = async (count: number, run: number): Promise<string[]> => {
  const { suite, layout } = sheet();
  const names = Array.from({ length: count }, (_, n) => `株式会社編集${run}の${n}`);
  const met = await registerClients(sheet(), ...names);
  const agreed = await suite.submit(
    'is',
    ...met.map((row) => aCommandRequest({ type: 'setBant', bant: { need: 'yes', budget: 'no' } }, row)),
  );
  const data = { awaitedCondition: '4月の予算編成', contact: { name: '山田部長' } };
  const checked = await suite.submit(
    'is',
    ...agreed
      .map(rowOf)
      .filter((_, n) => n % 2 === 0)
      .map((row) => aCommandRequest({ type: 'changeStatus', to: 'QUARTERLY_CHECK', data }, row)),
  );
  checked.map(rowOf);
  await layout();
  return met.map(({ id }) => id);
};

let rep: Seat;
beforeAll(async () => {
  rep = await sheet().sit('is');
});

test('whatever is typed into whichever cells of a row', async () => {
  const { type, cell, note } = sheet();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 8, maxLength: 8 }), async (all) => {
      run += 1;
      const ids = await companies(all.length, run);
      // What is typed as it stands asks for nothing.
      const edited = all.flatMap((typed, n) =>
        keysOf(typed).flatMap((key) => {
          const [id = '', [entered, accepted] = ['', null]] = [ids[n], typed[key]];
          return entered === cell(id, key) ? [] : [{ id, key, entered, accepted }];
        }),
      );
      for (const { id, key, entered } of edited) await type(rep, id, key, entered);
      await sendPending(rep);
      for (const { id, key, entered, accepted } of edited) {
        const stands = cell(id, key);
        const isAnswered = stands === cell(id, `mirror.${key}`);
        const isAccepted = isAnswered && stands === accepted;
        const isRefused = isAnswered && note(id, key) !== '';
        const isWaiting = stands === entered && cell(id, 'requestState') === '未送信';
        expect([key, entered, isAccepted || isRefused || isWaiting]).toEqual([key, entered, true]);
      }
    }),
    // Shrinking would register companies for minutes.
    { numRuns: 2, endOnFailure: true },
  );
});

test('a company’s name typed over is a change of its name, beside a change of status, and an empty one comes back', async () => {
  const { type, cell, note, account } = sheet();
  const [id = '', other = ''] = await companies(2, 700);
  await type(rep, id, 'name', '株式会社新社名');
  await type(rep, id, 'status', '6');
  await type(rep, other, 'name', '');
  expect(note(other, 'name')).toContain('会社名は空にできません。');
  expect(cell(other, 'name')).toBe('株式会社編集700の1');
  expect(await sendPending(rep)).toMatchObject({ accepted: 2, refused: 0 });
  expect(await account(id)).toMatchObject({ name: '株式会社新社名', status: 'CURRENT_CLIENT' });
  expect([cell(id, 'mirror.name'), cell(id, 'requestState')]).toEqual(['株式会社新社名', '']);
  const { body } = await sheet().suite.call('is', 'account', { query: { id } });
  expect(body.account.formerNames).toMatchObject([{ name: '株式会社編集700の0' }]);
});

test('a status that has no next check and no condition: it is accepted, and their cells say why they were not', async () => {
  const { paste, cell, note, account } = sheet();
  const [id = ''] = await companies(1, 900);
  await paste(rep, id, 'status', [['6', '2026/10/1', 'fs', '次の予算', '鈴木様']]);
  expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 2 });
  expect(await account(id)).toMatchObject({ status: 'CURRENT_CLIENT', contact: '鈴木様' });
  expect([cell(id, 'nextCheck'), cell(id, 'awaitedCondition')]).toEqual(['', '']);
  expect(note(id, 'nextCheck')).not.toBe('');
  expect(note(id, 'awaitedCondition')).not.toBe('');
  expect(cell(id, 'requestState')).toMatch(/^差し戻し: /);
});

test('a draft with what a new account cannot have is not registered without it', async () => {
  const { tab, column, freeRow } = sheet();
  const row = freeRow();
  await rep.session.edit(`'${tab().properties.title}'!B${row}`, [
    ['条件商事', '', '', 'コールド', '2026/10/1'],
  ]);
  await rep.session.choose('Hachi', '未送信の申請を送る');
  const cells = () => tab().rows[row - 1] ?? [];
  expect(cells()[column('name')]?.note).toContain('次回確認日');
  expect(cells()[column('id')]?.userEnteredValue).toBeUndefined();
  await rep.session.edit(`'${tab().properties.title}'!F${row}`, [['']]);
  await rep.session.choose('Hachi', '未送信の申請を送る');
  expect(cells()[column('id')]?.userEnteredValue?.stringValue).toMatch(/^a_/);
});

describe('a line of a quick entry', () => {
  test('is carried out, from a phone too, and the state of the request says what it was', async () => {
    const { sit, type, cell, account, suite } = sheet();
    const [id = ''] = await companies(1, 901);
    const phone = await sit('is', { phone: true });
    const [edited] = await type(phone, id, 'quickEntry', '電話 話せた 山田様 来期は増員');
    expect(edited).toMatchObject({ error: null, fetches: 0 });
    expect(cell(id, 'requestState')).toBe('未送信');
    expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0 });
    expect([cell(id, 'quickEntry'), cell(id, 'mirror.quickEntry'), cell(id, 'requestState')]).toEqual([
      '',
      '',
      '受付: 電話 話せた 山田様 来期は増員',
    ]);
    expect(await account(id)).toMatchObject({ lastContact: '2026-07-01', lastContactWith: '山田部長' });
    const { body } = await suite.call('is', 'account', { query: { id } });
    expect(body.history[0]).toMatchObject({ command: 'quickEntry', by: idOf('is'), channel: 'cell' });
  });

  test('is never half applied: it stays with what it lacks, and asks for nothing until it is mended', async () => {
    const { type, cell, note, account, layout } = sheet();
    const [, id = ''] = await companies(2, 902);
    const before = await account(id);
    await type(rep, id, 'quickEntry', '>4 2026-11-10 ');
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 1 });
    expect(cell(id, 'quickEntry')).toBe('>4 2026-11-10 ');
    expect(note(id, 'quickEntry')).toContain('補うもの: 待っている条件');
    expect(await account(id)).toEqual(before);
    await layout();
    expect(cell(id, 'quickEntry')).toBe('>4 2026-11-10 ');
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 0, waiting: 0 });
    await type(rep, id, 'quickEntry', '>4 2026-11-10 山田様 予算待ち');
    expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0 });
    expect([cell(id, 'status'), cell(id, 'awaitedCondition'), cell(id, 'contact')]).toEqual([
      '四半期チェック',
      '予算待ち',
      '山田',
    ]);
    expect([note(id, 'quickEntry'), cell(id, 'nextCheck')]).toEqual(['', sheetSerial('2026-11-10')]);
    await type(rep, id, 'quickEntry', 'call Mr Yamada');
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 1 });
    // As it was typed, whatever language the register has.
    expect(note(id, 'quickEntry')).toContain('Say whether you spoke');
  });

  test('is asked once more where it is typed once more: its reason may be gone by then', async () => {
    const { type, cell, note, account, suite, layout } = sheet();
    const [, id = ''] = await companies(2, 904);
    const line = '>4 2026-11-10 予算待ち';
    await type(rep, id, 'quickEntry', line);
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 1 });
    await type(rep, id, 'quickEntry', line);
    expect([cell(id, 'requestState'), note(id, 'quickEntry')]).toEqual(['未送信', '']);
    expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 1 });
    expect(note(id, 'quickEntry')).toContain('補うもの');
    // Elsewhere, as in a form.
    const contact = { type: 'setAwaited', contact: { name: '山田部長' } } as const;
    await suite.submit('is', aCommandRequest(contact, await account(id)));
    await layout();
    await type(rep, id, 'quickEntry', line);
    expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0 });
    expect([cell(id, 'status'), cell(id, 'quickEntry')]).toEqual(['四半期チェック', '']);
  });

  test('that was refused keeps its reason while it stands, whatever else is done on the company', async () => {
    const { type, cell, note, account } = sheet();
    const [, id = ''] = await companies(2, 905);
    await type(rep, id, 'quickEntry', '来週見積');
    expect(await sendPending(rep)).toMatchObject({ refused: 1 });
    const call = {
      type: 'logActivity',
      activity: { kind: 'call', date: '2026-07-01', twoWay: false },
    } as const;
    await rep.session.run('sendCommands', [[aCommandRequest(call, await account(id))], 'sidebar']);
    expect([cell(id, 'quickEntry'), note(id, 'quickEntry')]).toEqual([
      '来週見積',
      expect.stringContaining('読み取れません'),
    ]);
  });

  test('beside a status in the same row is a request of its own', async () => {
    const { type, cell, account } = sheet();
    const [, id = ''] = await companies(2, 903);
    await type(rep, id, 'status', '6');
    await type(rep, id, 'quickEntry', '来週見積');
    expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 1 });
    expect(await account(id)).toMatchObject({ status: 'CURRENT_CLIENT' });
    expect(cell(id, 'quickEntry')).toBe('来週見積');
    // Cleared, it is forgotten.
    await type(rep, id, 'quickEntry', '');
    await sendPending(rep);
    expect([cell(id, 'mirror.quickEntry'), cell(id, 'requestState')]).toEqual(['', '']);
  });
});
