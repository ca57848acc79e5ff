/** Calls the suite's functions as one person. A refusal throws. */
import type { AccountsAnswer } from '../../functions/contract/accounts';
import type { RegisterRow } from '../../functions/domain/register/row';
import type { Text } from '../../functions/domain/text/text';
import type { Suite } from '../suite';

type FunctionName = 'members' | 'settings' | 'import' | 'commands' | 'accounts' | 'account' | 'lookup';

export interface FunctionsClient {
  get<Answer>(name: FunctionName, query?: Record<string, string>): Promise<Answer>;
  post<Answer>(name: FunctionName, body: unknown): Promise<Answer>;
  upload<Answer>(name: FunctionName, query: Record<string, string>, file: Uint8Array): Promise<Answer>;
}

export const functionsClientFor = async (suite: Suite, email: string): Promise<FunctionsClient> => {
  const authorization = `Bearer ${await suite.identity.issue({ email })}`;
  const call = async <Answer>(
    name: FunctionName,
    query: Record<string, string>,
    init: { method: 'GET' | 'POST'; type?: string; body?: string | Uint8Array },
  ): Promise<Answer> => {
    const search = new URLSearchParams(query).toString();
    const answer = await fetch(`${suite.functions[name]}${search === '' ? '' : `?${search}`}`, {
      method: init.method,
      headers: { authorization, ...(init.type === undefined ? {} : { 'content-type': init.type }) },
      body: init.body,
    });
    const body = (await answer.json()) as Answer | { error: { code: string; message: Text } };
    if (typeof body === 'object' && body !== null && 'error' in body)
      throw new Error(`${name} (${email}): ${body.error.code} ${body.error.message.en}`);
    return body;
  };
  return {
    get: (name, query = {}) => call(name, query, { method: 'GET' }),
    post: (name, body) =>
      call(name, {}, { method: 'POST', type: 'application/json', body: JSON.stringify(body) }),
    upload: (name, query, file) => call(name, query, { method: 'POST', type: 'text/csv', body: file }),
  };
};

/** The rows of all accounts, page by page. */
export const allAccounts = async (client: FunctionsClient): Promise<RegisterRow[]> => {
  const rows: RegisterRow[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: AccountsAnswer = await client.get('accounts', {
      limit: '1000',
      ...(cursor === '' ? {} : { cursor }),
    });
    rows.push(...page.rows);
    cursor = page.cursor;
  }
  return rows;
};
