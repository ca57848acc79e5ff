/** What a guard says where it does not let a transition pass. */

import type { GuardCode } from '../status/guard-texts';
import type { FieldKey } from './input-field-texts';
import type { RefusalCode } from './refusals';

export interface GuardFailure {
  code: RefusalCode;
  missing: readonly FieldKey[];
  facts?: Readonly<Record<string, unknown>>;
}

export const isFilled = (value: string | null | undefined): boolean => (value ?? '').trim() !== '';

/** Keys of the fields whose condition is false. */
export const unmetFields = (conditions: Partial<Record<FieldKey, boolean>>): FieldKey[] =>
  (Object.entries(conditions) as [FieldKey, boolean][]).filter(([, met]) => !met).map(([key]) => key);

export const requires = (
  code: GuardCode,
  missing: readonly FieldKey[],
  facts?: GuardFailure['facts'],
): GuardFailure | null => (missing.length === 0 ? null : { code, missing, ...(facts && { facts }) });

export const forbids = (code: RefusalCode, facts?: GuardFailure['facts']): GuardFailure => ({
  code,
  missing: [],
  ...(facts && { facts }),
});
