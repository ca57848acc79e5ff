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

/** Null for any other text. */
export const parseRowAccount = (text: unknown): (RowAccount & { more: readonly string[] }) | null => {
  const [, version, statusText, id = '', more = '', name = ''] =
    /^v(\d{1,9}) (\w+) (\S+)((?: (?!n=)\S+)*) n=(.*)$/s.exec(String(text)) || [];
  const status = STATUSES.find((code) => code === statusText);
  if (version === undefined || status === undefined || !isAccountId(id)) return null;
  return { id, name, status, version: Number(version), more: more.split(' ').slice(1) };
};
