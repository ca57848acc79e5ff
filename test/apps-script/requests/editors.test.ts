/** Each edit is its maker's, whoever's sidebar is open and whoever's clock sends it. */
import type { SidebarState } from '../../../apps-script/script-api';
import { UNKNOWN_EDITOR_ID } from '../../../functions/domain/account/unknown-editor';
import { aCommandRequest, idOf, rowOf } from '../../suite';
import {
  firstRow,
  registerClients,
  registerDraft,
  resultValue,
  type Seat,
  sendPending,
  usingSheet,
} from '../sheet-scene';

const PEOPLE = ['is', 'manager', 'viewer'] as const;
type Person = (typeof PEOPLE)[number];

/** Every order in which some of them send, nobody among them. */
const orders = (people: readonly Person[]): Person[][] => [
  [],
  ...people.flatMap((first) =>
    orders(people.filter((person) => person !== first)).map((rest) => [first, ...rest]),
  ),
];

interface Edited {
  /** A rep's own account. */
  status: string;
  /** Another rep's: only a manager gives it to somebody else. */
  ownerByManager: string;
  ownerByRep: string;
  /** Whoever may write may. */
  contactByViewer: string;
}

describe.each([
  ['within a Workspace domain, which tells addresses', 'hachi.example'],
  ['with private accounts, which have a key only', null],
])('%s', (_, workspaceDomain) => {
  const sheet = usingSheet({ workspaceDomain });
  const everyOrder = orders(PEOPLE);
  let accounts: Edited[] = [];
  let seats: Record<Person, Seat>;

  beforeAll(async () => {
    const { suite, sit, layout } = sheet();
    const names = everyOrder.flatMap((_, n) =>
      ['状態', '管理', '担当', '窓口'].map((what) => `${what}${n}商会`),
    );
    const rows = await registerClients(sheet(), ...names);
    const others = rows.filter((_, n) => n % 4 === 1 || n % 4 === 2);
    const handed = await suite.submit(
      'manager',
      ...others.map((row) => aCommandRequest({ type: 'handOver', toId: idOf('is2'), note: '担当替え' }, row)),
    );
    handed.map(rowOf);
    await layout();
    accounts = everyOrder.map((_, n) => {
      const [status = '', ownerByManager = '', ownerByRep = '', contactByViewer = ''] = rows
        .slice(4 * n, 4 * n + 4)
        .map(({ id }) => id);
      return { status, ownerByManager, ownerByRep, contactByViewer };
    });
    seats = { is: await sit('is'), manager: await sit('manager'), viewer: await sit('viewer') };
    await seats.manager.session.run('setAutoSend', [true]);
  });

  /** Interleaved: two people also in one row. */
  const editAll = async (edited: Edited): Promise<void> => {
    const { type } = sheet();
    await type(seats.is, edited.status, 'status', '6');
    await type(seats.viewer, edited.contactByViewer, 'contact', '山田様');
    await type(seats.manager, edited.status, 'contact', '鈴木様');
    await type(seats.manager, edited.ownerByManager, 'owner', 'fs');
    await type(seats.is, edited.ownerByRep, 'owner', 'fs');
  };

  const newest = async (id: string, command: string) => {
    const { body } = await sheet().suite.call('is', 'account', { query: { id } });
    const entry = body.history.find((one: { command: string }) => one.command === command);
    return entry === undefined ? null : { by: entry.by, sentBy: entry.sentBy ?? null };
  };
  const owner = async (id: string): Promise<unknown> => (await sheet().account(id)).ownerId;
  const unknownOr = (who: Person): string => (workspaceDomain === null ? UNKNOWN_EDITOR_ID : idOf(who));

  const runClock = async (): Promise<void> => {
    const { script } = sheet().suite;
    const run = await script.runTrigger(script.triggers[0]?.id ?? '');
    expect(run.error).toBeNull();
  };

  test.each(everyOrder.map((order, n) => [order.join(', then ') || 'nobody', order, n] as const))(
    'sent by %s, and what is left by the clock',
    async (_, order, n) => {
      const { cell, note } = sheet();
      const edited = accounts[n];
      if (edited === undefined) throw new Error('no accounts');
      await editAll(edited);
      for (const person of order) {
        const state = resultValue<SidebarState>(await seats[person].session.run('sidebarState'));
        expect(state.pending).toBe({ is: 2, manager: 2, viewer: 1 }[person]);
        await sendPending(seats[person]);
      }
      const has = (person: Person): boolean => order.includes(person);
      const own = (person: Person) => (has(person) ? { by: idOf(person), sentBy: null } : null);
      // What the sidebars sent is each person's own; nothing else was sent.
      expect(await newest(edited.status, 'changeStatus')).toEqual(own('is'));
      expect(await newest(edited.status, 'setAwaited')).toEqual(own('manager'));
      expect(await owner(edited.ownerByManager)).toBe(idOf(has('manager') ? 'fs' : 'is2'));
      expect(await owner(edited.ownerByRep)).toBe(idOf('is2'));
      expect(await newest(edited.contactByViewer, 'setAwaited')).toBeNull();
      expect(cell(edited.status, 'status')).toBe(has('is') ? '現在の顧客' : 6);
      expect(cell(edited.ownerByRep, 'requestState')).toMatch(has('is') ? /^差し戻し/ : /^未送信$/);
      expect(cell(edited.contactByViewer, 'requestState')).toMatch(has('viewer') ? /^差し戻し/ : /^未送信$/);

      await runClock();
      const byClock = (person: Person) =>
        has(person) ? own(person) : { by: unknownOr(person), sentBy: idOf('manager') };
      expect(await newest(edited.status, 'changeStatus')).toEqual(byClock('is'));
      const contact = await newest(edited.status, 'setAwaited');
      expect(contact?.by).toBe(byClock('manager')?.by);
      // A manager's right is no clock's, and a viewer's address has none.
      expect(await owner(edited.ownerByManager)).toBe(idOf(has('manager') ? 'fs' : 'is2'));
      expect(await owner(edited.ownerByRep)).toBe(idOf('is2'));
      if (!has('manager')) expect(note(edited.ownerByManager, 'owner')).toContain('自動送信では、営業担当が');
      const isUnknown = !has('viewer') && workspaceDomain === null;
      expect(await newest(edited.contactByViewer, 'setAwaited')).toEqual(
        isUnknown ? { by: UNKNOWN_EDITOR_ID, sentBy: idOf('manager') } : null,
      );
      for (const id of Object.values(edited)) expect(cell(id, 'requestState')).not.toBe('未送信');
    },
  );

  test('a person who has opened a window once is known by name, also where Google gives only a key', async () => {
    const { suite, sit, type, cell } = sheet();
    const rows = await registerClients(sheet(), '名乗り商会', '閲覧商会');
    const [known, viewed] = rows.map(({ id }) => id) as [string, string];
    for (const [who, id] of [
      ['is', known],
      ['viewer', viewed],
    ] as const) {
      await (await sit(who)).session.choose('Hachi', 'アカウントを開く');
      await type(await sit(who, { phone: true }), id, 'contact', '山田様');
    }
    await runClock();
    expect(await newest(known, 'setAwaited')).toEqual({ by: idOf('is'), sentBy: idOf('manager') });
    expect(await newest(viewed, 'setAwaited')).toBeNull();
    expect(cell(viewed, 'requestState')).toMatch(/^差し戻し/);
    expect(suite.script.executions.filter(({ error }) => error !== null)).toEqual([]);
  });

  test('what nobody logged was typed by an unknown editor: no sidebar sends it', async () => {
    const { suite, cell, rowOf: rowAt, column, layout, tab } = sheet();
    const { id } = firstRow(await registerClients(sheet(), '無記名商会'));
    // As by a program: no trigger runs.
    suite.workbooks.batchUpdate(
      suite.sheets.registerId,
      [
        {
          updateCells: {
            start: {
              sheetId: tab().properties.sheetId ?? 0,
              rowIndex: rowAt(id),
              columnIndex: column('contact'),
            },
            rows: [{ values: [{ userEnteredValue: { stringValue: '山田様' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
      'user',
    );
    await layout();
    expect(cell(id, 'requestState')).toBe('未送信');
    for (const person of PEOPLE)
      expect(await sendPending(seats[person])).toMatchObject({ accepted: 0, refused: 0, others: 1 });
    await runClock();
    expect(await newest(id, 'setAwaited')).toEqual({ by: UNKNOWN_EDITOR_ID, sentBy: idOf('manager') });
  });

  test('a cell that was changed after it was logged is not its first editor’s', async () => {
    const { type, cell } = sheet();
    const { id } = firstRow(await registerClients(sheet(), '上書き商会'));
    await type(seats.is, id, 'contact', '山田様');
    await type(seats.manager, id, 'contact', '鈴木様');
    expect(await sendPending(seats.is)).toMatchObject({ accepted: 0, refused: 0, others: 1 });
    expect(await sendPending(seats.manager)).toMatchObject({ accepted: 1, others: 0 });
    expect(await newest(id, 'setAwaited')).toEqual({ by: idOf('manager'), sentBy: null });
    expect(cell(id, 'contact')).toBe('鈴木様');
  });

  test('a draft is registered by who typed it, or by whoever asks for that row', async () => {
    const { suite, tab, freeRow } = sheet();
    const title = tab().properties.title;
    const row = freeRow();
    await seats.is.session.edit(`'${title}'!B${row}`, [['下書き一商会'], ['下書き二商会']], 'pasted');
    await seats.manager.session.choose('Hachi', '未送信の申請を送る');
    const { body } = await suite.call('is', 'lookup', { body: { name: '下書き一商会' } });
    // Other companies are named alike.
    expect(body.hits.map((hit: { row: { name: string } }) => hit.row.name)).not.toContain('下書き一商会');
    await registerDraft(seats.manager, sheet(), row);
    await seats.is.session.choose('Hachi', '未送信の申請を送る');
    const madeBy = async (name: string) => {
      const { hits } = (await suite.call('is', 'lookup', { body: { name } })).body;
      return newest(hits[0].row.id, 'register');
    };
    expect(await madeBy('下書き一商会')).toEqual({ by: idOf('manager'), sentBy: null });
    expect(await madeBy('下書き二商会')).toEqual({ by: idOf('is'), sentBy: null });
  });
});
