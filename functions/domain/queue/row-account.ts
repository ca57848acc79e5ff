/** Which account a row of the queue is: the hidden cell that says so, for the functions and for the sheet's script. */
import { isAccountId } from '../account/account-id';
import { STATUSES, type Status } from '../status/statuses';

export interface RowAccount {
  id: string;
  name: string;
  status: Status;
  version: number;
}

/** `more` are words without blanks. */
export const rowAccountText = ({ id, name, status, version }: RowAccount, more: readonly string[]): string =>
  [`v${version}`, status, id, ...more, `n=${name}`].join(' ');

interface ParsedRow extends RowAccount {
  /** What the row is about: its account, or a part of it, which stands in it as a word of its own, `@opportunities.o000001`. */
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
