/** Calls that are wrong before any rule is asked: who calls, how, and with what. */
import type { Unsent } from './recorder';
import type { World } from './world';

const json = (text: string, headers: Record<string, string> = {}): Unsent => ({
  as: 'is',
  to: 'commands',
  text,
  headers: { 'content-type': 'application/json', ...headers },
});

export const oddCalls = async ({ recorder, accounts, today }: World): Promise<void> => {
  const id = [...accounts.keys()][0] ?? '';
  const ask = {
    requestId: 'odd-request-1',
    accountId: id,
    expectedVersion: 1,
    command: { type: 'logActivity', activity: { kind: 'call', date: today, with: '総務部' } },
  };
  const block = JSON.stringify({ commands: [ask] });
  const calls: Unsent[] = [
    { as: null, to: 'commands', json: { commands: [ask] } },
    { as: 'stranger', to: 'commands', json: { commands: [ask] } },
    { as: 'left', to: 'commands', json: { commands: [ask] } },
    { as: 'scheduler', to: 'commands', json: { commands: [ask] } },
    { as: 'viewer', to: 'commands', json: { commands: [ask] } },
    { as: null, to: 'account', query: { id }, headers: { authorization: 'Bearer not.a.token' } },
    { as: null, to: 'account', query: { id }, headers: { authorization: 'Basic abc' } },
    { as: 'is', to: 'commands' },
    { as: 'is', to: 'commands', method: 'DELETE' },
    { as: 'is', to: 'account', method: 'POST', json: {} },
    { as: 'is', to: 'settings', method: 'PUT', json: {} },
    { as: 'is', to: 'lookup', method: 'GET' },
    json(''),
    json('{'),
    json('nothing'),
    json('[]'),
    json('{"commands":[]}'),
    json('{"commands":{}}'),
    json('{"commands":[1,null,"x",[]]}'),
    json(`{"commands":[${JSON.stringify(ask)}],"commands":[]}`),
    json(`{"channel":"import","commands":[${JSON.stringify(ask)}]}`),
    json(`{"colour":"red","commands":[${JSON.stringify(ask)}]}`),
    json(`{"__proto__":{},"commands":[]}`),
    json(`${'['.repeat(40)}${']'.repeat(40)}`),
    json(JSON.stringify({ commands: Array.from({ length: 201 }, () => 0) })),
    json(block, { 'content-type': 'text/plain' }),
    json(block, { 'content-type': 'application/json; charset=shift_jis' }),
    json(block, { 'content-encoding': 'gzip' }),
    json(block, { 'x-hachi-spreadsheet': 'a-copy-of-the-register' }),
    json(block, { 'x-hachi-spreadsheet': 'hachi-register' }),
    { as: 'is', to: 'commands', query: { x: '1' }, json: { commands: [ask] } },
    {
      as: 'is',
      to: 'commands',
      base64: Buffer.from([0x7b, 0xff, 0x7d]).toString('base64'),
      headers: { 'content-type': 'application/json' },
    },
    { as: 'is', to: 'account', query: '' },
    { as: 'is', to: 'account', query: { id: 'a_nobody' } },
    { as: 'is', to: 'account', query: { id: '__all__' } },
    { as: 'is', to: 'account', query: { id, entries: '201' } },
    { as: 'is', to: 'account', query: `id=${id}&id=${id}` },
    { as: 'is', to: 'account', query: 'id=%ff' },
    { as: 'is', to: 'members', query: { x: '1' } },
    { as: 'is', to: 'queue', json: {} },
    { as: 'is', to: 'layout', json: { discardRequests: true } },
    { as: 'scheduler', to: 'layout', json: { discardRequests: true } },
    { as: 'viewer', to: 'queue', json: {} },
    { as: 'manager', to: 'queue', json: { x: 1 } },
    { as: 'is', to: 'duplicates', json: { from: -1 } },
    { as: 'stranger', to: 'layout', json: {} },
  ];
  for (const call of calls) await recorder.call(call);
};
