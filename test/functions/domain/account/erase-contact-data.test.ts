/** Every text of an account and of its history that a person can stand in is freed of the person; what is kept is told by name. */
import { z } from 'zod';
import { eraseFromEntry, eraseFromRecord } from '../../../../functions/domain/account/erase-contact-data';
import type { Erasure } from '../../../../functions/domain/account/erasure';
import { accountSchema } from '../../../../functions/schema/account';
import { historyEntrySchema } from '../../../../functions/schema/history-entry';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const PERSON = '山田太郎';
const ERASURE: Erasure = { contactId: 'c1', words: [PERSON], familyNames: [], labels: [] };

const samplesOf = (root: Json) => {
  const resolved = (schema: unknown): Json => {
    if (!isJson(schema)) return {};
    const definitions = isJson(root.$defs) ? root.$defs : {};
    return typeof schema.$ref === 'string'
      ? resolved(definitions[schema.$ref.replace('#/$defs/', '')])
      : schema;
  };
  const variantsOf = (schema: Json): unknown[] => {
    const { anyOf, oneOf } = schema;
    const variants = [anyOf, oneOf].find(Array.isArray);
    return variants === undefined
      ? [schema]
      : variants.map(resolved).flatMap((variant) => (variant.type === 'null' ? [] : variantsOf(variant)));
  };
  const textOf = ({ enum: values, const: only, format, pattern }: Json, key: string): unknown => {
    if (only !== undefined) return only;
    if (Array.isArray(values)) return values[0];
    if (format === 'date') return '2026-07-01';
    if (format === 'date-time') return '2026-07-01T00:00:00.000Z';
    if (key === 'path') return `${/^\^(\w+)/.exec(String(pattern))?.[1]}.c1`;
    if (key === 'id' || key === 'contactId') return 'c1';
    return pattern === undefined ? PERSON : 'm1';
  };
  /** One value for each variant; everything that may be there is. */
  const samples = (schema: Json, key: string): unknown[] =>
    variantsOf(schema).flatMap((variant): unknown[] => {
      const one = resolved(variant);
      switch (Array.isArray(one.type) ? one.type[0] : one.type) {
        case 'object': {
          if (!isJson(one.properties)) {
            const { enum: names } = resolved(one.propertyNames);
            const name = Array.isArray(names) ? String(names[0]) : 'c1';
            return [{ [name]: samples(resolved(one.additionalProperties), key)[0] }];
          }
          const fields = Object.entries(one.properties).map(([name, field]): [string, unknown] => [
            name,
            samples(resolved(field), name)[0],
          ]);
          return [Object.fromEntries(fields)];
        }
        case 'array':
          return [samples(resolved(one.items), key)];
        case 'integer':
        case 'number':
          return [1];
        case 'boolean':
          return [true];
        default:
          return [textOf(one, key)];
      }
    });
  return samples(root, '')[0];
};

/** Paths at which the person still stands, without the places in arrays. */
const placesOf = (value: unknown, path = ''): string[] => {
  if (typeof value === 'string') return value.includes(PERSON) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    placesOf(part, Array.isArray(value) ? path : `${path}${path === '' ? '' : '.'}${key}`),
  );
};

const sampleOf = <Schema extends z.ZodType>(schema: Schema): z.output<Schema> =>
  schema.parse(samplesOf(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as Json));

/** Of the company, and names of members, products, lists and codes. */
const KEPT = [
  'name',
  'kana',
  'englishName',
  'corporateNumber',
  'securitiesCode',
  'address',
  'phone',
  'industry',
  'domains',
  'parentId',
  'formerNames.name',
  'sources.c1',
  'otherNames',
  'ownerId',
  'isOwnerId',
  'awaitedContactId',
  'opportunities.c1.product',
  'opportunities.c1.fsOwnerId',
  'opportunities.c1.handOver.by',
  'opportunities.c1.handOver.fromId',
  'opportunities.c1.lostReason',
  'opportunities.c1.follows',
  'products.c1.product',
  'products.c1.confirmedBy',
  'products.c1.source',
  'activities.c1.by',
  'bant.budget.by',
  'bant.authority.by',
  'bant.need.by',
  'bant.timing.by',
  'lost.reason',
  'badFit.by',
  'badFit.reason',
  'badFit.products',
  'badFit.reviewedBy',
  'badFit.rejudgement.memberId',
  'badFit.rejudgement.by',
  'onFile.reason',
  'onFile.successorId',
  'merged.intoId',
  'merged.by',
  'notDuplicateOf.c1.by',
  'proposal.by',
  'proposal.data.opportunity.product',
  'proposal.data.closing.lostReason',
  'proposal.data.lost.reason',
  'proposal.data.product.product',
  'proposal.data.product.source',
  'proposal.data.fit.reason',
  'proposal.data.fit.products',
  'proposal.data.onFile.reason',
  'handOver.by',
  'handOver.fromId',
  'handOver.toId',
];

test('of an account', () => {
  const sample = sampleOf(accountSchema);
  expect(placesOf(sample).length).toBeGreaterThan(KEPT.length + 25);
  expect(placesOf(eraseFromRecord(sample, ERASURE)).sort()).toEqual([...KEPT].sort());
});

test('of its history, on both sides of each change, and beside the changes', () => {
  const sample = sampleOf(historyEntrySchema);
  const changed = new Set(
    KEPT.map((path) =>
      path.replace(
        /^(?:contacts|opportunities|products|activities|bant|sources|notDuplicateOf)\.(?:c1|\w+)\.?/,
        '',
      ),
    ),
  );
  const kept = placesOf(eraseFromEntry(sample, ERASURE)).filter(
    (path) => !/^events\.changes\.(?:before|after)/.test(path),
  );
  expect([...new Set(kept)].sort()).toEqual(
    [
      'accountId',
      'by',
      'sentBy',
      'batch',
      'requestId',
      'command',
      'events.data.activity.by',
      'events.data.command',
      'events.data.fromContactId',
      'events.data.fromId',
      'events.data.fromName',
      'events.data.intoId',
      'events.data.intoName',
      'events.data.movedTo',
      'events.data.other.accountId',
      'events.data.otherId',
      'events.data.otherName',
      'events.data.proposalId',
      'events.data.toContactId',
      'events.data.toId',
      'events.data.toName',
    ].sort(),
  );
  for (const side of ['before', 'after']) {
    const values = placesOf(eraseFromEntry(sample, ERASURE))
      .filter((path) => path.startsWith(`events.changes.${side}`))
      .map((path) => path.slice(`events.changes.${side}.`.length));
    for (const path of values.filter((name) => name !== ''))
      expect([...changed].some((known) => known === path || known.endsWith(`.${path}`))).toBe(true);
  }
});

test('another contact, and what was spoken about with this one, stay', () => {
  const sample = sampleOf(accountSchema);
  const other = { ...ERASURE, contactId: 'c2', words: ['鈴木'] };
  expect(eraseFromRecord(sample, other)).toEqual(sample);
});
