/** A batch of an import: how far it is, what it did, what it changed. As it is stored and as it is answered. */
import * as z from 'zod';
import { statusSchema } from './scalars';
import { listOf } from './schema-of';

/** `add`: fills in what accounts lack and adds new ones. `changes`: the list came again, with new names and numbers. */
export const IMPORT_MODES = ['add', 'changes'] as const;
export const importModeSchema = z.enum(IMPORT_MODES).meta({ id: 'ImportMode' });

export const importCountsSchema = z
  .object({
    created: z.int().describe('New accounts.'),
    filled: z.int().describe('Accounts that existed and were changed or got what they lacked.'),
    unchanged: z.int(),
    refused: z.int(),
    withDebts: z.int().describe('Accounts, new or changed, with something to fill in.'),
    // Batches of before the rows that wait for a decision have none.
    undecided: z
      .int()
      .default(0)
      .describe(
        'Rows that are likely a company of the register, or an earlier row of the file: left out until a person decides.',
      ),
  })
  .meta({ id: 'ImportCounts' });

const renamedCompany = z.object({
  line: z.int(),
  accountId: z.string(),
  from: z.string(),
  to: z.string(),
});
const listedCompany = z.object({ line: z.int(), name: z.string() });

const closedCompany = z.object({
  accountId: z.string(),
  name: z.string(),
  closure: z.string().describe('Day, reason and successor, as far as the list has them.'),
  version: z.int().describe('Of the account: a later one says that somebody has looked at it.'),
});

export const listChangesSchema = z
  .object({
    counts: z.object({
      renamed: z.int(),
      renumbered: z.int(),
      added: z.int(),
      unchanged: z.int(),
      gone: z.int().nullable().describe('Null while the list has not been read to its end.'),
    }),
    renamed: listOf(renamedCompany),
    renumbered: listOf(renamedCompany.extend({ name: z.string() })),
    added: listOf(listedCompany),
    unchanged: listOf(listedCompany),
    gone: listOf(
      z.object({
        accountId: z.string(),
        name: z.string(),
        listId: z.string(),
        status: statusSchema,
        // Batches of before their companies stood on a tab have none.
        version: z
          .int()
          .nullable()
          .default(null)
          .describe('Of the account: a later one says that somebody has looked at it.'),
      }),
    ).describe(
      'Companies that were in the list before and are not any more, 500 at most. Their accounts are untouched.',
    ),
  })
  .meta({
    id: 'ListChanges',
    description: 'What a list that came again changes: counts, and the first ones of each kind.',
  });

export const importBatchSchema = z
  .object({
    id: z.string(),
    list: z.string(),
    // Batches of before the lists that come again have no mode and no changes.
    mode: importModeSchema.default('add'),
    total: z.int(),
    done: z.int(),
    // Batches of before counted none of them.
    twice: z
      .int()
      .default(0)
      .describe(
        'Rows that an earlier row of the file likely is: counted as `undecided`, and not in `total`.',
      ),
    counts: importCountsSchema,
    changes: listChangesSchema.nullable().default(null).describe('Null where the mode is `add`.'),
    closed: listOf(closedCompany)
      .default([])
      .describe('Companies of the register that are closed or dissolved, as the list has it; 500 at most.'),
    toCheck: z
      .boolean()
      .default(false)
      .describe(
        'Whether its companies that are gone or closed stand on the tab *To check*, until a later list of the same name comes.',
      ),
    state: z.enum(['running', 'done', 'undone']),
  })
  .meta({ id: 'ImportBatch' });
