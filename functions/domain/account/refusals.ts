/** An expected refusal is a value with a stable code, a sentence in both languages, what to fill in, and what is legal now. */

import { GUARD_TEXTS, type GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import type { Text } from '../text/text';
import type { RequiredField } from './input-fields';
import { REFUSAL_TEXTS } from './refusal-texts';

export type RefusalCode = keyof typeof REFUSAL_TEXTS | GuardCode;

export interface RefusalReason {
  code: RefusalCode;
  message: Text;
}

export interface Refusal {
  /** The first reason; stable. */
  code: RefusalCode;
  message: Text;
  /** Every rule that refuses, the first one included. */
  reasons: readonly RefusalReason[];
  /** What to fill in; a form can be made from it. */
  missing: readonly RequiredField[];
  /** Statuses that the account may change to now, from where it stands. */
  legal: readonly Status[];
  /** Facts of the case: which date, which account, who changed what. */
  facts: Readonly<Record<string, unknown>>;
}

export const refusalText = (code: RefusalCode): Text =>
  code in GUARD_TEXTS ? GUARD_TEXTS[code as GuardCode] : REFUSAL_TEXTS[code as keyof typeof REFUSAL_TEXTS];

const refusalReason = (code: RefusalCode): RefusalReason => ({ code, message: refusalText(code) });

export const refuse = (
  codes: RefusalCode | readonly [RefusalCode, ...RefusalCode[]],
  more: Partial<Pick<Refusal, 'missing' | 'legal' | 'facts'>> = {},
): Refusal => {
  const all: readonly [RefusalCode, ...RefusalCode[]] = typeof codes === 'string' ? [codes] : codes;
  return {
    ...refusalReason(all[0]),
    reasons: all.map(refusalReason),
    missing: [],
    legal: [],
    facts: {},
    ...more,
  };
};

/** Every code that a command can be refused with, for the documentation and the tests. */
export const REFUSAL_CODES = [
  ...Object.keys(REFUSAL_TEXTS),
  ...Object.keys(GUARD_TEXTS),
] as readonly RefusalCode[];

export const isRefusal = (result: object): result is Refusal => 'reasons' in result;
