/** What a person says that the columns of a list are. */

/** The field of each column; null is not read. */
export type ColumnFields = readonly (string | null)[];

/** As the functions take it: every column, so that nothing is guessed any more. */
export const mappingQuery = (fields: ColumnFields): string =>
  fields.map((field, index) => `${index}:${field ?? ''}`).join(',');

/** A field is one column only, but where it may be several: the one that had it before is not read any more. */
export const assignField = (
  fields: ColumnFields,
  index: number,
  field: string | null,
  ofSeveralColumns = false,
): ColumnFields =>
  fields.map((old, at) => {
    if (at === index) return field;
    return old === field && !ofSeveralColumns ? null : old;
  });
