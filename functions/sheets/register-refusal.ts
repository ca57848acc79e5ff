/** Why the register is left as it is: something that a person has to put right first. */
import type { Text } from '../domain/text/text';

export type RegisterRefusal =
  /** Which column is which cannot be told any more. `columns` are their headings. */
  | { code: 'REGISTER_KEYS_LOST'; columns: readonly Text[] }
  /** Too many rows are gone at once: rows `before` and rows `left`. */
  | { code: 'REGISTER_ROWS_VANISHED'; before: number; left: number }
  /** An older version was brought back, and with it requests that may have been answered since. */
  | { code: 'REGISTER_RESTORED'; pending: number }
  /** Another run is writing it. */
  | { code: 'REGISTER_BUSY' };

export class RegisterRefusedError extends Error {
  constructor(readonly refusal: RegisterRefusal) {
    super(refusal.code);
    this.name = 'RegisterRefusedError';
  }
}
