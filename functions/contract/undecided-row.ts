/** Rows of a list that are likely a company of the register, or a row before them: what a person needs to decide, the rules for many, and what was decided. */
import * as z from 'zod';
import { MATCHING_TRAITS } from '../domain/company/duplicates';
import {
  GROUP_RULES,
  type GroupRule,
  LIKELY_GROUPS,
  type LikelyGroup,
} from '../domain/company/likely-company';
import { keysOf } from '../domain/status/table-keys';
import { statusSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { textSchema } from './text';

const GROUPS = keysOf(LIKELY_GROUPS);

export const likelyGroupSchema = z.enum(GROUPS).meta({ id: 'LikelyGroup' });

const ruleText = `(${GROUPS.join('|')}):(${GROUP_RULES.join('|')})`;

/** Of a group that is named twice the last one counts. */
export const groupRulesParameter = z
  .string()
  .max(200)
  .regex(new RegExp(`^${ruleText}(,${ruleText})*$`))
  .exactOptional()
  .describe(
    'What is decided of all rows of a group: `GROUP:RULE`, comma-separated. `same`: the row is that account, where only one of the group fits; `another`: a company of its own; `ask`: it is left out until somebody decides. As in `sameName:same,otherFacts:another`. What was decided of a single row comes first. What a rule has made of a row holds for the next files of the list, too, unless the import is undone.',
  );

export const parseGroupRules = (rules: string | undefined): Partial<Record<LikelyGroup, GroupRule>> =>
  Object.fromEntries(
    (rules ?? '')
      .split(',')
      .filter((rule) => rule !== '')
      .map((rule) => rule.split(':')),
  );

const rowFields = {
  line: z.int(),
  name: z.string().describe('As the list has it.'),
  row: z.string().describe('The row in this file and in the next one: for a decision by `rows`.'),
};

/** The account that a row may be, as somebody needs it for a decision. */
const accountFields = {
  accountId: z.string(),
  name: z.string(),
  status: statusSchema,
  owner: z.string().nullable().describe('Name of the member who owns it.'),
  address: z.string().nullable(),
};

export const undecidedRowSchema = z
  .strictObject({
    ...rowFields,
    group: likelyGroupSchema,
    groupText: textSchema,
    earlierLine: z
      .int()
      .nullable()
      .describe('The row of the file that it likely is; null where it is likely an account.'),
    accounts: listOf(z.strictObject({ ...accountFields, why: listOf(z.enum(MATCHING_TRAITS)) })).describe(
      'The surest first, 5 at most.',
    ),
    accountCount: z.int(),
  })
  .meta({ id: 'UndecidedRow', description: 'A row of a list that nobody has decided: likely one of these.' });
export type UndecidedRowView = z.output<typeof undecidedRowSchema>;

export const similarRowSchema = z
  .strictObject({
    ...rowFields,
    accounts: listOf(z.strictObject(accountFields)).describe('5 at most.'),
    accountCount: z.int(),
  })
  .meta({
    id: 'SimilarRow',
    description:
      'A row that is a new company, while the register has one whose name is only like it. It comes in unless a person says by `rows` that it is that account; `another` says that it was compared.',
  });
export type SimilarRowView = z.output<typeof similarRowSchema>;

export const decidedRowSchema = z
  .strictObject({
    line: z.int(),
    name: z.string().describe('As the list has it.'),
    row: z.string().describe('The row in this file and in the next one: for another decision by `rows`.'),
    is: z.enum(['account', 'earlierRow', 'another']),
    accountId: z.string().nullable().describe('Of `account`; else null.'),
    accountName: z.string().nullable(),
    earlierLine: z.int().nullable().describe('Of `earlierRow`; else null.'),
  })
  .meta({
    id: 'DecidedRow',
    description:
      'A row that a person has decided by itself, or a rule that an earlier file of the list was imported with. `undecided`, by `rows`, asks again.',
  });
export type DecidedRowView = z.output<typeof decidedRowSchema>;
