/** The commands that callers may give. */
import * as z from 'zod';
import type { CallerCommand } from '../domain/commands/command-table';
import { CHECK_RESULTS } from '../domain/status/code-lists';
import {
  activityInput,
  bantInput,
  closingInput,
  contactInput,
  detailsInput,
  nextStatusInput,
  onFileInput,
  opportunityDraft,
  productInput,
  transitionData,
} from '../schema/command-inputs';
import {
  dateSchema as date,
  filledText,
  idSchema as id,
  longText,
  nameSchema,
  shortText,
  statusSchema as status,
} from '../schema/scalars';
import { distinctListOf } from '../schema/schema-of';
import { mergeReasonSchema } from './merge-preview';

const note = longText.exactOptional();
const data = transitionData.exactOptional();

export const commandSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('register'),
      details: detailsInput.required({ name: true }),
      status,
      data,
      notDuplicateOf: distinctListOf(id, 50)
        .exactOptional()
        .describe('Accounts that the caller has looked at: they are other companies.'),
    }),
    z.strictObject({ type: z.literal('changeStatus'), to: status, data }),
    z.strictObject({
      type: z.literal('putOnFile'),
      onFile: onFileInput,
      data: transitionData.omit({ onFile: true }).exactOptional(),
    }),
    z.strictObject({ type: z.literal('propose'), to: status, data, note }),
    z.strictObject({ type: z.literal('restore'), to: status, data, note }),
    z.strictObject({
      type: z.literal('approve'),
      proposalId: id,
      note: longText.min(1),
      products: distinctListOf(filledText, 50)
        .min(1)
        .exactOptional()
        .describe('Of a bad fit: those of `toJudge` of its facts, which it does not fit either.'),
    }),
    z.strictObject({ type: z.literal('reject'), proposalId: id, note: longText.min(1) }),
    z.strictObject({
      type: z.literal('reviewBadFit'),
      to: status.describe('BAD_FIT: it stays one, judged against our products of today.'),
      data,
      judgeId: id
        .exactOptional()
        .describe('It stays a bad fit, and this member is asked to judge it once more: a sample.'),
      note: longText.min(1),
    }),
    z.strictObject({ type: z.literal('cutLink'), reason: longText.min(1) }),
    z.strictObject({
      type: z.literal('merge'),
      intoId: id,
      intoVersion: z
        .int()
        .min(0)
        .exactOptional()
        .describe(
          'The version of the survivor that it was made on: a later change that matters is a conflict.',
        ),
      reason: mergeReasonSchema,
      survivorStatus: status
        .exactOptional()
        .describe('Confirmed by a person. Absent: MERGE_CONFIRM says what would become of both.'),
      data: transitionData
        .omit({ onFile: true })
        .exactOptional()
        .describe(
          'For the survivor. Parts that it takes over have IDs ending in `@` and the ID of this account.',
        ),
      note,
      preview: z
        .boolean()
        .exactOptional()
        .describe('Changes nothing, and answers what would become of both.'),
    }),
    z.strictObject({ type: z.literal('unmerge'), reason: longText.min(1) }),
    z.strictObject({ type: z.literal('markNotDuplicate'), otherId: id, reason: note }),
    z.strictObject({
      type: z.literal('logActivity'),
      activity: activityInput,
      coordinatedWith: shortText.exactOptional(),
      nextCheckDate: date
        .exactOptional()
        .describe("The customer's own day, of an account in the quarterly check."),
    }),
    z.strictObject({ type: z.literal('correctMeeting'), activityId: id, reason: longText }),
    z.strictObject({
      type: z.literal('recordCheck'),
      result: z.enum(CHECK_RESULTS),
      activity: activityInput,
      data,
    }),
    z.strictObject({ type: z.literal('setNextCheck'), date, reason: note }),
    z
      .strictObject({ type: z.literal('setRevisit'), date, reason: note })
      .describe('Another day on which a lost account is spoken to again.'),
    z.strictObject({
      type: z.literal('setAwaited'),
      contact: contactInput.exactOptional(),
      contactId: id.exactOptional(),
      awaitedCondition: longText.nullable().exactOptional(),
    }),
    z.strictObject({
      type: z.literal('addOpportunity'),
      opportunity: opportunityDraft,
      data: transitionData.omit({ opportunity: true }).exactOptional(),
    }),
    z
      .strictObject({
        type: z.literal('editOpportunity'),
        opportunityId: id,
        nextStep: longText.exactOptional(),
        department: shortText.nullable().exactOptional(),
        expectedOn: date.nullable().exactOptional().describe('Today or later, within five years.'),
        amount: z.int().min(0).max(1e15).nullable().exactOptional().describe('Yen.'),
        probability: z
          .int()
          .min(0)
          .max(100)
          .nullable()
          .exactOptional()
          .describe('Of winning it, in percent.'),
      })
      .describe('What is expected of an open opportunity; null takes back what was said.'),
    z.strictObject({
      type: z.literal('closeOpportunity'),
      closing: closingInput,
      decision: nextStatusInput.exactOptional(),
    }),
    z.strictObject({ type: z.literal('saveContact'), contact: contactInput }),
    z.strictObject({
      type: z.literal('eraseContact'),
      contactId: id,
      spellings: distinctListOf(filledText, 20)
        .exactOptional()
        .describe('Further words that texts call the person by; they are not kept.'),
      reason: note,
    }),
    z
      .strictObject({
        type: z.literal('moveContact'),
        contactId: id,
        toId: id.describe('The account of the company that the person is with now.'),
        department: shortText.exactOptional(),
        title: shortText.exactOptional(),
        email: shortText.exactOptional(),
        phone: shortText.exactOptional(),
      })
      .describe(
        'A change of job: the person has left here and is a contact there, each with a link to the other. What is said of department, title, mail and phone is that of the new company.',
      ),
    z.strictObject({
      type: z.literal('saveProduct'),
      product: productInput,
      decision: nextStatusInput.exactOptional(),
    }),
    z.strictObject({
      type: z.literal('setBant'),
      bant: bantInput,
      latentNeed: longText.nullable().exactOptional(),
    }),
    z.strictObject({ type: z.literal('editDetails'), details: detailsInput }),
    z.strictObject({
      type: z.literal('addFormerName'),
      name: nameSchema.min(1),
      until: date.exactOptional(),
    }),
    z.strictObject({
      type: z.literal('handOver'),
      toId: id,
      note: longText.min(1),
      promises: note,
      withOpportunities: z
        .boolean()
        .exactOptional()
        .describe('Open opportunities that are in the hands of its owner go along.'),
    }),
    z
      .strictObject({ type: z.literal('handOverInsideSales'), toId: id, note: longText.min(1) })
      .describe('To whom the account goes back if field sales returns it; its owner stays.'),
    z.strictObject({
      type: z.literal('handOverOpportunity'),
      opportunityId: id,
      toId: id,
      note: longText.min(1),
    }),
    z
      .strictObject({ type: z.literal('acknowledgeHandOver'), accept: z.boolean(), note })
      .describe('Of all that was handed over to the caller: the account, and opportunities on it.'),
    z
      .strictObject({ type: z.literal('keepPromises'), note })
      .describe('What was promised to the customer when the account was handed over is done.'),
    z.strictObject({ type: z.literal('fillIn'), data: transitionData }),
    z
      .strictObject({ type: z.literal('quickEntry'), text: longText })
      .describe(
        'One line, as people type it on a phone: `>4 2026-11-10 予算待ち`, `面談 10/3 佐藤様 来週見積`, `電話 不在`. It is understood whole, or refused.',
      ),
    z.strictObject({ type: z.literal('undo'), version: z.int().min(1) }),
  ])
  .meta({ id: 'Command' }) satisfies z.ZodType<CallerCommand>;
