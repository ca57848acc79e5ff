/** contacts: where a person is a contact, for who asks that their data be erased. */
import * as z from 'zod';
import { relatedCompanySchema } from '../schema/related-company';
import { nameSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';

const nullable = z.string().nullable();

const contactOfPerson = z
  .strictObject({
    account: relatedCompanySchema,
    contactId: z.string().describe('As `eraseContact` takes it.'),
    name: z.string(),
    department: nullable,
    email: nullable,
    phone: nullable,
  })
  .meta({ id: 'ContactOfPerson' });

export const contactsFunction = {
  POST: {
    summary:
      'Every contact with this name, mail address or phone number, over all accounts, filed and withdrawn ones included; for managers.',
    body: z.strictObject({
      q: nameSchema
        .min(1)
        .describe(
          'The whole of it, in any width, case and spacing. It stands in the body, which request logs do not keep.',
        ),
    }),
    maxBytes: 4 * 1024,
    answer: z
      .strictObject({
        contacts: listOf(contactOfPerson),
        more: z
          .boolean()
          .describe('There are more accounts than the 500 that are looked at: ask for something rarer.'),
        complete: z
          .boolean()
          .describe(
            'False until `layout` has made all accounts findable this way, as after an update: ask again then.',
          ),
        problems: listOf(documentProblemSchema).describe('Accounts that fit and cannot be read.'),
      })
      .meta({ id: 'ContactsAnswer' }),
    errors: ['ROLE_NOT_ALLOWED'],
    example: { body: { q: '山田 太郎' } },
  },
} as const satisfies Operations;

export type ContactsAnswer = AnswerOf<typeof contactsFunction.POST>;
