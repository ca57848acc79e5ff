/** Calls the suite's functions as one person. A refusal throws. */
import type { AccountsAnswer } from '../../functions/contract/accounts';
import type { CallAnswer, CallInput, FunctionName, MethodOf } from '../../functions/contract/contract';
import type { RegisterRow } from '../../functions/domain/register/row';
import type { Text } from '../../functions/domain/text/text';
import type { Suite } from '../suite';

export type FunctionsClient = <Name extends FunctionName, M extends MethodOf<Name>>(
  name: Name,
  method: M,
  input: CallInput<Name, M, Uint8Array>,
) => Promise<CallAnswer<Name, M>>;

export const functionsClientFor = async (suite: Suite, email: string): Promise<FunctionsClient> => {
  const authorization = `Bearer ${await suite.identity.issue({ email })}`;
  return async <Name extends FunctionName, M extends MethodOf<Name>>(
    name: Name,
    method: M,
    input: CallInput<Name, M, Uint8Array>,
  ): Promise<CallAnswer<Name, M>> => {
    const { query = {}, body, csv } = input;
    const parameters = Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]);
    const search = new URLSearchParams(parameters).toString();
    const type = csv === undefined ? 'application/json' : 'text/csv';
    const response = await fetch(`${suite.functions[name]}${search === '' ? '' : `?${search}`}`, {
      method,
      headers: { authorization, ...(method === 'POST' ? { 'content-type': type } : {}) },
      ...(method === 'POST' ? { body: csv ?? JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as
      | CallAnswer<Name, M>
      | { error: { code: string; message: Text } };
    if (typeof answer === 'object' && answer !== null && 'error' in answer)
      throw new Error(`${name} (${email}): ${answer.error.code} ${answer.error.message.en}`);
    return answer;
  };
};

/** The rows of all accounts, page by page. */
export const allAccounts = async (client: FunctionsClient): Promise<RegisterRow[]> => {
  const rows: RegisterRow[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = { limit: 1000, ...(cursor === '' ? {} : { cursor }) };
    const page: AccountsAnswer = await client('accounts', 'GET', { query });
    rows.push(...page.rows);
    cursor = page.cursor;
  }
  return rows;
};
