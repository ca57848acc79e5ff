/** What a guard says where it does not let a transition pass. */

import { GUARD_TEXTS, type GuardCode } from '../status/guard-texts';
import { keysOf } from '../status/table-keys';
import type { FieldKey } from './input-field-texts';
import type { GuardFailureCode, TransitionFacts } from './refusal-facts';

const FURTHER_CODES: Readonly<Record<Exclude<GuardFailureCode, GuardCode>, true>> = {
  BANT_ALL_YES: true,
  NEED_AGREED: true,
  DECISION_NEEDED: true,
  DATE_IN_FUTURE: true,
  NEED_RECORDED: true,
  DATE_UNLIKELY: true,
  DATA_INCOMPLETE: true,
  PRODUCT_MISPLACED: true,
  PRODUCTS_NOT_SET: true,
};

export const isGuardFailureCode = (code: string): code is GuardFailureCode =>
  Object.keys({ ...GUARD_TEXTS, ...FURTHER_CODES }).includes(code);

export interface GuardFailure {
  code: GuardFailureCode;
  missing: readonly FieldKey[];
  facts?: TransitionFacts;
}

export const isFilled = (value: string | null | undefined): boolean => (value ?? '').trim() !== '';

/** Keys of the fields whose condition is false. */
export const unmetFields = (conditions: Partial<Record<FieldKey, boolean>>): FieldKey[] =>
  keysOf(conditions).filter((key) => conditions[key] !== true);

export const requires = (
  code: GuardCode,
  missing: readonly FieldKey[],
  facts?: TransitionFacts,
): GuardFailure | null => (missing.length === 0 ? null : { code, missing, ...(facts && { facts }) });

export const forbids = (code: GuardFailureCode, facts?: TransitionFacts): GuardFailure => ({
  code,
  missing: [],
  ...(facts && { facts }),
});
