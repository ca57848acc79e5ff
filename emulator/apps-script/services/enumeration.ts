/** Google's enumerations: values that are compared by identity and show their names. */
interface EnumerationValue {
  toString(): string;
  toJSON(): string;
  name(): string;
  ordinal(): number;
}

/** `Enumeration` is Google's type; its values that `names` leaves out are undefined. */
export function enumeration<Enumeration>(...names: (keyof Enumeration & string)[]): Enumeration {
  const values: Record<string, EnumerationValue> = {};
  names.forEach((name, ordinal) => {
    values[name] = Object.freeze({
      toString: () => name,
      toJSON: () => name,
      name: () => name,
      ordinal: () => ordinal,
    });
  });
  return Object.freeze(values) as Enumeration;
}
