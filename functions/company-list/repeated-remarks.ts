/** Reports a remark that applies to many rows only once. */
import type { ListProblem, ListProblemCode } from './list-problems';

/** The part of the detail that repeated remarks share: all of it, or only its field. */
const ALIKE_BY: Readonly<Partial<Record<ListProblemCode, RegExp>>> = {
  STATUS_UNKNOWN: /^.*$/s,
  OWNER_UNKNOWN: /^.*$/s,
  STATUS_EMPTY: /^/,
  DITTO_READ: /^/,
  DATA_IN_NOTE: /^\w*/,
  NAMES_LEFT_OUT: /^\w*/,
  PHONE_ZERO_ADDED: /^\w*/,
  PHONE_ROUNDED: /^\w*/,
  VALUE_IS_ERROR: /^.*$/s,
  LEGAL_FORM_IN_FRONT: /^/,
  NAME_AS_WRITTEN: /^/,
  // The same remark beside several names.
  NAME_WITH_REMARK: /(?<= → .* \/ ).*$/s,
  OWNER_HAS_LEFT: /^.*$/s,
};

/** Reported at the first of its rows, with their number. */
export const withRemarksOnce = (remarks: readonly ListProblem[]): ListProblem[] => {
  const rows = new Map<string, number>();
  const keyOf = ({ code, detail = '' }: ListProblem): string | null => {
    const alike = ALIKE_BY[code]?.exec(detail);
    return alike == null ? null : `${code} ${alike[0]}`;
  };
  for (const remark of remarks) {
    const key = keyOf(remark);
    if (key !== null) rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  const isNamed = new Set<string>();
  return remarks.flatMap((remark) => {
    const key = keyOf(remark);
    const count = key === null ? 1 : (rows.get(key) ?? 1);
    if (key === null || count < 2) return [remark];
    if (isNamed.has(key)) return [];
    isNamed.add(key);
    return [{ ...remark, detail: `${remark.detail} (×${count})` }];
  });
};
