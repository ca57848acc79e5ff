/** What does not fit in a request. */
import * as z from 'zod';
import { textSchema } from './text';

export const inputIssueSchema = z
  .strictObject({
    path: z.string().describe('Names of the fields that lead to it, with dots between them.'),
    code: z.string(),
    message: textSchema,
  })
  .meta({ id: 'InputIssue' });
export type InputIssue = z.output<typeof inputIssueSchema>;
