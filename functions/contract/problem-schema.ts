/** Problems as they are published: by code, each with its facts. */
import { z } from 'zod';
import { keysOf } from '../domain/status/table-keys';
import { PROBLEMS, type ProblemCode } from './problem';
import { textSchema } from './text';

/** ACCOUNT_UNKNOWN → AccountUnknown. */
const schemaName = (code: ProblemCode): string =>
  code
    .split('_')
    .map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
    .join('');

/** Of the codes that have facts. */
const DETAILED = new Map(
  keysOf(PROBLEMS).flatMap((code) => {
    const kind = PROBLEMS[code];
    if (!('facts' in kind)) return [];
    const schema = z.strictObject({ code: z.literal(code), message: textSchema, ...kind.facts });
    return [[code, schema.meta({ id: schemaName(code) })] as const];
  }),
);

/** `{ error }` with any of these codes. Codes without facts share one schema. */
export const problemSchema = (codes: readonly ProblemCode[]): z.ZodType => {
  const plain = codes.filter((code) => !DETAILED.has(code));
  const [first, ...others] = [
    ...(plain.length === 0 ? [] : [z.strictObject({ code: z.enum(plain), message: textSchema })]),
    ...codes.flatMap((code) => DETAILED.get(code) ?? []),
  ];
  return z.strictObject({
    error: first === undefined ? z.never() : z.discriminatedUnion('code', [first, ...others]),
  });
};
