/** Google's enumerations: values that are compared by identity and show their names. */
interface EnumerationValue {
  toString(): string;
  toJSON(): string;
  name(): string;
  ordinal(): number;
}

/** The type argument is Google's enumeration; what is missing in `names` is undefined, as a wrong name would be. */
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
