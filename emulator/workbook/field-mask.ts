/** Field masks: `a.b,c` of update requests, and `sheets(properties(title),data/rowData)` of `fields=`. */
import { otherOfPair } from './colors';
import { isPlainObject, type PlainObject } from './plain-object';
import { invalidRequest } from './refusal';

/** The fields by name, each with the mask of its own fields; null stands for all fields. */
export type FieldMask = ReadonlyMap<string, FieldMask> | null;
type MaskTree = Map<string, MaskTree | null>;

/** Undefined when the text is no mask. */
export function parseFieldMask(text: string): FieldMask | undefined {
  if (text.trim() === '*') return null;
  let at = 0;
  const source = text.replaceAll(/\s/g, '');

  function add(into: MaskTree, path: readonly string[], below: MaskTree | null): void {
    const [name = '', ...rest] = path;
    const present = into.get(name);
    if (into.has(name) && present === null) return;
    if (rest.length === 0) {
      if (below === null || !present) into.set(name, below);
      else for (const [key, value] of below) add(present, [key], value);
      return;
    }
    const child: MaskTree = present ?? new Map();
    into.set(name, child);
    add(child, rest, below);
  }

  function list(): MaskTree | undefined {
    const tree: MaskTree = new Map();
    for (;;) {
      const path = /^(?:\w+|\*)(?:[./](?:\w+|\*))*/.exec(source.slice(at))?.[0];
      if (!path) return undefined;
      at += path.length;
      const names = path.split(/[./]/);
      let below: MaskTree | null = null;
      if (source[at] === '(') {
        at++;
        const inner = list();
        if (!inner || source[at] !== ')') return undefined;
        at++;
        below = inner;
      } else if (names[names.length - 1] === '*') names.pop();
      if (names.length > 0) add(tree, names, below);
      if (source[at] !== ',') return tree;
      at++;
    }
  }

  const tree = list();
  if (!tree || at < source.length) return undefined;
  return tree.size === 0 ? null : tree;
}

/** The mask of an update request, which must list at least one field. */
export function requireUpdateMask(fields: string | null | undefined): FieldMask {
  if (!fields?.trim()) {
    throw invalidRequest("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const mask = parseFieldMask(fields);
  if (mask === undefined) throw invalidRequest(`Invalid field: ${fields}`);
  return mask && withPairs(mask);
}

/** A mask that names one field of a colour names both. */
function withPairs(mask: ReadonlyMap<string, FieldMask>): FieldMask {
  const paired = new Map<string, FieldMask>();
  for (const [name, below] of mask) {
    paired.set(name, below && withPairs(below));
    const other = otherOfPair(name);
    if (other !== undefined) paired.set(other, null);
  }
  return paired;
}

/** The masked fields of a value; of a list, those of its elements. */
export function pickFields(value: unknown, mask: FieldMask): unknown {
  if (mask === null) return value;
  if (Array.isArray(value)) return value.map((each) => pickFields(each, mask));
  if (!isPlainObject(value)) return value;
  const picked: PlainObject = {};
  for (const [name, below] of mask) {
    if (value[name] !== undefined) picked[name] = pickFields(value[name], below);
  }
  return picked;
}

/** `target` with the masked fields taken from `source`; a masked field that `source` lacks is cleared. */
export function assignFields<T extends object>(target: T, source: object, mask: FieldMask): T {
  return assignPlain({ ...target } as PlainObject, source as PlainObject, mask) as T;
}

function assignPlain(target: PlainObject, source: PlainObject, mask: FieldMask): PlainObject {
  const names: Iterable<[string, FieldMask]> =
    mask ?? [...new Set([...Object.keys(target), ...Object.keys(source)])].map((name) => [name, null]);
  const result: PlainObject = { ...target };
  for (const [name, below] of names) {
    const update = source[name];
    const current = target[name];
    if (below === null) result[name] = update ?? undefined;
    else {
      result[name] = assignPlain(
        isPlainObject(current) ? current : {},
        isPlainObject(update) ? update : {},
        below,
      );
      if (Object.keys(result[name] as PlainObject).length === 0) delete result[name];
    }
    if (result[name] === undefined) delete result[name];
  }
  return result;
}
