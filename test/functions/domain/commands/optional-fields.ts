/** Every optional field of every command, as the contract publishes it, with a value that no account in the test has. */
import { z } from 'zod';
import { commandSchema } from '../../../../functions/contract/command';
import type { Command, CommandType } from '../../../../functions/domain/commands/command-table';
import { anOpportunityInput, TODAY } from '../../../builders';

type Json = Readonly<Record<string, unknown>>;
/** An object, no list. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SCHEMA = z.toJSONSchema(commandSchema, { unrepresentable: 'any', io: 'input' }) as Json;

const resolved = (schema: unknown): Json => {
  if (!isJson(schema)) return {};
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  const definitions = isJson(SCHEMA.$defs) ? SCHEMA.$defs : {};
  return resolved(definitions[$ref.replace('#/$defs/', '')]);
};

/** Dotted paths of every field below that may be absent. */
const optionalPaths = (schema: Json, path = ''): string[] => {
  const { properties, required } = schema;
  if (!isJson(properties)) return [];
  const needed = Array.isArray(required) ? required.map(String) : [];
  return Object.entries(properties).flatMap(([key, inner]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [...(needed.includes(key) ? [] : [here]), ...optionalPaths(resolved(inner), here)];
  });
};

type Tree = Json | readonly unknown[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

const withLeaf = (value: unknown, [first = '', ...rest]: readonly string[], leaf: unknown): Tree => {
  const inner = isTree(value) ? Object.entries(value).find(([key]) => key === first)?.[1] : undefined;
  const next = rest.length === 0 ? leaf : withLeaf(inner, rest, leaf);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === first ? next : one));
  const { [first]: _, ...others } = isJson(value) ? value : {};
  return next === undefined ? others : { ...others, [first]: next };
};

/** The command with another value at the dotted path, or without any. */
export const withPath = (command: Command, path: string, leaf: unknown): Command =>
  withLeaf(command, path.split('.'), leaf) as Command;

export const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (isTree(inner) ? Object.entries(inner).find(([name]) => name === key)?.[1] : undefined),
      value,
    );

/** Dotted paths of every date below; the first of a list stands for all. */
const datePaths = (schema: Json, path = ''): string[] => {
  if (schema.format === 'date') return [path];
  const { properties, items, anyOf } = schema;
  const below = [
    ...(isJson(properties) ? Object.entries(properties) : []),
    ...(isJson(items) ? [['0', items] as const] : []),
  ];
  return [
    ...below.flatMap(([key, inner]) => datePaths(resolved(inner), path === '' ? key : `${path}.${key}`)),
    ...(Array.isArray(anyOf) ? anyOf.flatMap((inner) => datePaths(resolved(inner), path)) : []),
  ];
};

const variants = (resolved(SCHEMA).oneOf ?? resolved(SCHEMA).anyOf) as readonly unknown[];

const pathsOfCommands = (pathsOf: (schema: Json) => string[]) =>
  new Map(
    variants.map((variant) => {
      const schema = resolved(variant);
      const { type } = schema.properties as { type: { const: CommandType } };
      return [type.const, pathsOf(schema)];
    }),
  );

/** Of each command: the dotted paths of its optional fields. */
export const PATHS = pathsOfCommands((schema) => optionalPaths(schema));
/** Of each command: the dotted paths of its dates. */
export const DATE_PATHS = pathsOfCommands((schema) => datePaths(schema));

/** Of a field by its last names: what no account in this test has. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  data: { reason: '別の理由です' },
  decision: { to: 'ON_FILE', data: { onFile: { reason: 'LEGAL_HOLD' } } },
  to: 'ON_FILE',
  ownerId: 'is2',
  action: { kind: 'mail', date: '2026-06-30', with: '経理部' },
  meeting: { date: '2026-06-30', with: '経理部' },
  opportunity: anOpportunityInput({ product: 'Desk', since: '2026-06-30' }),
  closing: [{ opportunityId: 'o000002', outcome: 'returned', on: TODAY }],
  bant: { budget: 'unclear' },
  expectedOn: '2026-09-30',
  probability: 70,
  budget: 'unclear',
  authority: 'unclear',
  need: 'unclear',
  timing: 'unclear',
  latentNeed: '別の課題',
  awaitedCondition: '別の条件',
  contactId: 'c000009',
  contact: { name: '田中' },
  nextCheckDate: '2026-11-02',
  lost: { on: '2026-06-30', reason: 'BUDGET', revisitTrigger: '春' },
  product: { product: 'Desk', since: '2026-06-30', reference: 'PO-7' },
  churn: [{ productId: 'p000001', endsOn: TODAY, reason: '内製化' }],
  fit: { reason: 'SIZE', explicitNeed: 'none', latentNeed: 'none', products: ['Cloud', 'Desk'] },
  onFile: { reason: 'LEGAL_HOLD' },
  coordinatedWith: '別の人',
  reason: '別の理由です',
  reasonText: '別の内容',
  note: '別のメモ',
  kind: 'mail',
  date: '2026-06-30',
  with: '別の相手',
  fsOwnerId: 'fs2',
  since: '2026-06-29',
  handOverNote: { metWith: '別の人', bant: '別', nextStep: '別' },
  metWith: '別の人',
  nextStep: '別の一手',
  amount: 7,
  follows: 'o000009',
  lostReason: 'BUDGET',
  id: 'x000009',
  name: '別の名前',
  department: '別の部署',
  title: '部長',
  email: 'b@example.jp',
  phone: '03-0000-0000',
  state: 'left',
  speaksWith: ['fs2'],
  role: '決裁者',
  doNotContact: true,
  daysBetween: 30,
  spellings: ['来期'],
  endsOn: '2026-12-31',
  churnReason: '別の理由',
  reference: 'PO-8',
  confirmedBy: 'fs2',
  source: 'list:別',
  on: '2026-06-29',
  revisitOn: '2027-02-01',
  revisitTrigger: '別のきっかけ',
  explicitNeed: 'none',
  products: ['Cloud', 'Desk', 'Phone'],
  successorId: 'hq',
  opportunities: 'successor',
  kana: 'ベツ',
  englishName: 'Other',
  corporateNumber: '7000012050002',
  securitiesCode: '1234',
  address: '別の住所',
  industry: '別の業種',
  domains: ['other.example'],
  otherNames: ['別の屋号'],
  parentId: 'hq',
  notDuplicateOf: ['hq'],
  promises: '別の約束',
  until: '2020-01-01',
  judgeId: 'is2',
  confirmed: true,
  recordedNeed: 'gone',
};
/** The names that mean something else in another place. */
const SAMPLES_IN: readonly [suffix: string, value: unknown][] = [
  ['handOverNote.bant', '別の BANT'],
  ['product.product', 'Desk'],
  ['opportunity.product', 'Desk'],
  ['onFile.products', 'successor'],
  ['fit.latentNeed', 'none'],
  ['lost.reason', 'TIMING'],
  ['fit.reason', 'SIZE'],
  ['onFile.reason', 'DISSOLVED'],
  ['merge.note', '別のメモ'],
];

/** What it says is no data: a version to compare with, a question, or a confirmation, which nobody has asked for here. */
export const NO_DATA = ['intoVersion', 'preview', 'survivorStatus', 'confirmed', 'recordedNeed'];

/** One of them makes a difference: the other may say what is so anyway. */
export const samplesFor = (path: string): readonly unknown[] => {
  if (path.endsWith('.twoWay')) return [true, false];
  const special = SAMPLES_IN.find(([suffix]) => path.endsWith(suffix));
  if (special !== undefined) return [special[1]];
  const name = path.split('.').at(-1) ?? '';
  if (!(name in SAMPLES)) throw new Error(`no sample for ${path}`);
  return [SAMPLES[name]];
};
