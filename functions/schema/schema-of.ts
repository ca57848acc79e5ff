/** Schemas typed as the domain's types are. */
import { z } from 'zod';

/** A list that nobody changes: readonly in the types, which `z.array` is not. */
export const listOf = <T>(item: z.ZodType<T>): z.ZodType<readonly T[]> => z.array(item);

/** One of the keys of a table. */
export const keyOf = <T extends string>(table: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(table) as [T, ...T[]]);
