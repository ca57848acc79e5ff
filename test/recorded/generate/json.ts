/** What comes over the wire is known here by its names only: no type of the product is imported. */

// biome-ignore lint/suspicious/noExplicitAny: the generator must not depend on the types that the product gives its answers.
export type Json = any;

export const valuesOf = (parts: Json): Json[] => Object.values(parts ?? {});

/** With what is undefined left out, as it goes over the wire. */
export const plain = (value: Json): Json => JSON.parse(JSON.stringify(value));
