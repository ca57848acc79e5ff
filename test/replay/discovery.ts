/** Compares what the emulator knows of the API's messages with a discovery document: fields, their kinds, enumerations. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { API_ENUMS } from '../../emulator/sheets-api/enums';
import { FRACTION_FIELDS, schemas } from '../../emulator/sheets-api/schemas';
import { RecordingError } from './recordings';

const typeSchema = z.object({
  type: z.string().optional(),
  $ref: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
});
const propertySchema = typeSchema.extend({
  items: typeSchema.extend({ items: z.unknown().optional() }).optional(),
  additionalProperties: typeSchema.optional(),
});
type Property = z.infer<typeof propertySchema>;

const documentSchema = z.object({
  schemas: z.record(z.string(), z.object({ properties: z.record(z.string(), propertySchema).default({}) })),
});

/** What the property is of: that of a list's items, or of a map's values. */
const itemOf = (property: Property): z.infer<typeof typeSchema> =>
  property.items ?? property.additionalProperties ?? property;

const shapeOf = ({ items, additionalProperties }: Property): string =>
  items ? 'list' : additionalProperties ? 'map' : 'one';

const kindOf = (property: Property): string => {
  const { $ref, type } = itemOf(property);
  if ($ref !== undefined) return `message ${$ref}`;
  if (type === 'array') return 'values';
  return type === 'integer' ? 'number' : (type ?? '');
};

const messageDifferences = (name: string, properties: Readonly<Record<string, Property>>): string[] => {
  const own = schemas().message(name);
  if (!own) return [`${name} is missing`];
  const differences = [...own.keys()]
    .filter((field) => !(field in properties))
    .map((field) => `${name}.${field} is none of Google's`);
  for (const [field, property] of Object.entries(properties)) {
    const type = own.get(field);
    const path = `${name}.${field}`;
    const item = itemOf(property);
    if (!type) {
      differences.push(`${path} is missing`);
      continue;
    }
    const ownKind = type.kind === 'message' ? `message ${type.schema}` : type.kind;
    if (ownKind !== kindOf(property)) differences.push(`${path}: ${kindOf(property)}, not ${ownKind}`);
    if (type.shape !== shapeOf(property))
      differences.push(`${path}: ${shapeOf(property)}, not ${type.shape}`);
    const hasFraction = item.format === 'double' || item.format === 'float';
    if (hasFraction !== FRACTION_FIELDS.has(path))
      differences.push(`${path}: ${item.format ?? 'a whole number'}`);
    const [google, mine] = [item.enum ?? [], [...(API_ENUMS[path]?.values ?? [])]];
    for (const value of google.filter((each) => !mine.includes(each)))
      differences.push(`${path} lacks ${value}`);
    for (const value of mine.filter((each) => !google.includes(each)))
      differences.push(`${path}: ${value} is none of Google's`);
  }
  return differences;
};

/** Each difference in words. Throws a RecordingError for a file that is no discovery document. */
export const discoveryDifferences = (path: string): string[] => {
  const parsed = documentSchema.safeParse(readDocument(path));
  if (!parsed.success)
    throw new RecordingError(`${path} is no discovery document.\n${z.prettifyError(parsed.error)}`);
  const google = parsed.data.schemas;
  return [
    ...Object.entries(google).flatMap(([name, { properties }]) => messageDifferences(name, properties)),
    ...schemas()
      .messageNames()
      .filter((name) => !(name in google))
      .map((name) => `${name} is none of Google's`),
  ];
};

const readDocument = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new RecordingError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
};
