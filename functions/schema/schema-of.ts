/** Ties schemas to the domain's types. */
import * as z from 'zod';
import { keysOf } from '../domain/status/table-keys';

/**
 * A schema of a type that the domain owns. It does not compile where a field is missing in either of the two or has
 * another type. The schema's type is the domain's own, with its readonly lists.
 */
export const schemaOf =
  <T>() =>
  <S extends z.ZodType<T>>(
    schema: S & ([keyof z.output<S>] extends [keyof T] ? unknown : never),
  ): z.ZodType<T> =>
    schema;

/** A list that nobody changes: readonly in the types, which `z.array` is not. */
export const listOf = <T>(item: z.ZodType<T>): z.ZodType<readonly T[]> => z.array(item);

/** A list of IDs or names, in which what is said twice is said once. */
export const distinctListOf = (item: z.ZodType<string>, max: number) =>
  z
    .array(item)
    .max(max)
    .overwrite((items) => [...new Set(items)]);

/** One of the keys of a table. */
export const keyOf = <T extends string>(table: Readonly<Record<T, unknown>>) => z.enum(keysOf(table));
