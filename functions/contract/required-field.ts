/** A field that a request lacks, as a form can ask for it. */
import * as z from 'zod';
import { INPUT_FIELDS, type RequiredField } from '../domain/account/input-fields';
import { keyOf, schemaOf } from '../schema/schema-of';
import { textSchema } from './text';

export const requiredFieldSchema = schemaOf<RequiredField>()(
  z
    .strictObject({
      key: keyOf(INPUT_FIELDS).describe("Path in the command's data."),
      label: textSchema,
      kind: z.enum([
        'text',
        'date',
        'choice',
        'member',
        'contact',
        'account',
        'tick',
        'products',
        'closings',
        'churns',
      ]),
      choices: z
        .array(z.strictObject({ value: z.string(), label: textSchema }))
        .describe('Only for choices.'),
      suggestion: z.string().nullable().describe('What a form may offer first.'),
    })
    .meta({ id: 'RequiredField', description: 'Something to fill in.' }),
);
