/** Company lists sent to the functions, as a person's file would be. */
import type { RegisterRow } from '../../../functions/domain/register/row';
import { type Reply, type TestSuite, usingSuite, type Who } from '../../suite';

export const listSenders = (suite: () => TestSuite) => {
  const send = (
    file: string | Uint8Array,
    query: Record<string, string | number | boolean> = {},
    who: Who = 'is',
  ): Promise<Reply> => suite().call(who, 'import', { file, query });
  /** Sends it until there is nothing left. */
  const sendAll = async (
    file: string | Uint8Array,
    query: Record<string, string | number | boolean> = {},
  ): Promise<Reply> => {
    let answer = await send(file, query);
    while (answer.body.next !== null && answer.status === 200)
      answer = await send(file, { ...query, from: answer.body.next });
    return answer;
  };
  const undo = (batch: string, who: Who = 'is'): Promise<Reply> =>
    suite().call(who, 'import', { file: '', query: { undo: batch } });
  const batchOf = async (batch: string) =>
    (await suite().call('viewer', 'import', { query: { batch } })).body;
  /** By name: those of these names, or all that are in a list where none is given. */
  const accounts = async (...names: readonly string[]) => {
    const rows: RegisterRow[] = (await suite().call('is', 'accounts', { query: { limit: 1000 } })).body.rows;
    const asked = names.length === 0 ? rows : rows.filter(({ name }) => names.includes(name));
    const found = await Promise.all(
      asked.map(async ({ id }) =>
        suite()
          .call('is', 'account', { query: { id, entries: 0 } })
          .then(({ body }) => body.account),
      ),
    );
    return Object.fromEntries(found.map((account) => [account.name, account]));
  };
  return { send, sendAll, undo, batchOf, accounts };
};

export const usingListSenders = () => {
  const suite = usingSuite();
  return { suite, ...listSenders(suite) };
};

export const csv = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\r\n')}\r\n`;
