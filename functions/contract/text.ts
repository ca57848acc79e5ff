/** A text in Japanese and English. */
import * as z from 'zod';
import type { Text } from '../domain/text/text';
import { schemaOf } from '../schema/schema-of';

export const textSchema = schemaOf<Text>()(
  z
    .strictObject({ ja: z.string(), en: z.string() })
    .meta({ id: 'Text', description: 'The same in Japanese and in English.' }),
);
