/** Of whom an account's answer is awaited. */
import { partById } from './account';
import type { AccountRecord } from './account-record';

/** Null where nobody is named, and where who is named has left: nobody can be asked then. */
export const presentAwaitedId = ({
  contacts,
  awaitedContactId,
}: Pick<AccountRecord, 'contacts' | 'awaitedContactId'>): string | null =>
  partById(contacts, awaitedContactId)?.state === 'present' ? awaitedContactId : null;
