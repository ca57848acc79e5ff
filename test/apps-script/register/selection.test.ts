/** The script and the functions see the same in a row, whatever people have done to it. */
import type { SidebarState } from '../../../apps-script/script-api';
import { FINDING_TEXTS } from '../../../functions/domain/register/findings-text';
import { registerClients, resultValue, type Seat, sendPending, usingSheet } from '../sheet-scene';

const sheet = usingSheet();
const title = (): string => sheet().tab().properties.title;
const FINDINGS_TAB = 8003;

const entered = (row: number, column: number, tab = sheet().tab()): string | number => {
  const { stringValue, numberValue } = tab.rows[row - 1]?.[column]?.userEnteredValue ?? {};
  return stringValue ?? numberValue ?? '';
};
const selectionAt = async ({ session }: Seat, row: number): Promise<SidebarState['selection']> => {
  session.select(`'${title()}'!B${row}`);
  return resultValue<SidebarState>(await session.run('sidebarState')).selection;
};
const stateOf = (row: number): string => String(entered(row, sheet().column('requestState')));
/** Row number and kind of what the job lists. */
const listed = (): [number, string | undefined][] => {
  const { rows } = sheet().tab(FINDINGS_TAB);
  return rows.slice(3).flatMap((_, index): [number, string | undefined][] => {
    const label = entered(index + 4, 0, sheet().tab(FINDINGS_TAB));
    const kind = Object.entries(FINDING_TEXTS).find(([, texts]) => texts.label.ja === label)?.[0];
    const row = Number.parseInt(String(entered(index + 4, 1, sheet().tab(FINDINGS_TAB))), 10);
    return label === '' ? [] : [[row, kind]];
  });
};

test('an ID typed over, an ID deleted, a copy and a draft: the same findings on both sides', async () => {
  const { sit, layout, rowOf, fromTheTop, freeRow, tab, account } = sheet();
  const rows = await registerClients(sheet(), '株式会社一', '株式会社二', '株式会社三', '株式会社四');
  const [one, two, three, four] = fromTheTop(rows) as [string, string, string, string];
  const rep = await sit('is');
  const at = Object.fromEntries([one, two, three, four].map((id) => [id, rowOf(id) + 1]));
  const copyOf = (tab().rows[rowOf(three)] ?? []).map((cell) => {
    const { stringValue, numberValue } = cell?.userEnteredValue ?? {};
    return stringValue ?? numberValue ?? null;
  });
  const free = freeRow();
  await rep.session.edit(`'${title()}'!A${at[one]}`, [[four]]);
  await rep.session.edit(`'${title()}'!A${at[two]}`, [['']]);
  await rep.session.edit(`'${title()}'!A${free}`, [copyOf], 'pasted');
  await rep.session.edit(`'${title()}'!B${free + 1}`, [['下書き商事']]);

  expect(stateOf(at[one] ?? 0)).toMatch(/^要確認: ID が書き換えられています。/);
  expect(stateOf(at[two] ?? 0)).toMatch(/^要確認: ID が書き換えられています。/);
  expect(stateOf(free)).toMatch(/^要確認: 行のコピーです。/);
  expect(await selectionAt(rep, at[one] ?? 0)).toEqual({ kind: 'idTypedOver', row: at[one] });
  expect(await selectionAt(rep, at[two] ?? 0)).toEqual({ kind: 'idTypedOver', row: at[two] });
  expect(await selectionAt(rep, at[three] ?? 0)).toMatchObject({ kind: 'account', id: three });
  // The row above that says the same ID by mistake makes no copy of it.
  expect(await selectionAt(rep, at[four] ?? 0)).toMatchObject({ kind: 'account', id: four });
  expect(resultValue(await rep.session.run('resolveCopy', [at[four], 'remove', four]))).toBe(false);
  expect(await selectionAt(rep, free)).toMatchObject({ kind: 'copied', row: free, id: three });
  expect(await selectionAt(rep, free + 1)).toMatchObject({ kind: 'draft', row: free + 1 });

  await layout();
  expect(listed()).toEqual([
    [at[one], 'idTypedOver'],
    [at[two], 'idTypedOver'],
    [free, 'copied'],
    [free + 1, 'draft'],
  ]);

  // Nothing of them is sent, also where somebody types into them again.
  const before = await Promise.all([one, two, three, four].map(account));
  const status = sheet().column('status');
  for (const row of [at[one], at[two], free])
    await rep.session.edit(`'${title()}'!${String.fromCharCode(65 + status)}${row}`, [['6']]);
  expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 0 });
  expect(await Promise.all([one, two, three, four].map(account))).toEqual(before);
  expect(stateOf(free)).toMatch(/^要確認/);
});

test('a command on an account whose ID was typed over leaves that row alone, and makes no second one', async () => {
  const { sit, rowOf, tab, layout } = sheet();
  const [row] = await registerClients(sheet(), '株式会社別');
  const { id, version } = row ?? { id: '', version: 0 };
  const rep = await sit('is');
  const at = rowOf(id) + 1;
  await rep.session.edit(`'${title()}'!A${at}`, [['a_other']]);
  const rows = tab().rows.length;
  const before = tab().rows[at - 1];
  const request = {
    requestId: 'typed-over-1',
    accountId: id,
    expectedVersion: version,
    command: { type: 'setBant', bant: { need: 'yes' } },
  };
  resultValue(await rep.session.run('sendCommands', [[request], 'sidebar']));
  expect(tab().rows.length).toBe(rows);
  expect(tab().rows[at - 1]).toEqual(before);
  // Once the ID is back, the row is brought up to date.
  await rep.session.edit(`'${title()}'!A${at}`, [[id]]);
  expect(stateOf(at)).toBe('');
  expect(await layout()).toMatchObject({ appended: 0 });
  expect(entered(at, sheet().column('mirror.version'))).toBe(version + 1);
});
