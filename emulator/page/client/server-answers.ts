/** Parses the server's answers by the protocol. */
import * as z from 'zod/mini';
import type {
  AcceptedEdit,
  BegunCall,
  FollowedLink,
  HiddenRows,
  PageEvent,
  PageRefusalBody,
  SheetUpdate,
} from '../protocol';

const refusalSchema = z.object({
  error: z.object({ code: z.string(), message: z.object({ ja: z.string(), en: z.string() }) }),
});
type Refusal = Omit<PageRefusalBody['error'], 'code'> & { code: string };

/** Throws where the body is no refusal of the suite. */
export const serverRefusalOf = (body: unknown): Refusal => refusalSchema.parse(body).error;

const followedLinkSchema = z.object({ location: z.nullable(z.string()) });
export const followedLinkOf = (body: unknown): FollowedLink => followedLinkSchema.parse(body);

const acceptedEditSchema = z.object({ revision: z.number() });
export const acceptedEditOf = (body: unknown): AcceptedEdit => acceptedEditSchema.parse(body);

const begunCallSchema = z.object({ opening: z.string() });
export const begunCallOf = (body: unknown): BegunCall => begunCallSchema.parse(body);

const hiddenRowsSchema = z.object({ rows: z.array(z.number()) });
export const hiddenRowsOf = (body: unknown): HiddenRows => hiddenRowsSchema.parse(body);

/** Checks only the outer form: the server is of the same build as the page. */
const partOf = <Part extends object>() =>
  z.custom<Part>((value) => typeof value === 'object' && value !== null);

const sheetUpdateSchema = z.object({
  book: z.string(),
  title: z.string(),
  revision: z.number(),
  moved: z.boolean(),
  order: z.array(z.number()),
  tabs: z.array(partOf<SheetUpdate['tabs'][number]>()),
  styles: z.array(partOf<SheetUpdate['styles'][number]>()),
  stylesFrom: z.number(),
});
export const sheetUpdateOf = (body: unknown): SheetUpdate => sheetUpdateSchema.parse(body);

const EVENT_KINDS = {
  welcome: true,
  sheet: true,
  menus: true,
  question: true,
  questionOver: true,
  toast: true,
  show: true,
  selected: true,
  ended: true,
  clock: true,
} as const satisfies Record<PageEvent['kind'], true>;

const pageEventSchema = z.custom<PageEvent>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    Object.hasOwn(EVENT_KINDS, value.kind),
);
export const pageEventOf = (data: string): PageEvent => pageEventSchema.parse(JSON.parse(data));
