/** Parses a person's mapping of columns from a query: `0:name,3:` */
import type { ListMapping } from './columns';
import { LIST_FIELDS } from './header-fields';
import type { ListField } from './list-headers';

const isField = (name: string): name is ListField => LIST_FIELDS.some((field) => field === name);

/** Null where a field is unknown or a column is named twice. */
export const parseMapping = (text: string): NonNullable<ListMapping['columns']> | null => {
  const columns: Record<number, ListField | null> = {};
  for (const one of text.split(',')) {
    const [index = '', field = ''] = one.split(':');
    if (Number(index) in columns) return null;
    if (field === '') columns[Number(index)] = null;
    else if (isField(field)) columns[Number(index)] = field;
    else return null;
  }
  return columns;
};
