/** The meaning of a list's columns as a person sets it. */

/** The field of each column; null for one that is not read. */
export type ColumnFields = readonly (string | null)[];

/** Names every column, so that the functions guess none. */
export const mappingQuery = (fields: ColumnFields): string =>
  fields.map((field, index) => `${index}:${field ?? ''}`).join(',');

/** A field can belong to one column, unless it may have several; its former column is then no longer read. */
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
