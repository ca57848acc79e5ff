/** Rows that have vanished from the register since the last run: brought back, or too many to be anything but an accident. */
import { isAccident, vanishedAccounts } from '../domain/register/vanished-accounts';
import { RegisterRefusedError } from '../sheets/register-refusal';
import { readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import type { RegisterState } from '../store/register-state';

/**
 * The accounts whose rows have vanished, `present` being those that stand somewhere. Throws RegisterRefusedError where they are
 * too many; an account that was taken back, as by undoing an import, has none to miss.
 */
export const findVanished = async (
  db: Database,
  { shown, rows }: Pick<RegisterState, 'shown' | 'rows'>,
  present: ReadonlySet<string>,
): Promise<string[]> => {
  if (shown === null) {
    if (isAccident(rows - present.size, rows)) refuse(rows, rows - present.size);
    return [];
  }
  const vanished = vanishedAccounts(shown, present);
  if (!isAccident(vanished.length, shown.size)) return vanished;
  const { accounts, unreadable } = await readAccounts(db, vanished);
  const missing = accounts.filter(({ withdrawn }) => !withdrawn).length + unreadable.length;
  if (isAccident(missing, shown.size)) refuse(shown.size, missing);
  return vanished;
};

const refuse = (before: number, vanished: number): never => {
  throw new RegisterRefusedError({ code: 'REGISTER_ROWS_VANISHED', before, left: before - vanished });
};
