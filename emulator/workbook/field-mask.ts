/** Field masks: `a.b,c` of update requests, and `sheets(properties(title),data/rowData)` of `fields=`. */
import { invalid } from './refusal';

/** null: everything below. */
export type Mask = ReadonlyMap<string, Mask> | null;
type Tree = Map<string, Tree | null>;

/** Undefined when the text is no mask. */
export function parseMask(text: string): Mask | undefined {
  if (text.trim() === '*') return null;
  let at = 0;
  const source = text.replaceAll(/\s/g, '');

  function add(into: Tree, path: readonly string[], below: Tree | null): void {
    const [name = '', ...rest] = path;
    const present = into.get(name);
    if (into.has(name) && present === null) return;
    if (rest.length === 0) {
      if (below === null || !present) into.set(name, below);
      else for (const [key, value] of below) add(present, [key], value);
      return;
    }
    const child: Tree = present ?? new Map();
    into.set(name, child);
    add(child, rest, below);
  }

  function list(): Tree | undefined {
    const tree: Tree = new Map();
    for (;;) {
      const path = /^(?:\w+|\*)(?:[./](?:\w+|\*))*/.exec(source.slice(at))?.[0];
      if (!path) return undefined;
      at += path.length;
      const names = path.split(/[./]/);
      let below: Tree | null = null;
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

/** The mask of an update request, which must list something. */
export function updateMask(fields: string | null | undefined): Mask {
  if (!fields?.trim()) {
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const mask = parseMask(fields);
  if (mask === undefined) throw invalid(`Invalid field: ${fields}`);
  return mask;
}

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the mask lets through; lists are looked into. */
export function pick(value: unknown, mask: Mask): unknown {
  if (mask === null) return value;
  if (Array.isArray(value)) return value.map((each) => pick(each, mask));
  if (!isPlain(value)) return value;
  const picked: Plain = {};
  for (const [name, below] of mask) {
    if (value[name] !== undefined) picked[name] = pick(value[name], below);
  }
  return picked;
}

/** `target` with the masked fields taken from `source`; a masked field that `source` lacks is cleared. */
export function assign<T extends object>(target: T, source: object, mask: Mask): T {
  return assignPlain({ ...target } as Plain, source as Plain, mask) as T;
}

function assignPlain(target: Plain, source: Plain, mask: Mask): Plain {
  const names: Iterable<[string, Mask]> =
    mask ?? [...new Set([...Object.keys(target), ...Object.keys(source)])].map((name) => [name, null]);
  const result: Plain = { ...target };
  for (const [name, below] of names) {
    const given = source[name];
    const current = target[name];
    if (below === null) result[name] = given ?? undefined;
    else {
      result[name] = assignPlain(isPlain(current) ? current : {}, isPlain(given) ? given : {}, below);
      if (Object.keys(result[name] as Plain).length === 0) delete result[name];
    }
    if (result[name] === undefined) delete result[name];
  }
  return result;
}
