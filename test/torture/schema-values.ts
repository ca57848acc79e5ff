/** Values made from the published schemas: what fits, and what does not. */
import type { Random } from '../recorded/generate/random';

export interface PublishedSchema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly PublishedSchema[];
  oneOf?: readonly PublishedSchema[];
  properties?: Readonly<Record<string, PublishedSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | PublishedSchema;
  items?: PublishedSchema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

export type SchemaOf = (reference: string) => PublishedSchema;

const TEXTS = ['佐藤', '株式会社甲', 'a_1', '2026-07-01', 'Cloud', '予算', '=1+1', '<b>', '😀', '1', 'null'];
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  '../../etc',
  'a/b/c',
  'x'.repeat(5000),
  [],
  {},
  [[[[]]]],
  { toString: 1 },
  '2026-02-30',
  '9999-12-31',
];
const MAX_DEPTH = 12;

export interface ValueMaker {
  schemaOf: SchemaOf;
  random: Random;
  /** How often an optional field is there: from 0 to 1. */
  full: number;
  /** Texts that mean something to the callee, as the IDs of accounts. */
  known?: readonly string[];
}

/** Fits in nearly every case: a pattern is met by a few known texts only. */
export const fittingValue = (schema: PublishedSchema, maker: ValueMaker, depth = 0): unknown => {
  const { random, full } = maker;
  const { $ref, anyOf, oneOf, enum: choices } = schema;
  const within = (part: PublishedSchema): unknown => fittingValue(part, maker, depth + 1);
  if (depth > MAX_DEPTH) return null;
  if ($ref !== undefined) return within(maker.schemaOf($ref));
  if (schema.const !== undefined) return schema.const;
  if (choices !== undefined) return random.one(choices);
  const union = anyOf ?? oneOf;
  if (union !== undefined) return within(random.one(union));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || random.chance(full))
          .map(([name, part]) => [name, within(part)]),
      );
    case 'array':
      return Array.from({ length: (schema.minItems ?? 0) + random.below(2) }, () =>
        within(schema.items ?? {}),
      );
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(random.below(4), schema.maximum ?? 3));
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    default:
      return fittingText(schema, maker);
  }
};

const fittingText = (
  { pattern, format, minLength = 0, maxLength = 200 }: PublishedSchema,
  { random, known = [] }: ValueMaker,
): string => {
  if (format === 'date') return '2026-07-01';
  const matches = pattern === undefined ? () => true : (text: string) => new RegExp(pattern, 'u').test(text);
  const texts = known.length > 0 && random.chance(0.5) ? known : TEXTS;
  const fitting = texts.filter(
    (text) => matches(text) && text.length <= maxLength && text.length >= minLength,
  );
  return random.maybeOne(fitting) ?? '2026-07-01';
};

/** The value with one place of it changed, left out, or added to. */
export const spoiltValue = (value: unknown, random: Random): unknown => {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
    const at = random.below(value.length);
    return value.map((item, index) => (index === at ? spoiltValue(item, random) : item));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && random.chance(0.85)) {
    const entries = Object.entries(value);
    if (entries.length === 0 || random.chance(0.1))
      return Object.fromEntries([
        ...entries,
        [random.one(['extra', '__proto__', 'constructor', '']), random.one(ODD)],
      ]);
    const at = random.below(entries.length);
    if (random.chance(0.15)) return Object.fromEntries(entries.filter((_, index) => index !== at));
    return Object.fromEntries(
      entries.map(([name, part], index) => [name, index === at ? spoiltValue(part, random) : part]),
    );
  }
  return random.one(ODD);
};
