/** An account and its parts, as they are stored and as they are answered. */
import * as z from 'zod';
import type { AccountRecord } from '../domain/account/account-record';
import {
  ACTIVITY_KINDS,
  BANT_VALUES,
  CONTACT_STATES,
  OPPORTUNITY_OUTCOMES,
  PRODUCT_STATES,
} from '../domain/status/code-lists';
import { GUARD_TEXTS } from '../domain/status/guard-texts';
import { transitionData } from './command-inputs';
import { checkedDate as date, instantSchema, statusSchema } from './scalars';
import { keyOf } from './schema-of';

const nullable = z.string().nullable();
export const guardSchema = keyOf(GUARD_TEXTS).meta({ id: 'Guard', description: 'What a status asks for.' });
export const bantAnswerSchema = z
  .object({ value: z.enum(BANT_VALUES), on: date.nullable(), by: nullable })
  .meta({ id: 'BantAnswer' });

const contactLinkSchema = z
  .strictObject({
    accountId: z.string(),
    contactId: z.string(),
    company: z.string().describe('As it was called then.'),
    on: date,
  })
  .meta({ id: 'ContactLink' });

export const contactSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    department: nullable,
    title: nullable,
    email: nullable,
    phone: nullable,
    state: z
      .enum([...CONTACT_STATES, 'erased'])
      .describe("`erased`: the person's data has been taken out of the account and its history."),
    speaksWith: z.array(z.string()),
    role: z.string().exactOptional().describe('In a purchase, in words. Absent while nobody has said.'),
    doNotContact: z.literal(true).exactOptional().describe('They asked not to be contacted.'),
    daysBetween: z
      .int()
      .min(1)
      .max(365)
      .exactOptional()
      .describe('Days that lie between two contacts of ours at least.'),
    movedTo: contactLinkSchema
      .exactOptional()
      .describe('The company that the person went to from here, and the contact that they are there.'),
    movedFrom: contactLinkSchema.exactOptional(),
  })
  .meta({ id: 'Contact' });
export const nextCheckSchema = z.strictObject({
  date,
  origin: z.enum(['cadence', 'customer', 'retry']),
  base: date,
  retryOf: z
    .strictObject({ dueOn: date, late: z.boolean() })
    .describe('Of a retry: when the check was due, and whether that day was over when nobody answered.')
    .exactOptional(),
});
export const opportunitySchema = z
  .strictObject({
    id: z.string(),
    product: z.string(),
    fsOwnerId: z.string(),
    since: date,
    state: z.enum(['open', ...OPPORTUNITY_OUTCOMES]),
    closedOn: date.nullable(),
    amount: z.number().nullable(),
    department: z.string().exactOptional().describe('Of the customer. Absent while nobody has said.'),
    expectedOn: date.exactOptional().describe('The day on which its owner expects the decision.'),
    probability: z
      .int()
      .min(0)
      .max(100)
      .exactOptional()
      .describe('Of winning it, as its owner judges, in percent.'),
    handOverNote: z.strictObject({ metWith: z.string(), bant: z.string(), nextStep: z.string() }),
    lostReason: nullable,
    note: nullable,
    follows: nullable,
    handOver: z
      .strictObject({
        id: z.string(),
        by: z.string(),
        on: date,
        fromId: nullable,
        note: nullable,
        acknowledgedOn: date.nullable(),
      })
      .nullable()
      .default(null)
      .describe('The latest to its field sales owner; null where this member opened it.'),
  })
  .meta({ id: 'Opportunity' });
export const productSchema = z
  .strictObject({
    id: z.string(),
    product: z.string(),
    state: z.enum(PRODUCT_STATES),
    since: date.nullable(),
    endsOn: date.nullable(),
    churnReason: nullable,
    reference: nullable,
    confirmedBy: nullable,
    source: nullable,
  })
  .meta({ id: 'ProductUse' });
export const activitySchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(ACTIVITY_KINDS),
    date,
    contactId: nullable,
    with: z.string(),
    by: z.string(),
    note: nullable,
  })
  .meta({ id: 'LoggedActivity' });
/** That somebody has looked at another account and said not to be the same company. */
export const distinctMarkSchema = z.strictObject({ on: date, by: z.string() });

export const accountSchema = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    name: z.string(),
    kana: nullable,
    englishName: nullable,
    corporateNumber: nullable,
    securitiesCode: nullable,
    address: nullable,
    phone: nullable,
    industry: nullable,
    otherNames: z.array(z.string()).default([]),
    domains: z.array(z.string()),
    parentId: nullable,
    formerNames: z.array(z.strictObject({ name: z.string(), until: date })),
    sources: z.record(z.string(), z.string()),
    status: statusSchema,
    statusSince: date,
    everMet: z.boolean(),
    ownerId: nullable,
    isOwnerId: nullable,
    contacts: z.record(z.string(), contactSchema),
    opportunities: z.record(z.string(), opportunitySchema),
    products: z.record(z.string(), productSchema),
    activities: z.record(z.string(), activitySchema),
    bant: z.strictObject({
      budget: bantAnswerSchema,
      authority: bantAnswerSchema,
      need: bantAnswerSchema,
      timing: bantAnswerSchema,
    }),
    latentNeed: nullable,
    nextCheck: nextCheckSchema.nullable(),
    awaitedCondition: nullable,
    awaitedContactId: nullable,
    missedChecks: z.int(),
    unanswered: z.int(),
    lost: z
      .strictObject({
        on: date,
        reason: z.string(),
        reasonText: nullable,
        revisitOn: date.nullable(),
        revisitTrigger: nullable,
      })
      .nullable(),
    lostCount: z.int(),
    badFit: z
      .strictObject({
        on: date,
        by: z.string(),
        reason: z.string(),
        note: nullable,
        products: z.array(z.string()),
        reviewedBy: nullable,
        reviewOn: date,
        rejudgement: z
          .strictObject({ memberId: z.string(), by: z.string(), on: date })
          .nullable()
          .default(null)
          .describe('Somebody who is asked to judge it once more.'),
      })
      .nullable(),
    onFile: z
      .strictObject({
        on: date,
        reason: z.string(),
        reasonText: nullable,
        successorId: nullable,
        from: statusSchema,
      })
      .nullable(),
    merged: z
      .strictObject({
        intoId: z.string(),
        version: z.int(),
        intoVersion: z.int(),
        by: z.string(),
        at: instantSchema,
      })
      .nullable()
      .default(null),
    notDuplicateOf: z.record(z.string(), distinctMarkSchema).default({}),
    proposal: z
      .strictObject({
        id: z.string(),
        by: z.string(),
        on: date,
        from: statusSchema,
        to: statusSchema,
        data: transitionData.describe('Of the request: approved, its guards are asked again.'),
        note: nullable,
        inEffect: z.boolean(),
      })
      .nullable(),
    handOver: z
      .strictObject({
        id: z.string(),
        by: z.string(),
        on: date,
        fromId: nullable,
        toId: z.string(),
        note: z.string(),
        promises: nullable,
        acknowledgedOn: date.nullable(),
        promisesKeptOn: date.exactOptional().describe('Absent until somebody has said so.'),
      })
      .nullable(),
    debts: z.array(guardSchema),
    withdrawn: z.boolean(),
  })
  .meta({ id: 'Account' }) satisfies z.ZodType<AccountRecord>;
