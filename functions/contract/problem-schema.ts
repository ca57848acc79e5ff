/** Problems as they are published: by code, each with its facts. */
import * as z from 'zod';
import { keysOf } from '../domain/status/table-keys';
import { PROBLEMS, type ProblemCode } from './problem';
import { schemaNameOf } from './schema-name';
import { textSchema } from './text';

/** By code, for those that have facts. */
const SCHEMAS_WITH_FACTS = new Map(
  keysOf(PROBLEMS).flatMap((code) => {
    const kind = PROBLEMS[code];
    if (!('facts' in kind)) return [];
    const schema = z.strictObject({ code: z.literal(code), message: textSchema, ...kind.facts });
    return [[code, schema.meta({ id: schemaNameOf(code) })] as const];
  }),
);

/** `{ error }` with any of these codes. Codes without facts share one schema. */
export const problemSchema = (codes: readonly ProblemCode[]): z.ZodType => {
  const plain = codes.filter((code) => !SCHEMAS_WITH_FACTS.has(code));
  const [first, ...others] = [
    ...(plain.length === 0 ? [] : [z.strictObject({ code: z.enum(plain), message: textSchema })]),
    ...codes.flatMap((code) => SCHEMAS_WITH_FACTS.get(code) ?? []),
  ];
  return z.strictObject({
    error: first === undefined ? z.never() : z.discriminatedUnion('code', [first, ...others]),
  });
};
