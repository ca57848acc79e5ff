/** What JSON was parsed to, before anything is known of it. */
import type { Text } from '../../functions/domain/text/text';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is Text =>
  isJsonObject(value) && typeof value.ja === 'string' && typeof value.en === 'string';

/** Undefined where it is no JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
