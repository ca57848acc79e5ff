/** Holds what the functions answer to the published document, docs/openapi.json, as a caller would read it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { projectFolder } from '../emulator/project-folder';
import { onceAWorker } from './once-a-worker';

export const PUBLISHED_FILE = join(projectFolder(), 'docs/openapi.json');

interface PublishedDocument {
  paths: Record<string, Record<string, { responses: Record<string, { content: object }> }>>;
}

const KEY = 'openapi.json';
/** Of one failure: a union names the errors of each of its members. */
const MAX_ERRORS = 30;
const MAX_CHARACTERS = 2000;
const text = readFileSync(PUBLISHED_FILE, 'utf8');
const document: PublishedDocument = JSON.parse(text);
/** The compiling has to be short: it takes longer than the validating. */
const newAjv = (allErrors: boolean): Ajv2020 => {
  const ajv = new Ajv2020({ allErrors, inlineRefs: false, allowUnionTypes: true, code: { optimize: false } });
  addFormats.default(ajv);
  // The document itself is no schema: only what is in it is.
  ajv.addVocabulary(Object.keys(document));
  return ajv.addSchema(document, KEY);
};
const { ajv, validators } = onceAWorker(`validators of ${text}`, () => ({
  // Ends at the first error: with all of them, each member of a union is read to its end.
  ajv: newAjv(false),
  validators: new Map<string, ValidateFunction>(),
}));
const validatorAt = (pointer: string): ValidateFunction => {
  const known = validators.get(pointer) ?? ajv.compile({ $ref: `${KEY}#${pointer}` });
  validators.set(pointer, known);
  return known;
};

const pointerOf = (name: string, method: string, status: number, type: string): string => {
  const operation = document.paths[`/${name}`]?.[method.toLowerCase()];
  // What the document has no operation for is told by one problem alone.
  if (operation === undefined && status === 405) return '/components/schemas/Problem';
  if (operation?.responses[status] === undefined || !Object.hasOwn(operation.responses[status].content, type))
    throw new Error(`${method} /${name} answered ${status} as ${type}, which is not published`);
  return `/paths/~1${name}/${method.toLowerCase()}/responses/${status}/content/${type.replace('/', '~1')}/schema`;
};

/** Throws where the answer is not what the document says of this call. */
export const expectPublished = (
  name: string,
  method: string,
  status: number,
  body: unknown,
  type: 'application/json' | 'text/csv' = 'application/json',
): void => {
  const pointer = pointerOf(name, method, status, type);
  if (validatorAt(pointer)(body)) return;
  const thorough = newAjv(true);
  thorough.validate({ $ref: `${KEY}#${pointer}` }, body);
  const errors = thorough.errorsText(thorough.errors?.slice(0, MAX_ERRORS), { separator: '\n' });
  throw new Error(
    `${method} /${name} answered ${status}, and not as published:\n${errors}\n${JSON.stringify(body).slice(0, MAX_CHARACTERS)}`,
  );
};
