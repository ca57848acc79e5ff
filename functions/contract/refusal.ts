/** A rule that says no to what happens to one account. */
import * as z from 'zod';
import { INPUT_FIELD_LABELS } from '../domain/account/input-field-texts';
import { INVARIANT_TEXTS } from '../domain/account/invariant-texts';
import type { AccountRefusalFacts } from '../domain/account/refusal-facts';
import type { Refusal } from '../domain/account/refusals';
import { ROLES } from '../domain/account/team';
import { ACTIVITY_KINDS, BANT_VALUES, CHECK_RESULTS } from '../domain/status/code-lists';
import { GUARD_TEXTS } from '../domain/status/guard-texts';
import { ILLEGAL_TRANSITION_TEXTS } from '../domain/status/illegal-transition-texts';
import { transitionData } from '../schema/command-inputs';
import { checkedDate, statusSchema } from '../schema/scalars';
import { keyOf, listOf } from '../schema/schema-of';
import { inputIssueSchema } from './issue';
import { refusalUnion, sharedFacts } from './refusal-union';
import { textSchema } from './text';

const date = checkedDate.exactOptional();
const status = statusSchema.exactOptional();
const limit = z.int().exactOptional();
const namedParts = z.array(z.strictObject({ id: z.string(), product: z.string() })).exactOptional();
const linkProblem = z.enum(['itself', 'unknown', 'circle']);

/** The code says it all. */
const noFacts = z.strictObject({}).meta({ title: 'PlainRefusal' });

const transitionFacts = z
  .strictObject({
    from: status,
    to: status,
    suggested: status.describe('The status that fits instead.'),
    'lost.on': date.describe('In the future.'),
    unlikely: z
      .array(z.strictObject({ field: keyOf(INPUT_FIELD_LABELS), date: checkedDate }))
      .exactOptional()
      .describe('Dates that lie years away, each under the name of its field.'),
    open: namedParts.describe('Opportunities that are open still.'),
    products: namedParts.describe('In use still.'),
    nextCheckDate: date,
    nextBusinessDay: date.describe('The first day that would do.'),
    latest: date.describe('The last day that would do.'),
    successorId: z.string().nullable().exactOptional().describe('The account that stands for it, or would.'),
    problem: linkProblem.exactOptional(),
    with: z
      .array(z.strictObject({ id: z.string(), name: z.string() }))
      .exactOptional()
      .describe('Members with whom it is to be coordinated.'),
    need: z.enum(BANT_VALUES).exactOptional().describe('On record against a bad fit.'),
    latentNeed: z.string().nullable().exactOptional(),
    was: statusSchema.nullable().exactOptional().describe('The status before it was put on file.'),
  })
  .meta({ title: 'TransitionRefusal' });

const moveFacts = z
  .strictObject({ from: statusSchema, to: statusSchema })
  .meta({ title: 'IllegalTransitionRefusal' });
const opportunityFacts = z.strictObject({ opportunityId: z.string() }).meta({ title: 'OpportunityRefusal' });
const proposalFacts = z.strictObject({ proposalId: z.string() }).meta({ title: 'ProposalRefusal' });

export const refusalSchema: z.ZodType<Refusal> = refusalUnion<AccountRefusalFacts>({
  ...sharedFacts(INVARIANT_TEXTS, noFacts),
  ...sharedFacts(GUARD_TEXTS, transitionFacts),
  ...sharedFacts(ILLEGAL_TRANSITION_TEXTS, moveFacts),
  BANT_ALL_YES: transitionFacts,
  NEED_AGREED: transitionFacts,
  DECISION_NEEDED: transitionFacts,
  NEED_RECORDED: transitionFacts,
  DATE_UNLIKELY: transitionFacts,
  DATA_INCOMPLETE: transitionFacts,
  PRODUCT_MISPLACED: transitionFacts,
  PRODUCTS_NOT_SET: transitionFacts,
  APPROVAL_NOT_NEEDED: noFacts,
  CHECK_NOT_RUNNING: noFacts,
  CODE_UNKNOWN: z.strictObject({ lostReason: z.string() }),
  CONTACT_NAME_NEEDED: noFacts,
  CONTACT_TWO_WAY: z.strictObject({
    kind: z.enum(ACTIVITY_KINDS).exactOptional(),
    result: z.enum(CHECK_RESULTS).exactOptional(),
    twoWay: z.boolean(),
  }),
  CONTACT_UNKNOWN: z.strictObject({ contactId: z.string() }),
  DATE_IN_FUTURE: z
    .strictObject({
      ...transitionFacts.shape,
      since: date,
      on: date,
      date,
      endsOn: date,
      statusSince: date,
      until: date,
    })
    .describe('The date, under the name of its field.'),
  DATA_UNUSED: z.strictObject({ unused: z.array(keyOf(transitionData.shape)) }),
  DATES_REVERSED: z.strictObject({ on: date, since: date, endsOn: date }),
  EXPECTED_DATE: z.strictObject({ expectedOn: checkedDate, latest: checkedDate }),
  FIELD_SALES_OWNER: z.strictObject({ memberId: z.string(), role: keyOf(ROLES) }),
  LIMIT_REACHED: z
    .strictObject({
      contacts: limit,
      opportunities: limit,
      products: limit,
      formerNames: limit,
      notDuplicateOf: limit,
      parts: limit,
      bytes: limit,
    })
    .describe('So many there may be, of what is too many.'),
  MEMBER_UNKNOWN: z.strictObject({ memberId: z.string() }),
  NOTE_NEEDED: noFacts,
  OPPORTUNITY_CLOSED: opportunityFacts,
  OPPORTUNITY_UNKNOWN: opportunityFacts,
  OWNER_HANDS_OVER: z.strictObject({ ownerId: z.string().nullable() }),
  PARENT_REFUSED: z.strictObject({ parentId: z.string(), problem: linkProblem }),
  PRODUCT_NOT_OURS: z.strictObject({ product: z.string() }),
  PRODUCT_OVER: z.strictObject({ endsOn: checkedDate }),
  PRODUCT_UNKNOWN: z.strictObject({ productId: z.string() }),
  PROPOSAL_PENDING: proposalFacts,
  PROPOSAL_UNKNOWN: proposalFacts,
}).meta({ id: 'Refusal' });

/** A request that does not fit the contract, in a block of others that may. */
export const invalidRequestSchema = z
  .strictObject({
    code: z.literal('REQUEST_INVALID'),
    message: textSchema,
    issues: listOf(inputIssueSchema),
  })
  .meta({ id: 'InvalidRequest' });
