/** Why the register is left as it is: something that a person has to put right first. */

export type RegisterRefusalCode =
  /** Which column is which cannot be told any more. */
  | 'REGISTER_KEYS_LOST'
  /** Too many rows are gone at once. */
  | 'REGISTER_ROWS_VANISHED'
  /** An older version was brought back, and with it requests that may have been answered since. */
  | 'REGISTER_RESTORED'
  /** Another run is writing it. */
  | 'REGISTER_BUSY';

export class RegisterRefusedError extends Error {
  constructor(
    readonly code: RegisterRefusalCode,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'RegisterRefusedError';
  }
}
