/** The hidden cell that says which account a row of the queue is about; the functions and the sheet's script both read it. */
import { isAccountId } from '../account/account-id';
import { STATUSES, type Status } from '../status/statuses';

export interface RowAccount {
  id: string;
  name: string;
  status: Status;
  version: number;
}

/** `more` are words without spaces. */
export const rowAccountText = ({ id, name, status, version }: RowAccount, more: readonly string[]): string =>
  [`v${version}`, status, id, ...more, `n=${name}`].join(' ');

interface ParsedRow extends RowAccount {
  /**
   * What the row is about: the account ID, followed for a row of one part by that part's word, such as `@opportunities.o000001`.
   */
  key: string;
  more: readonly string[];
}

/** Null for any other text. */
export const parseRowAccount = (text: unknown): ParsedRow | null => {
  const [, version, statusText, id = '', more = '', name = ''] =
    /^v(\d{1,9}) (\w+) (\S+)((?: (?!n=)\S+)*) n=(.*)$/s.exec(String(text)) || [];
  const status = STATUSES.find((code) => code === statusText);
  if (version === undefined || status === undefined || !isAccountId(id)) return null;
  const words = more.split(' ').slice(1);
  const part = words[0]?.charAt(0) === '@' ? words[0] : '';
  return { id, name, status, version: Number(version), key: id + part, more: words };
};
