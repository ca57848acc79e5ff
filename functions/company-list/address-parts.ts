/** An address that a list has in several columns. */
import type { ListField } from './list-headers';

type Values = Partial<Record<ListField, string>>;

const isWestern = (part: string): boolean => /^[ -~\u00c0-\u024f]*$/.test(part);

/** With the address in one, and its parts gone: prefecture, city, street in Japan, the other way round elsewhere. */
export function withWholeAddress({ prefecture, city, street, ...values }: Values): Values {
  const outer = [prefecture, city].filter((part) => part !== undefined);
  if (outer.length === 0 && street === undefined) return values;
  const rest = values.address ?? street;
  const missing = outer.filter((part) => rest === undefined || !rest.includes(part));
  const parts = rest === undefined ? missing : [...missing, rest];
  const address = parts.every(isWestern) ? [...parts].reverse().join(', ') : parts.join('');
  return address === '' ? values : { ...values, address };
}
