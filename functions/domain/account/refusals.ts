/** An expected refusal is a value with a stable code, a sentence in both languages, what to fill in, and what is legal now. */

import { GUARD_TEXTS, type GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import type { Text } from '../text/text';
import type { RequiredField } from './input-fields';
import type { AccountRefusalFacts, NoFacts, SuccessorFacts } from './refusal-facts';
import { REFUSAL_TEXTS } from './refusal-texts';

export type RefusalCode = keyof typeof REFUSAL_TEXTS | GuardCode;

export interface RefusalReason {
  code: RefusalCode;
  message: Text;
}

export interface RefusalWith<Code extends RefusalCode, Facts> {
  /** The first reason; stable. */
  code: Code;
  message: Text;
  /** Every rule that refuses, the first one included. */
  reasons: readonly RefusalReason[];
  /** What to fill in; a form can be made from it. */
  missing: readonly RequiredField[];
  /** Statuses that the account may change to now, from where it stands. */
  legal: readonly Status[];
  /** Facts of the case: which date, which account, who changed what. */
  facts: Facts & SuccessorFacts;
}

type AccountRefusalCode = keyof AccountRefusalFacts;
type AccountRefusal<Code extends AccountRefusalCode> = {
  [C in Code]: RefusalWith<C, AccountRefusalFacts[C]>;
}[Code];

/** What the steps of an account refuse with. */
export type Refusal = AccountRefusal<AccountRefusalCode>;

const TEXTS: Readonly<Record<RefusalCode, Text>> = { ...REFUSAL_TEXTS, ...GUARD_TEXTS };

export const refusalText = (code: RefusalCode): Text => TEXTS[code];

const refusalReason = (code: RefusalCode): RefusalReason => ({ code, message: refusalText(code) });

interface RefusalDetails extends Partial<Pick<Refusal, 'missing' | 'legal'>> {
  /** Codes of other rules that refuse as well. */
  furtherCodes?: readonly RefusalCode[];
}

/** Makes a refusal of the steps of an account; the type of the facts follows from the code. Commands have further codes: see rule-refusal.ts. */
export function refuse<Code extends AccountRefusalCode>(
  code: Code,
  details: RefusalDetails & { facts: AccountRefusalFacts[Code] },
): AccountRefusal<Code>;
export function refuse<Code extends Exclude<RefusalCode, AccountRefusalCode>, const Facts extends object>(
  code: Code,
  details: RefusalDetails & { facts: Facts },
): RefusalWith<Code, Facts>;
export function refuse<Code extends RefusalCode>(
  code: Code,
  details?: RefusalDetails,
): RefusalWith<Code, NoFacts>;
export function refuse(
  code: RefusalCode,
  { furtherCodes = [], missing = [], legal = [], facts = {} }: RefusalDetails & { facts?: object } = {},
): RefusalWith<RefusalCode, object> {
  return {
    ...refusalReason(code),
    reasons: [code, ...furtherCodes].map(refusalReason),
    missing,
    legal,
    facts,
  };
}

/** Every code that a command can be refused with, for the documentation and the tests. */
export const REFUSAL_CODES: readonly RefusalCode[] = keysOf(TEXTS);

export const isRefusal = <T extends object>(result: T): result is Extract<T, { reasons: unknown }> =>
  'reasons' in result;
