import { z } from 'zod';
import { distinctListOf, keyOf, listOf, schemaOf } from '../../../functions/schema/schema-of';

interface Point {
  x: number;
  tags: readonly string[];
}

test('a schema of a type has its fields and no others: the compiler says so', () => {
  const tags = listOf(z.string());
  const pointSchema = schemaOf<Point>()(z.strictObject({ x: z.number(), tags }));
  // @ts-expect-error a field is missing
  schemaOf<Point>()(z.strictObject({ tags }));
  // @ts-expect-error a field is too many
  schemaOf<Point>()(z.strictObject({ x: z.number(), tags, y: z.number() }));
  // @ts-expect-error a field has another type
  schemaOf<Point>()(z.strictObject({ x: z.string(), tags }));
  expect(pointSchema.parse({ x: 1, tags: ['a'] })).toEqual({ x: 1, tags: ['a'] });
  expect(pointSchema.safeParse({ x: 1, tags: [2] }).success).toBe(false);
});

test('in a list of IDs what is said twice is said once, in the order in which it was first said', () => {
  const schema = distinctListOf(z.string().min(1), 3);
  expect(schema.parse(['b', 'a', 'b'])).toEqual(['b', 'a']);
  for (const list of [['a', 'a', 'a', 'a'], [''], 'a']) expect(schema.safeParse(list).success).toBe(false);
});

test('a key is one of the table’s own', () => {
  const schema = keyOf({ won: 1, lost: 2 });
  expect(schema.parse('won')).toBe('won');
  for (const key of ['constructor', 'toString', '']) expect(schema.safeParse(key).success).toBe(false);
});
