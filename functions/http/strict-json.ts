/** JSON without traps: whatever two readers could read differently is refused. */
import { isUtf8 } from 'node:buffer';
import { inputIssue } from './input-issues';
import { invalidInput, Problem } from './problem';

const MAX_DEPTH = 32;

/** The value that the JSON text gives. Throws a Problem for anything that two readers could read differently. */
export function parseStrictJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Problem('BODY_NOT_UTF8');
  const source = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (source.trim() === '') throw new Problem('BODY_EMPTY');
  const { deepest, names } = measureJson(source);
  if (deepest > MAX_DEPTH) throw invalidInput([inputIssue([], 'too_deep')]);
  const value = parseJsonText(source);
  // JSON.parse keeps the last one of two equal names.
  if (countNames(value, []) < names) throw invalidInput([inputIssue([], 'duplicate_field')]);
  return value;
}

function parseJsonText(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new Problem('BODY_NOT_JSON');
  }
}

/** How deep the brackets go and how many names there are: colons, outside of strings. */
function measureJson(source: string): { deepest: number; names: number } {
  let depth = 0;
  let deepest = 0;
  let names = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '"') {
      do at += source[at] === '\\' ? 2 : 1;
      while (at < source.length && source[at] !== '"');
    } else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
    else if (character === ':') names++;
  }
  return { deepest, names };
}

/** Names in the whole tree; refuses `__proto__`, which some code takes for more than a name. */
function countNames(value: unknown, path: readonly string[]): number {
  if (typeof value !== 'object' || value === null) return 0;
  const names = Object.keys(value);
  if (names.includes('__proto__'))
    throw invalidInput([inputIssue([...path, '__proto__'], 'unrecognized_keys')]);
  let count = Array.isArray(value) ? 0 : names.length;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null) count += countNames(part, [...path, name]);
  }
  return count;
}
