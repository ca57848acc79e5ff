/** The lists of codes that fields are chosen from, with their labels, and what a rule has to know of them. */
import type { Text } from '../text/text';

/** Code to label; teams add codes of their own to some lists in the settings. */
export type CodeList = Readonly<Record<string, Text>>;

export const hasCode = (list: CodeList, code: string | null | undefined): boolean =>
  code != null && Object.keys(list).includes(code);

/** The code whose meaning has to be put in words. */
export const OTHER = 'OTHER';

/** Why an account goes into another one. */
export type MergeReason = 'DUPLICATE' | 'MERGED' | 'ACQUIRED';

/** On-file reasons that must say which account stands for this one from now on. */
export const REASONS_WITH_SUCCESSOR: readonly string[] = [
  'DUPLICATE',
  'MERGED',
  'ACQUIRED',
] satisfies MergeReason[];

export const BANT_KEYS = ['budget', 'authority', 'need', 'timing'] as const;
export type BantKey = (typeof BANT_KEYS)[number];

export const BANT_VALUES = ['yes', 'no', 'unclear', 'unknown'] as const;
export type BantValue = (typeof BANT_VALUES)[number];

export const ACTIVITY_KINDS = ['meeting', 'call', 'mail', 'visit', 'note'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const OPPORTUNITY_OUTCOMES = ['won', 'lost', 'returned'] as const;
export type OpportunityOutcome = (typeof OPPORTUNITY_OUTCOMES)[number];

export const PRODUCT_STATES = ['prospect', 'live', 'ended', 'lost'] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

export const CONTACT_STATES = ['present', 'left', 'moved'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export const CHECK_RESULTS = ['stillWaiting', 'becameDeal', 'needGone', 'noAnswer', 'badFit'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** A trigger speaks for whoever installed it, not for who typed. */
export const CHANNELS = ['menu', 'sidebar', 'cell', 'trigger', 'import', 'api', 'schedule'] as const;
export type Channel = (typeof CHANNELS)[number];
