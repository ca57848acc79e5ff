/** The data that commands bring: what was done, whom we speak with, what is used, and what a change of status asks for. */
import * as z from 'zod';
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
  filledText,
  idSchema as id,
  longText,
  nameSchema as name,
  shortText,
  singleLineText,
  statusSchema as status,
} from './scalars';
import { distinctListOf } from './schema-of';

export const bantInput = z.partialRecord(z.enum(BANT_KEYS), z.enum(BANT_VALUES)).meta({ id: 'BantInput' });

const confirmed = z
  .boolean()
  .describe('Asked for where a date of it lies years away: it was looked at again.');

export const activityInput = z
  .strictObject({
    kind: z.enum(ACTIVITY_KINDS),
    date: date.describe('Not after today.'),
    twoWay: z
      .boolean()
      .exactOptional()
      .describe('Somebody answered. Default: false for calls and mails, true for visits.'),
    contactId: id.exactOptional(),
    with: shortText.exactOptional().describe('Person or department in words, where no contact is named.'),
    note: longText.exactOptional(),
    confirmed: confirmed.exactOptional(),
  })
  .meta({ id: 'ActivityInput' });

export const opportunityDraft = z
  .strictObject({
    product: shortText,
    fsOwnerId: id,
    since: date,
    handOverNote: z.strictObject({ metWith: longText, bant: longText, nextStep: longText }).exactPartial(),
    department: shortText.describe('Of the customer, where several of one company buy.'),
    expectedOn: date.describe('The day of the decision: today or later, within five years.'),
    amount: z.int().min(0).max(1e15).describe('Yen.'),
    probability: z.int().min(0).max(100).describe('Of winning it, in percent.'),
    note: longText,
    follows: id.describe('The lost opportunity that this one follows.'),
    confirmed,
  })
  .exactPartial()
  .meta({ id: 'OpportunityDraft' });

export const closingInput = z
  .strictObject({
    opportunityId: id,
    outcome: z.enum(OPPORTUNITY_OUTCOMES),
    on: date,
    lostReason: shortText.exactOptional(),
    note: longText.exactOptional(),
  })
  .meta({ id: 'ClosingInput' });

export const contactInput = z
  .strictObject({
    id: id
      .exactOptional()
      .describe('Absent: the one present contact of that name or, where there is none, a new one.'),
    name: shortText.exactOptional().describe('May be absent where the ID says who it is.'),
    department: shortText.nullable().exactOptional(),
    title: shortText.nullable().exactOptional(),
    email: shortText.nullable().exactOptional(),
    phone: shortText.nullable().exactOptional(),
    state: z.enum(CONTACT_STATES).exactOptional(),
    speaksWith: distinctListOf(id, 50).exactOptional().describe('Members who speak with this person.'),
    role: shortText.nullable().exactOptional().describe('In a purchase, in words.'),
    doNotContact: z.boolean().exactOptional().describe('They asked not to be contacted.'),
    daysBetween: z
      .int()
      .min(1)
      .max(365)
      .nullable()
      .exactOptional()
      .describe('Days that lie between two contacts of ours at least.'),
  })
  .meta({ id: 'ContactInput' });

export const productInput = z
  .strictObject({
    id: id.exactOptional().describe('Absent: a product not yet noted on this account.'),
    product: filledText,
    state: z.enum(PRODUCT_STATES),
    since: date.nullable().exactOptional(),
    endsOn: date.nullable().exactOptional(),
    churnReason: longText.nullable().exactOptional(),
    reference: shortText.nullable().exactOptional(),
    confirmedBy: id.nullable().exactOptional(),
    source: shortText.nullable().exactOptional(),
    confirmed: confirmed.exactOptional(),
  })
  .meta({ id: 'ProductInput' });

export const onFileInput = z
  .strictObject({
    reason: shortText.exactOptional(),
    reasonText: longText.exactOptional(),
    successorId: id.exactOptional(),
    products: z.literal('successor').exactOptional(),
    opportunities: z.literal('successor').exactOptional(),
  })
  .meta({ id: 'OnFileInput' });

const churnInput = z.strictObject({
  productId: id,
  endsOn: date,
  reason: longText.min(1),
  confirmed: confirmed.exactOptional(),
});

const lostInput = z
  .strictObject({
    on: date,
    reason: shortText,
    reasonText: longText,
    revisitOn: date,
    revisitTrigger: longText,
    confirmed,
  })
  .exactPartial();

const fitInput = z
  .strictObject({
    reason: shortText,
    reasonText: longText,
    explicitNeed: z.literal('none'),
    latentNeed: z.literal('none'),
    products: distinctListOf(shortText, 100),
    recordedNeed: z
      .literal('gone')
      .describe('Asked for where a need is on record: it is gone, and the record says so from now on.'),
  })
  .exactPartial();

export const transitionData = z
  .strictObject({
    ownerId: id,
    action: activityInput.exactPartial(),
    meeting: activityInput.omit({ kind: true, twoWay: true }).exactPartial(),
    opportunity: opportunityDraft,
    closing: z.array(closingInput).max(50),
    bant: bantInput,
    latentNeed: longText,
    awaitedCondition: longText,
    contactId: id,
    contact: contactInput,
    nextCheckDate: date,
    lost: lostInput,
    product: productInput.omit({ state: true }).exactPartial(),
    churn: z.array(churnInput).max(50),
    fit: fitInput,
    onFile: onFileInput,
    coordinatedWith: shortText,
    reason: longText,
  })
  .exactPartial()
  .meta({
    id: 'TransitionData',
    description: 'What a change of status asks for. What is missing comes back in `missing` of the refusal.',
  });

export const nextStatusInput = z
  .strictObject({ to: status, data: transitionData.exactOptional() })
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
    otherNames: distinctListOf(name.min(1), 20).describe(
      'Brands, shop names and abbreviations that it is known by: it is found by them as by its name.',
    ),
    domains: distinctListOf(singleLineText(253), 20),
    parentId: id.nullable(),
  })
  .exactPartial()
  .meta({ id: 'DetailsInput' });
