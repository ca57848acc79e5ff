/** Parses the windows' requests: data of the right shape, or a refusal. */
import { z } from 'zod';
import type { UpdateRequest } from '../workbook/model';
import type { PageRequests } from './protocol';
import { malformedText, PageRefusal } from './refusals';

const index = z.number().int().min(0).max(10_000_000);
const id = z.number().int().min(0);
const rect = z.strictObject({ top: index, left: index, bottom: index, right: index });
const book = z.string().max(200);
const revision = id;
const typedValue = z.union([z.string().max(50_000), z.number(), z.boolean(), z.null()]);

/** What the page's menus do to rows and columns; a window may send no other request of the Sheets API. */
const USER_REQUEST_KINDS = [
  'insertDimension',
  'deleteDimension',
  'moveDimension',
  'updateDimensionProperties',
  'sortRange',
  'setBasicFilter',
  'clearBasicFilter',
] as const satisfies readonly (keyof UpdateRequest)[];

const request = z.custom<UpdateRequest>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    USER_REQUEST_KINDS.some((kind) => kind in value),
);

const REQUEST_SCHEMAS = {
  edit: z.strictObject({
    book,
    revision,
    how: z.enum(['typed', 'pasted']),
    blocks: z
      .array(
        z.strictObject({
          sheetId: id,
          top: index,
          left: index,
          values: z.array(z.array(typedValue).min(1).max(1000)).min(1).max(50_000),
        }),
      )
      .min(1)
      .max(5000),
  }),
  change: z.strictObject({ book, revision, requests: z.array(request).min(1).max(100) }),
  filter: z.strictObject({
    book,
    sheetId: id,
    column: index,
    shown: z.array(z.string()).max(50_000).nullable(),
  }),
  lookThrough: z.strictObject({ book, sheetId: id, viewId: id }),
  select: z.strictObject({ book, sheetId: id, rects: z.array(rect).min(1).max(1000) }),
  choose: z.strictObject({ book, call: id, captions: z.array(z.string().max(1000)).min(1).max(10) }),
  run: z.strictObject({
    book,
    call: id,
    functionName: z.string().max(200),
    args: z.array(z.unknown()).max(100),
  }),
  follow: z.strictObject({ link: z.string().max(2000) }),
  answer: z.strictObject({
    id,
    button: z.enum(['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']),
    text: z.string().max(50_000),
  }),
} satisfies { [K in keyof PageRequests]: z.ZodType<PageRequests[K]> };

export const isPageRequest = (name: string): name is keyof PageRequests =>
  Object.hasOwn(REQUEST_SCHEMAS, name);

export function parsePageRequest<K extends keyof PageRequests>(name: K, body: unknown): PageRequests[K] {
  const parsed = REQUEST_SCHEMAS[name].safeParse(body);
  if (parsed.success) return parsed.data as PageRequests[K];
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new PageRefusal('BAD_REQUEST', malformedText(`${path} ${issue?.message ?? ''}`));
}
