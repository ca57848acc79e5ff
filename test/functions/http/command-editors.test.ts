/** Who decided a command that somebody else sends: the sheet's clock speaks for who typed into cells. */
import type { CommandRequest } from '../../../functions/contract/commands';
import { COMMANDS } from '../../../functions/domain/commands/command-table';
import type { RegisterRow } from '../../../functions/domain/register/row';
import { aCommandRequest, aRegisterRequest, emailOf, idOf, rowOf, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
const made = async () => rowOf((await suite().submit('is', aRegisterRequest('株式会社サンプル')))[0]);
const send = async (sender: Who, channel: string, request: CommandRequest) =>
  (await suite().call(sender, 'commands', { body: { channel, commands: [request] } })).body.outcomes[0];
const edit = (row: Pick<RegisterRow, 'id' | 'version'>, editor: string): CommandRequest => ({
  ...aCommandRequest({ type: 'handOver', toId: idOf('is2'), note: '担当' }, row),
  editor,
});
const newestOf = async ({ id }: Pick<RegisterRow, 'id'>) =>
  (await suite().call('is', 'account', { query: { id } })).body.history[0];

test.each<[editor: string, by: string]>([
  [emailOf('fs'), idOf('fs')],
  ['FS@hachi.example', idOf('fs')],
  ['unknown', 'unknown-editor'],
])('%s decides, the clock of another one sends: history keeps both', async (editor, by) => {
  const cold = await made();
  expect(await send('manager', 'trigger', edit(cold, editor))).toMatchObject({ status: 200 });
  expect(await newestOf(cold)).toMatchObject({ by, sentBy: idOf('manager'), channel: 'trigger' });
});

test('who sends what they decided themselves is not named twice', async () => {
  const cold = await made();
  await send('is', 'trigger', edit(cold, emailOf('is')));
  const entry = await newestOf(cold);
  expect([entry.by, 'sentBy' in entry]).toEqual([idOf('is'), false]);
});

test.each<[why: string, sender: Who, editor: string]>([
  ['a viewer has typed', 'manager', emailOf('viewer')],
  ['somebody who left has typed', 'manager', emailOf('left')],
  ['a stranger has typed', 'manager', 'stranger@hachi.example'],
  ['a viewer sends it for a rep', 'viewer', emailOf('is')],
  ['a viewer sends it for nobody knows whom', 'viewer', 'unknown'],
])('refused: %s', async (_, sender, editor) => {
  const cold = await made();
  const outcome = await send(sender, 'trigger', edit(cold, editor));
  expect(outcome).toMatchObject({ status: 403, refusal: { code: 'ROLE_NOT_ALLOWED' } });
  expect(outcome.words.ja).toContain('自動送信では、営業担当が');
});

test("a manager's right is used by nobody's word", async () => {
  const cold = await made();
  const owned = rowOf(await send('is', 'trigger', edit(cold, emailOf('is'))));
  for (const editor of [emailOf('manager'), emailOf('fs'), 'unknown'])
    expect(await send('manager', 'trigger', edit(owned, editor))).toMatchObject({ status: 403 });
});

test('whoever sits at the sheet speaks for nobody else, and a trigger only for cells', async () => {
  const cold = await made();
  const issue = { refusal: { issues: [{ path: 'editor', code: 'editor_only_of_cells_by_trigger' }] } };
  for (const channel of ['cell', 'menu', 'sidebar', 'api'])
    expect(await send('manager', channel, edit(cold, emailOf('is')))).toMatchObject(issue);
  for (const command of [
    { type: 'undo', version: 1 },
    { type: 'propose', to: 'BAD_FIT', data: {} },
    { type: 'approve', proposalId: 'r000001', note: 'よし' },
  ] satisfies CommandRequest['command'][])
    expect(
      await send('manager', 'trigger', { ...aCommandRequest(command, cold), editor: emailOf('is') }),
    ).toMatchObject(issue);
});

test('sent by the one and by the other under one key, it has one effect', async () => {
  const cold = await made();
  const request = edit(cold, emailOf('is'));
  const { editor: _, ...own } = request;
  expect(await send('is', 'cell', own)).toMatchObject({ status: 200, replayed: false });
  expect(await send('manager', 'trigger', request)).toMatchObject({ status: 200, replayed: true });
  expect(await newestOf(cold)).toMatchObject({ version: 2, channel: 'cell', by: idOf('is') });
});

test('the commands of cells', () => {
  const cells = Object.values(COMMANDS).filter(({ cell }) => cell === true);
  expect(cells.map(({ type }) => type).sort()).toEqual([
    'changeStatus',
    'editDetails',
    'handOver',
    'quickEntry',
    'register',
    'setAwaited',
    'setNextCheck',
  ]);
});
