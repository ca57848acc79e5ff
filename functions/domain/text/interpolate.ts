/** Facts in a sentence: `{name}` stands for the fact of that name; for one that is not there, nothing. */
export const interpolate = (sentence: string, facts: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
