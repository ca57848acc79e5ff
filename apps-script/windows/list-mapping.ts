/** What a person says that the columns of a list are. */

/** The field of each column; null is not read. */
export type Fields = readonly (string | null)[];

/** As the functions take it: every column, so that nothing is guessed any more. */
export const mappingOf = (fields: Fields): string =>
  fields.map((field, index) => `${index}:${field ?? ''}`).join(',');

/** A field is one column only: the one that had it before is not read any more. */
export const withField = (fields: Fields, index: number, field: string | null): Fields =>
  fields.map((old, at) => {
    if (at === index) return field;
    return old === field ? null : old;
  });
