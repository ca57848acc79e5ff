import type { SidebarState } from '../../../apps-script/script-api';
import { firstRow, registerClients, resultValue, type Seat, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet();
const sold = async (name: string) => firstRow(await registerClients(sheet(), name));

const stateOf = async ({ session }: Seat): Promise<SidebarState> =>
  resultValue(await session.run('sidebarState'));
const tabName = (): string => sheet().tab().properties.title;

describe('a copied row', () => {
  /** Pasted by hand into the first free row; its number, from 1. */
  const copied = async (seat: Seat, id: string): Promise<number> => {
    const { tab, rowOf, freeRow } = sheet();
    const values = (tab().rows[rowOf(id)] ?? []).map((cell) => {
      const { stringValue, numberValue } = cell?.userEnteredValue ?? {};
      return stringValue ?? numberValue ?? null;
    });
    const row = freeRow();
    await seat.session.edit(`'${tabName()}'!A${row}`, [values], 'pasted');
    return row;
  };

  test('is noticed, not sent, and becomes a company of its own where the person says so', async () => {
    const { sit, type, cell, tab, column, account } = sheet();
    const { id, version } = await sold('株式会社写し');
    const rep = await sit('is');
    const row = await copied(rep, id);
    const state = () => tab().rows[row - 1]?.[column('requestState')]?.userEnteredValue?.stringValue ?? '';
    expect(state()).toMatch(/^要確認: /);
    rep.session.select(`'${tabName()}'!B${row}`);
    expect(await stateOf(rep)).toMatchObject({ selection: { kind: 'copied', row, id } });
    // The row above is the account: it goes on.
    await type(rep, id, 'status', '6');
    expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
    expect(cell(id, 'status')).toBe('現在の顧客');
    expect(resultValue(await rep.session.run('resolveCopy', [row, 'draft', id]))).toBe(true);
    expect(state()).toBe('未登録');
    expect(tab().rows[row - 1]?.[column('id')]?.userEnteredValue).toBeUndefined();
    rep.session.select(`'${tabName()}'!B${row}`);
    expect(await stateOf(rep)).toMatchObject({ selection: { kind: 'draft', row, name: '株式会社写し' } });
    expect(await account(id)).toMatchObject({ version: version + 1 });
  });

  test('goes where the person says so, and a row that is none stays', async () => {
    const { sit, rowOf } = sheet();
    const { id } = await sold('株式会社写し二');
    const rep = await sit('is');
    const row = await copied(rep, id);
    expect(resultValue(await rep.session.run('resolveCopy', [rowOf(id) + 1, 'remove', id]))).toBe(false);
    // A copy of another account's row is another copy.
    expect(resultValue(await rep.session.run('resolveCopy', [row, 'remove', 'a_other']))).toBe(false);
    expect(resultValue(await rep.session.run('resolveCopy', [row, 'remove', id]))).toBe(true);
    rep.session.select(`'${tabName()}'!B${row}`);
    expect(await stateOf(rep)).toMatchObject({ selection: { kind: 'none' } });
    expect(resultValue(await rep.session.run('resolveCopy', [row, 'remove', id]))).toBe(false);
  });
});
