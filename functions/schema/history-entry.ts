/** One accepted command in an account's history, as it is stored and as it is answered. */
import * as z from 'zod';
import type { AccountChange } from '../domain/account/account-change';
import type { AccountEvent, EventType } from '../domain/account/account-event';
import type { HistoryEntry } from '../domain/account/history';
import { CHANNELS, CHECK_RESULTS } from '../domain/status/code-lists';
import {
  accountSchema,
  activitySchema,
  bantAnswerSchema,
  contactSchema,
  distinctMarkSchema,
  opportunitySchema,
  productSchema,
} from './account';
import { checkedDate, instantSchema, statusSchema } from './scalars';

const { shape } = accountSchema;

/** A field of the account. */
const fieldChange = <Field extends keyof typeof shape>(field: Field) =>
  z.object({ path: z.literal(field), before: shape[field], after: shape[field] });

/** Empty before the first entry. */
const dateOrNone = z.union([checkedDate, z.literal('')]);

/** A part that is kept by ID: `field.id`. */
const partChange = <Field extends string, Part extends z.ZodType>(field: Field, part: Part) =>
  z.object({
    path: z.templateLiteral([`${field}.`, z.string()]),
    before: part.nullable(),
    after: part.nullable(),
  });

export const accountChangeSchema = z
  .union([
    z.discriminatedUnion('path', [
      fieldChange('name'),
      fieldChange('kana'),
      fieldChange('englishName'),
      fieldChange('corporateNumber'),
      fieldChange('securitiesCode'),
      fieldChange('address'),
      fieldChange('phone'),
      fieldChange('industry'),
      fieldChange('otherNames'),
      fieldChange('domains'),
      fieldChange('parentId'),
      fieldChange('formerNames'),
      fieldChange('status'),
      z.object({ path: z.literal('statusSince'), before: dateOrNone, after: dateOrNone }),
      fieldChange('everMet'),
      fieldChange('ownerId'),
      fieldChange('isOwnerId'),
      fieldChange('latentNeed'),
      fieldChange('nextCheck'),
      fieldChange('awaitedCondition'),
      fieldChange('awaitedContactId'),
      fieldChange('missedChecks'),
      fieldChange('unanswered'),
      fieldChange('lost'),
      fieldChange('lostCount'),
      fieldChange('badFit'),
      fieldChange('onFile'),
      fieldChange('merged'),
      fieldChange('proposal'),
      fieldChange('handOver'),
      fieldChange('debts'),
      fieldChange('withdrawn'),
    ]),
    // One after the other is tried until one fits: first what is changed most often.
    partChange('activities', activitySchema),
    partChange('sources', z.string()),
    partChange('bant', bantAnswerSchema),
    partChange('contacts', contactSchema),
    partChange('opportunities', opportunitySchema),
    partChange('products', productSchema),
    partChange('notDuplicateOf', distinctMarkSchema),
  ])
  .meta({ id: 'AccountChange' }) satisfies z.ZodType<AccountChange>;

const eventSchema = <Type extends EventType, Data extends z.ZodType>(type: Type, data: Data) =>
  z.object({
    type: z.literal(type),
    from: statusSchema,
    to: statusSchema,
    reason: z.string().nullable(),
    data,
    changes: z.array(accountChangeSchema),
  });

const noData = z.object({});
const mergeNames = z.object({
  fromId: z.string(),
  fromName: z.string(),
  intoId: z.string(),
  intoName: z.string(),
});

const contactMove = z.object({
  fromId: z.string(),
  fromName: z.string(),
  fromContactId: z.string(),
  fromVersion: z.int(),
  toId: z.string(),
  toName: z.string(),
  toContactId: z.string(),
  toVersion: z.int(),
});

const accountEventSchema = z
  .discriminatedUnion('type', [
    eventSchema('registered', noData),
    eventSchema('imported', noData),
    eventSchema(
      'statusChanged',
      z.object({ coordinatedWith: z.string().exactOptional(), movedTo: z.string().exactOptional() }),
    ),
    eventSchema(
      'activityLogged',
      z.object({
        activity: activitySchema,
        twoWay: z.boolean(),
        coordinatedWith: z.string().exactOptional(),
      }),
    ),
    eventSchema('meetingCorrected', z.object({ activity: activitySchema })),
    eventSchema('checkRecorded', z.object({ result: z.enum(CHECK_RESULTS) })),
    eventSchema('nextCheckSet', noData),
    eventSchema('revisitSet', noData),
    eventSchema('opportunityOpened', z.object({ coordinatedWith: z.string().exactOptional() })),
    eventSchema('opportunityHandedOver', noData),
    eventSchema('opportunityEdited', noData),
    eventSchema('opportunityAcknowledged', noData),
    eventSchema('opportunityReturned', noData),
    eventSchema('opportunityClosed', noData),
    eventSchema('contactSaved', noData),
    eventSchema('contactMoved', contactMove),
    eventSchema('contactErased', z.object({ contactId: z.string() })),
    eventSchema('productSaved', z.object({ fromId: z.string().exactOptional() })),
    eventSchema('bantSet', noData),
    eventSchema('detailsEdited', noData),
    eventSchema('ownerSet', noData),
    eventSchema('moveProposed', noData),
    eventSchema(
      'moveApproved',
      z.object({ proposalId: z.string(), note: z.string(), ownApproval: z.boolean() }),
    ),
    eventSchema('moveRejected', z.object({ proposalId: z.string(), note: z.string() })),
    eventSchema('badFitReviewed', z.object({ ownReview: z.boolean() })),
    eventSchema('rejudgementAsked', noData),
    eventSchema('linkCut', noData),
    eventSchema(
      'merged',
      z.union([
        mergeNames.extend({
          reason: z.enum(['DUPLICATE', 'MERGED', 'ACQUIRED']),
          survivorStatus: statusSchema,
          met: z.boolean().exactOptional(),
        }),
        noData,
      ]),
    ),
    eventSchema('unmerged', mergeNames.extend({ merge: z.int() })),
    eventSchema('notDuplicateMarked', z.object({ otherId: z.string(), otherName: z.string() })),
    eventSchema('handedOver', noData),
    eventSchema('handOverAcknowledged', noData),
    eventSchema('handOverReturned', noData),
    eventSchema('promisesKept', noData),
    eventSchema('debtsSettled', noData),
    eventSchema(
      'undone',
      z.object({
        undoes: z.int(),
        command: z.string(),
        other: z.object({ accountId: z.string(), version: z.int() }).exactOptional(),
      }),
    ),
  ])
  .meta({ id: 'AccountEvent' }) satisfies z.ZodType<AccountEvent>;

export const historyEntrySchema = z
  .object({
    accountId: z.string(),
    version: z.int().min(1),
    at: instantSchema,
    on: checkedDate,
    by: z.string().describe('Who decided it: a member, or `unknown-editor`.'),
    sentBy: z.string().exactOptional().describe('The member who sent it, where that is somebody else.'),
    channel: z.enum(CHANNELS),
    batch: z.string().nullable(),
    requestId: z.string(),
    command: z.string(),
    undoes: z.int().nullable(),
    events: z.array(accountEventSchema),
  })
  .meta({ id: 'HistoryEntry' }) satisfies z.ZodType<HistoryEntry>;
