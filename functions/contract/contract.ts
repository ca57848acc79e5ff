/**
 * All that a caller may know, one row a function: the requests that it accepts, the answers and the errors that it gives. The
 * endpoint, the sheet's calls, the tests and docs/openapi.json are typed by this table and made from it.
 */
import type * as z from 'zod';
import { keysOf } from '../domain/status/table-keys';
import { accountFunction } from './account';
import { accountsFunction } from './accounts';
import { approvalsFunction } from './approvals';
import { asofFunction } from './asof';
import { badFitsFunction } from './bad-fits';
import { changesFunction } from './changes';
import { checkFunction } from './check';
import { commandsFunction } from './commands';
import { contactsFunction } from './contacts';
import { breakdownFunction, dashboardFunction } from './dashboard';
import { dayFunction } from './day';
import { digestsFunction } from './digests';
import { duplicatesFunction } from './duplicates';
import { feedsFunction } from './feeds';
import { historyFunction } from './history';
import { importFunction } from './import';
import { layoutFunction } from './layout';
import { leadsFunction } from './leads';
import { lookupFunction } from './lookup';
import { membersFunction } from './members';
import { movesFunction } from './moves';
import type { AnswerOf, Method, Operations } from './operation';
import { queueFunction } from './queue';
import { queueEditsFunction } from './queue-edits';
import { retentionFunction } from './retention';
import { rowsFunction } from './rows';
import { sentBackFunction } from './sent-back';
import { settingsFunction } from './settings';
import { teamHistoryFunction } from './team-history';

export const CONTRACT = {
  commands: commandsFunction,
  account: accountFunction,
  accounts: accountsFunction,
  history: historyFunction,
  changes: changesFunction,
  asof: asofFunction,
  moves: movesFunction,
  lookup: lookupFunction,
  contacts: contactsFunction,
  import: importFunction,
  rows: rowsFunction,
  leads: leadsFunction,
  members: membersFunction,
  settings: settingsFunction,
  'team-history': teamHistoryFunction,
  day: dayFunction,
  'sent-back': sentBackFunction,
  approvals: approvalsFunction,
  'bad-fits': badFitsFunction,
  dashboard: dashboardFunction,
  breakdown: breakdownFunction,
  layout: layoutFunction,
  queue: queueFunction,
  'queue-edits': queueEditsFunction,
  duplicates: duplicatesFunction,
  check: checkFunction,
  retention: retentionFunction,
  digests: digestsFunction,
  feeds: feedsFunction,
} as const satisfies Record<string, Operations>;

export type FunctionName = keyof typeof CONTRACT;
export const FUNCTION_NAMES = keysOf(CONTRACT);

export type MethodOf<Name extends FunctionName> = Extract<keyof (typeof CONTRACT)[Name], Method>;
type RowOf<Name extends FunctionName, M extends MethodOf<Name>> = (typeof CONTRACT)[Name][M];

/** A query before it is made to text: `10` as well as `'10'`. */
type QueryInput<Schema> = Schema extends z.ZodType
  ? { [Key in keyof z.input<Schema>]: z.input<Schema>[Key] | z.output<Schema>[Key & keyof z.output<Schema>] }
  : never;
/** What is only read may have lists that nobody changes. */
type ReadonlyInput<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyInput<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyInput<T[Key]> }
    : T;
type BodyInput<Row> = Row extends { publishedBody: infer Schema extends z.ZodType }
  ? ReadonlyInput<z.input<Schema>>
  : Row extends { body: infer Schema extends z.ZodType }
    ? ReadonlyInput<z.input<Schema>>
    : never;

/** Left out where nothing in it has to be given. */
type Optional<Key extends string, Value> = object extends Value
  ? { [K in Key]?: Value }
  : { [K in Key]: Value };

/** What a caller sends. A file is text, or whatever else the caller can send. */
export type CallInput<Name extends FunctionName, M extends MethodOf<Name>, File = string> = (RowOf<
  Name,
  M
> extends {
  query: infer Schema;
}
  ? Optional<'query', QueryInput<Schema>>
  : { query?: undefined }) &
  (RowOf<Name, M> extends { file: true } ? { csv: File } : { csv?: undefined }) &
  (BodyInput<RowOf<Name, M>> extends never ? { body?: undefined } : { body: BodyInput<RowOf<Name, M>> });

export type CallAnswer<Name extends FunctionName, M extends MethodOf<Name>> = AnswerOf<RowOf<Name, M>>;
