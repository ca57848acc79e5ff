/** An older version of the whole spreadsheet is brought back: what was written since is gone, and nothing says which. */

import { toRecord } from '../../../functions/domain/account/account-record';
import { anAccount } from '../../builders';
import {
  aRegisterAccount,
  NOW,
  REGISTER_TAB_ID,
  registerRefusal,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();
const TOMORROW = new Date('2026-07-01T22:00:00Z');

/** Of every cell what it says and its note; called later, it is all brought back. */
const version = (): (() => void) => {
  const rows = structuredClone(scene().tab().rows).map((row) => ({
    values: Array.from(row, (cell) => ({
      ...(cell?.userEnteredValue && { userEnteredValue: cell.userEnteredValue }),
      ...(cell?.note && { note: cell.note }),
    })),
  }));
  return () =>
    scene().person(
      { updateCells: { range: { sheetId: REGISTER_TAB_ID }, fields: 'userEnteredValue,note' } },
      { updateCells: { start: { sheetId: REGISTER_TAB_ID }, rows, fields: 'userEnteredValue,note' } },
    );
};
const settled = async () => {
  const run = await scene().run();
  expect(await scene().run()).toMatchObject({ read: 0, calls: 0 });
  return run;
};
/** As the script writes an accepted request back. */
const writtenByScript = (id: string, status: string): void => {
  for (const key of ['status', 'mirror.status']) scene().type(id, key, status);
  scene().type(id, 'mirror.version', 2);
};

beforeEach(async () => {
  await scene().save(...TEN_ACCOUNTS);
  await scene().run();
});

test('nobody sees the stamp, and it changes only with what is written', async () => {
  const stamp = () => scene().tab().rows[0]?.[0]?.note;
  expect(stamp()).toBe('Hachi: 1');
  await scene().run();
  expect(stamp()).toBe('Hachi: 1');
  await scene().save(aRegisterAccount('a_1', { name: '改名' }));
  await scene().run();
  expect(stamp()).toBe('Hachi: 2');
  expect(scene().tab().rowProperties[0]?.hiddenByUser).toBe(true);
});

test('without requests: all accounts are read again, and the rows are right', async () => {
  const back = version();
  await scene().save(aRegisterAccount('a_1', { version: 2, status: 'COLD' }));
  await scene().run();
  await scene().save(aRegisterAccount('a_2', { version: 2, status: 'COLD' }));
  await scene().run();
  back();
  expect(await settled()).toMatchObject({ read: 10, written: 2, pending: 0 });
  expect([scene().cell('a_1', 'status'), scene().cell('a_2', 'status')]).toEqual(['コールド', 'コールド']);
});

test('also where the script had written the row, and the run only seen that it is right', async () => {
  const back = version();
  await scene().save(aRegisterAccount('a_1', { version: 2, status: 'COLD' }));
  writtenByScript('a_1', 'コールド');
  expect(await settled()).toMatchObject({ written: 0 });
  back();
  expect(await settled()).toMatchObject({ read: 10, written: 1 });
  expect(scene().cell('a_1', 'status')).toBe('コールド');
});

describe('with requests that waited then', () => {
  const waiting = (rows: number): (() => void) => {
    for (let n = 0; n < rows; n += 1) scene().type(`a_${n}`, 'status', '不適合');
    return version();
  };
  const answered = async (): Promise<void> => {
    await scene().save(
      ...TEN_ACCOUNTS.map((account) => anAccount({ ...toRecord(account), version: 2, status: 'COLD' })),
    );
    for (const { id } of TEN_ACCOUNTS) writtenByScript(id, 'コールド');
    await scene().run();
  };

  test('a few: they wait like any other request', async () => {
    const back = waiting(3);
    await answered();
    back();
    expect(await scene().run()).toMatchObject({ pending: 3, toCheck: 3 });
    // The request stays on the version that it was made on.
    expect([scene().cell('a_1', 'status'), scene().cell('a_1', 'mirror.version')]).toEqual([
      '不適合',
      expect.stringMatching(/^v2 status=1 status\+/),
    ]);
    expect(scene().cell('a_5', 'status')).toBe('コールド');
    expect(await scene().run()).toMatchObject({ pending: 3, calls: 0 });
  });

  test('many: nothing is done, and said, until they are dropped', async () => {
    const back = waiting(4);
    await answered();
    back();
    const restored = scene().json();
    for (const _again of [1, 2]) {
      expect((await registerRefusal(scene().run())).refusal).toEqual({
        code: 'REGISTER_RESTORED',
        pending: 4,
      });
      expect(scene().json()).toStrictEqual(restored);
    }
    expect(await scene().run(NOW, { discardRequests: true })).toMatchObject({ written: 10, pending: 0 });
    expect(
      ['status', 'mirror.status', 'mirror.version', 'requestState'].map((key) => scene().cell('a_1', key)),
    ).toEqual(['コールド', 'コールド', 2, '']);
    expect(await settled()).toMatchObject({ calls: 0 });
  });

  test('many, of which the account has what they ask for: nothing waits', async () => {
    const back = waiting(8);
    await scene().save(
      ...TEN_ACCOUNTS.map((account) => anAccount({ ...toRecord(account), version: 2, status: 'BAD_FIT' })),
    );
    for (const { id } of TEN_ACCOUNTS) writtenByScript(id, '不適合');
    await scene().run();
    back();
    expect(await settled()).toMatchObject({ pending: 0 });
  });

  test('the version of before is brought back: goes on where it was', async () => {
    const back = waiting(4);
    await answered();
    const forth = version();
    back();
    await registerRefusal(scene().run());
    forth();
    expect(await scene().run()).toMatchObject({ read: 0, calls: 0 });
  });
});

describe('what is no restored version', () => {
  const waiting = (): void => {
    for (const { id } of TEN_ACCOUNTS.slice(0, 6)) scene().type(id, 'status', '不適合');
  };

  test('many requests at once', async () => {
    waiting();
    expect(await scene().run(TOMORROW)).toMatchObject({ pending: 6 });
  });

  test('the stamp is gone, or the row of keys: all accounts are read, and the requests stay', async () => {
    waiting();
    scene().person({ updateCells: { range: { sheetId: REGISTER_TAB_ID, endRowIndex: 1 }, fields: 'note' } });
    expect(await scene().run()).toMatchObject({ read: 10, pending: 6 });
    scene().person({
      deleteDimension: { range: { sheetId: REGISTER_TAB_ID, dimension: 'ROWS', startIndex: 0, endIndex: 1 } },
    });
    expect(await scene().run()).toMatchObject({ read: 10, pending: 6 });
    expect(await scene().run()).toMatchObject({ read: 0, pending: 6, calls: 0 });
  });

  test('the tab was deleted', async () => {
    scene().person({ deleteSheet: { sheetId: REGISTER_TAB_ID } });
    expect(await settled()).toMatchObject({ appended: 10 });
    expect(scene().tab().rows[0]?.[0]?.note).toBe('Hachi: 2');
  });

  test('a run that was cut off behind its last call: its stamp is taken over', async () => {
    const hold = scene().api.holdNext('after', 'write');
    await scene().save(aRegisterAccount('a_1', { version: 2, status: 'COLD' }));
    const run = scene().run();
    await hold.reached;
    waiting();
    hold.drop();
    await run;
    expect(await scene().run()).toMatchObject({ pending: 6, calls: 0 });
  });
});
