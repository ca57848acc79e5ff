/** The data that commands bring: what was done, whom we speak with, what is used, and what a change of status asks for. */
import { z } from 'zod';
import {
  ACTIVITY_KINDS,
  BANT_KEYS,
  BANT_VALUES,
  CONTACT_STATES,
  OPPORTUNITY_OUTCOMES,
  PRODUCT_STATES,
} from '../domain/status/code-lists';
import {
  dateSchema as date,
  idSchema as id,
  longText,
  nameSchema as name,
  shortText,
  singleLineText,
  statusSchema as status,
} from '../schema/scalars';
import { keyOf } from '../schema/schema-of';

export const bantInput = z.partialRecord(z.enum(BANT_KEYS), keyOf(BANT_VALUES)).meta({ id: 'BantInput' });

export const activityInput = z
  .strictObject({
    kind: keyOf(ACTIVITY_KINDS),
    date: date.describe('Not after today.'),
    twoWay: z
      .boolean()
      .optional()
      .describe('Somebody answered. Default: false for calls and mails, true for visits.'),
    contactId: id.optional(),
    with: shortText.optional().describe('Person or department in words, where no contact is named.'),
    note: longText.optional(),
  })
  .meta({ id: 'ActivityInput' });

export const opportunityDraft = z
  .strictObject({
    product: shortText,
    fsOwnerId: id,
    since: date,
    handOverNote: z.strictObject({ metWith: longText, bant: longText, nextStep: longText }).partial(),
    amount: z.int().min(0).max(1e15).describe('Yen.'),
    note: longText,
    follows: id.describe('The lost opportunity that this one follows.'),
  })
  .partial()
  .meta({ id: 'OpportunityDraft' });

export const closingInput = z
  .strictObject({
    opportunityId: id,
    outcome: keyOf(OPPORTUNITY_OUTCOMES),
    on: date,
    lostReason: shortText.optional(),
    note: longText.optional(),
  })
  .meta({ id: 'ClosingInput' });

export const contactInput = z
  .strictObject({
    id: id
      .optional()
      .describe('Absent: the one present contact of that name or, where there is none, a new one.'),
    name: shortText.min(1),
    department: shortText.nullable().optional(),
    title: shortText.nullable().optional(),
    email: shortText.nullable().optional(),
    phone: shortText.nullable().optional(),
    state: keyOf(CONTACT_STATES).optional(),
    speaksWith: z.array(id).max(50).optional().describe('Members who speak with this person.'),
  })
  .meta({ id: 'ContactInput' });

export const productInput = z
  .strictObject({
    id: id.optional().describe('Absent: a product not yet noted on this account.'),
    product: shortText.min(1),
    state: keyOf(PRODUCT_STATES),
    since: date.nullable().optional(),
    endsOn: date.nullable().optional(),
    churnReason: longText.nullable().optional(),
    reference: shortText.nullable().optional(),
    confirmedBy: id.nullable().optional(),
    source: shortText.nullable().optional(),
  })
  .meta({ id: 'ProductInput' });

export const onFileInput = z
  .strictObject({
    reason: shortText.optional(),
    reasonText: longText.optional(),
    successorId: id.optional(),
    products: z.literal('successor').optional(),
    opportunities: z.literal('successor').optional(),
  })
  .meta({ id: 'OnFileInput' });

const lostInput = z
  .strictObject({
    on: date,
    reason: shortText,
    reasonText: longText,
    revisitOn: date,
    revisitTrigger: longText,
  })
  .partial();

const fitInput = z
  .strictObject({
    reason: shortText,
    reasonText: longText,
    explicitNeed: z.literal('none'),
    latentNeed: z.literal('none'),
    products: z.array(shortText).max(100),
  })
  .partial();

export const transitionData = z
  .strictObject({
    ownerId: id,
    action: activityInput.partial(),
    meeting: activityInput.omit({ kind: true, twoWay: true }).partial(),
    opportunity: opportunityDraft,
    closing: z.array(closingInput).max(50),
    bant: bantInput,
    latentNeed: longText,
    awaitedCondition: longText,
    contactId: id,
    contact: contactInput,
    nextCheckDate: date,
    lost: lostInput,
    product: productInput.omit({ state: true }).partial(),
    churn: z.array(z.strictObject({ productId: id, endsOn: date, reason: longText.min(1) })).max(50),
    fit: fitInput,
    onFile: onFileInput,
    coordinatedWith: shortText,
    reason: longText,
  })
  .partial()
  .meta({
    id: 'TransitionData',
    description: 'What a change of status asks for. What is missing comes back in `missing` of the refusal.',
  });

export const nextStatusInput = z
  .strictObject({ to: status, data: transitionData.optional() })
  .meta({ id: 'NextStatusInput' });

export const detailsInput = z
  .strictObject({
    name: name.min(1),
    kana: name.nullable(),
    englishName: name.nullable(),
    corporateNumber: singleLineText(40).nullable(),
    securitiesCode: singleLineText(20).nullable(),
    address: shortText.nullable(),
    phone: singleLineText(40).nullable(),
    industry: shortText.nullable(),
    domains: z.array(singleLineText(253)).max(20),
    parentId: id.nullable(),
  })
  .partial()
  .meta({ id: 'DetailsInput' });
