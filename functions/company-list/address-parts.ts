/** Joins an address that a list has in several columns. */
import type { ListField } from './list-headers';

type Values = Partial<Record<ListField, string>>;

const isWestern = (part: string): boolean => /^[ -~\u00c0-\u024f]*$/.test(part);

/** With the address in one, and its parts gone: prefecture, city, street, building in Japan, the other way round elsewhere. */
export function withWholeAddress({ prefecture, city, street, building, ...values }: Values): Values {
  const outer = [prefecture, city].filter((part) => part !== undefined);
  const inner = [street, building].filter((part) => part !== undefined);
  if (outer.length + inner.length === 0) return values;
  const { address } = values;
  const parts =
    address === undefined
      ? [...outer, ...inner]
      : [
          ...outer.filter((part) => !address.includes(part)),
          address,
          ...inner.filter((part) => !address.includes(part)),
        ];
  return { ...values, address: inOneLine(parts) };
}

/** A street and the building behind it are joined on one line: 1-2-3 ハチビル. */
const inOneLine = (parts: readonly string[]): string => {
  if (parts.every(isWestern)) return [...parts].reverse().join(', ');
  return parts.reduce((line, part) =>
    /[\w-]$/.test(line) && /^\w/.test(part) ? `${line} ${part}` : line + part,
  );
};
