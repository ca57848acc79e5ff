/** Many cells at once: one call for a block, and each row gets its own answer. */

import { startUndo, updateUndo } from '../../../apps-script/windows/maintenance/undo-changes';
import type { Execution } from '../../../emulator/apps-script/execution-context';
import { aRegisterRequest } from '../../suite';
import { registerClients, sendPending, usingSheet } from '../sheet-scene';
import { runWindow } from '../window-runner';

const sheet = usingSheet();

const callsOf = (execution: Execution | undefined): Execution['calls'] => execution?.calls ?? {};

/** The rows are read whole, with the keys: a request is the difference between a cell and its mirror. */
const READ = { 'Sheet.getSheetValues': 1 };
/** On both sides of the cells that people edit: somebody may be typing there. */
const WRITE = { 'Sheet.getRange': 2, 'Range.setValues': 2 };

/** What is typed is logged under its editor: no cell can tell who typed it. */
const CALLS_OF_EDIT = { ...READ, ...WRITE, 'Properties.setProperties': 1 };

const CALLS_OF_SENDING = {
  ...WRITE,
  // The third one for the notes: they stand at the cells that people edit.
  'Sheet.getRange': 3,
  // The tab by its ID: a person may have given it another name.
  'Spreadsheet.getSheets': 1,
  // Before the functions are asked and behind it: people sort and insert while they decide.
  'Sheet.getDataRange': 2,
  'Range.getValues': 2,
  // A note of the team's own stays when the reason of an earlier refusal is taken away.
  'Range.getNotes': 1,
  // One sender at a time, until what it wrote stands in the sheet.
  'Lock.tryLock': 1,
  'SpreadsheetApp.flush': 1,
  'Lock.releaseLock': 1,
  // Who typed what, of which only one's own is sent; and what was answered, before a sort can carry it into another row.
  'Properties.getProperties': 1,
  'Session.getEffectiveUser': 1,
  'Properties.setProperties': 1,
  // Where the functions are: a deployed script has it in its code, and asks nothing.
  'Properties.getProperty': 1,
  'ScriptApp.getIdentityToken': 1,
  'UrlFetchApp.fetch': 1,
};

/** In whose language it is told, and the toast. */
const CALLS_OF_SENDING_MANY = {
  ...CALLS_OF_SENDING,
  'Session.getEffectiveUser': 2,
  'Cache.getAll': 1,
  'Session.getActiveUserLocale': 1,
  'Spreadsheet.toast': 1,
};

describe('a block', () => {
  test('60 rows pasted, 7 of them illegal: 53 stay, 7 go back with reasons, one call, one undo', async () => {
    const { suite, sit, paste, cell, note, ran, account, fromTheTop } = sheet();
    const rows = await registerClients(
      sheet(),
      ...Array.from({ length: 60 }, (_, n) => `株式会社ブロック${n}`),
    );
    const ids = fromTheTop(rows);
    const rep = await sit('is');
    const illegal = new Set([3, 4, 10, 22, 23, 41, 59]);
    const [edited] = await paste(
      rep,
      ids[0] ?? '',
      'status',
      ids.map((_, n) => [illegal.has(n) ? 'コールド' : '既存']),
    );
    expect(edited?.error).toBeNull();
    expect(await sendPending(rep)).toMatchObject({ accepted: 53, refused: 7, waiting: 0 });
    expect(ran('sendPending')[0]?.fetches).toBe(1);
    for (const [n, id] of ids.entries()) {
      expect(cell(id, 'status')).toBe(illegal.has(n) ? 'ワーキング' : '現在の顧客');
      expect(note(id, 'status') === '').toBe(!illegal.has(n));
    }
    const undo = await runWindow(rep, startUndo(), updateUndo);
    const [step] = undo.state().answer?.steps ?? [];
    if (step === undefined) throw new Error('There is no step.');
    expect(step.changes).toHaveLength(53);
    const after = await undo.dispatch({ type: 'undo', step });
    expect(after.outcome).toEqual({ undone: 53, refusals: [] });
    for (const id of ids) expect(cell(id, 'status')).toBe('ワーキング');
    expect((await account(ids[0] ?? '')).status).toBe('WORKING');
    expect(suite.script.executions.filter(({ error }) => error !== null)).toEqual([]);
  });

  test('more than one call takes: all are decided', async () => {
    const { sit, paste, ran, fromTheTop } = sheet();
    const names = Array.from({ length: 230 }, (_, n) => `株式会社大${n}`);
    const rows = [
      ...(await registerClients(sheet(), ...names.slice(0, 115))),
      ...(await registerClients(sheet(), ...names.slice(115))),
    ];
    const rep = await sit('is');
    await paste(
      rep,
      fromTheTop(rows)[0] ?? '',
      'status',
      rows.map(() => ['6']),
    );
    expect(await sendPending(rep)).toMatchObject({ accepted: 230, refused: 0 });
    expect(ran('sendPending')[0]?.fetches).toBe(2);
  });

  test('one cell and many make as many calls of services, but for the toast that tells of many', async () => {
    const { sit, type, paste, ran, fromTheTop } = sheet();
    const rows = await registerClients(sheet(), '株式会社壱', '株式会社弐', '株式会社参');
    const [first, second] = fromTheTop(rows) as [string, string, string];
    const rep = await sit('is');
    const one = await type(rep, first, 'status', '現在の顧客');
    await sendPending(rep);
    const sentOne = ran('sendPending')[0];
    const many = await paste(rep, second, 'status', [['現在の顧客'], ['現在の顧客']]);
    expect(await sendPending(rep)).toMatchObject({ accepted: 2 });
    expect([callsOf(one[0]), callsOf(sentOne)]).toEqual([CALLS_OF_EDIT, CALLS_OF_SENDING]);
    expect([callsOf(many[0]), callsOf(ran('sendPending')[0])]).toEqual([
      CALLS_OF_EDIT,
      CALLS_OF_SENDING_MANY,
    ]);
  });

  test('cleared cells come back; cut and pasted between two rows, both rows are marked', async () => {
    const { sit, paste, type, cell, note, fromTheTop } = sheet();
    const rows = await registerClients(sheet(), '株式会社甲', '株式会社乙', '株式会社丙');
    const [a, b, c] = fromTheTop(rows) as [string, string, string];
    const rep = await sit('is');
    await paste(rep, a, 'status', [[''], [''], ['']]);
    for (const id of [a, b, c]) {
      expect(cell(id, 'status')).toBe('ワーキング');
      expect(note(id, 'status')).toContain('一覧から選んで');
    }
    await type(rep, a, 'status', '6');
    await sendPending(rep);
    await paste(rep, b, 'status', [['現在の顧客']]);
    await paste(rep, a, 'status', [['']]);
    expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
    expect([cell(a, 'status'), cell(b, 'status')]).toEqual(['現在の顧客', '現在の顧客']);
  });
});

test('what the script wrote, the job finds right', async () => {
  const { layout, suite } = sheet();
  await suite.submit('is', aRegisterRequest('株式会社最後'));
  await layout();
  expect(await layout()).toMatchObject({ written: 0, appended: 0, calls: 0 });
});
