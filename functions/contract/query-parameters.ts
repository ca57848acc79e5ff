/** Values in a query: texts that stand for a number or for yes and no. */
import * as z from 'zod';

export const integerParameter = z.coerce.number<string>().int();
/** `true` or `false`; what else z.stringbool understands is not published. */
export const flagParameter = z.stringbool().default(false).meta({ type: 'boolean' });
/** Where it is not given, the header Accept decides. */
export const formatParameter = z
  .enum(['json', 'csv'])
  .exactOptional()
  .describe('json unless given, or unless the caller accepts text/csv rather than JSON.');
